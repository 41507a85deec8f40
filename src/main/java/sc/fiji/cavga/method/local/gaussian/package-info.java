/**
 * A Gaussian of feature vectors for every position, fitted in closed form: PaDiM (Defard, Setkov,
 * Loesch and Audigier, ICPR Workshops 2021). The features are differences of Gaussians of the
 * picture itself.
 *
 * <p>Doors: {@link sc.fiji.cavga.method.local.gaussian.GaussianFieldFitter}, {@link
 * sc.fiji.cavga.method.local.gaussian.GaussianField} and {@link
 * sc.fiji.cavga.method.local.gaussian.ZScores}, what the U-Net sees. Pictures are [C,H,W], maps
 * [H,W].
 *
 * <p>How the field is computed may be changed here alone as long as maps keep their bits; other
 * features need new models and new measurements.
 */
package sc.fiji.cavga.method.local.gaussian;
