/**
 * How the paper's network is trained: steps, epochs, validation, early stopping, statistics at the
 * end.
 *
 * <p>Doors: {@link sc.fiji.cavga.method.cavga.training.CavgaSettings}, {@link
 * sc.fiji.cavga.method.cavga.training.CavgaTraining} and {@link
 * sc.fiji.cavga.method.cavga.training.TrainingCurves}. The paper does not say optimizer, epochs,
 * batch or sizes; the defaults are this project's own.
 *
 * <p>A resumed training must give the bits of an uninterrupted one. Keys of settings and of the
 * training record may not change.
 */
package sc.fiji.cavga.method.cavga.training;
