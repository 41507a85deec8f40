/**
 * What an anomaly model is: a method makes it, a file holds it, a predictor uses it. The room knows
 * no method.
 *
 * <p>Doors: {@link sc.fiji.cavga.model.Method} and {@link sc.fiji.cavga.model.AnomalyModel}, which
 * a method implements, {@link sc.fiji.cavga.model.Predictor}, the only way from a prepared picture
 * to a map, a score and a decision, {@link sc.fiji.cavga.model.TrainedModel} and {@link
 * sc.fiji.cavga.model.ModelFile}, and {@link sc.fiji.cavga.model.CommonSettings}.
 *
 * <p>The file's format is a promise: files of version 1 and 2 stay readable, and a change of what
 * is written needs a new version. How a prediction is computed may not change with stored
 * thresholds.
 */
package sc.fiji.cavga.model;
