/**
 * How well a model does on test pictures. Nothing here chooses a threshold for anyone to use.
 *
 * <p>Doors: {@link sc.fiji.cavga.evaluate.Evaluator}, which takes a model and a data set, and the
 * {@link sc.fiji.cavga.evaluate.report.EvaluationReport} that it gives.
 *
 * <p>How pictures are read ahead may be changed here alone. What counts as a test picture's truth
 * may not: earlier results could no longer be compared.
 */
package sc.fiji.cavga.evaluate;
