/**
 * The paper's method: Venkataramanan, Peng, Singh and Mahalanobis, <i>Attention Guided Anomaly
 * Localization in Images</i>, ECCV 2020, arXiv 1911.08616. A convolutional variational autoencoder
 * with a discriminator is taught so that its attention covers all of a normal picture.
 *
 * <p>Door: {@link sc.fiji.cavga.method.cavga.CavgaMethod}. Where the paper is silent or fails,
 * {@code docs/decisions/cavga-choices.md} says what was chosen.
 *
 * <p>Keys of settings and names of arrays stand in model files and may not change. All else may be
 * changed in this package and those below it without looking elsewhere; its maps then need new
 * measurements.
 */
package sc.fiji.cavga.method.cavga;
