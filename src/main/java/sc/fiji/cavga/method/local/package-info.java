/**
 * The default method: half the squared Mahalanobis distance of each place from what is normal
 * there, and a U-Net that synthetic anomalies teach.
 *
 * <p>The first is PaDiM (Defard et al. 2021) with features that need no network; the second is
 * DRAEM (Zavrtanik et al. 2021) on z-scores instead of pictures. Door: {@link
 * sc.fiji.cavga.method.local.LocalMethod}; {@link sc.fiji.cavga.method.local.LocalModel} joins the
 * two.
 *
 * <p>Keys of settings and names of arrays stand in model files and may not change. All else may be
 * changed in this package and those below it; the maps then need new measurements.
 */
package sc.fiji.cavga.method.local;
