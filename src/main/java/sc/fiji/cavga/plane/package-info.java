/**
 * Arithmetic on planes of pixels, arrays [H,W] row by row: blur, enlargement, connected components,
 * quantiles. It knows neither pictures nor models.
 *
 * <p>Doors: {@link sc.fiji.cavga.plane.MaskedGaussian}, {@link sc.fiji.cavga.plane.Bilinear},
 * {@link sc.fiji.cavga.plane.ConnectedComponents}, {@link sc.fiji.cavga.plane.Quantile}, {@link
 * sc.fiji.cavga.plane.TopShare}.
 *
 * <p>How something is computed may be changed here alone as long as the results stay the same. With
 * other results, even in the last bit, the maps of stored models change.
 */
package sc.fiji.cavga.plane;
