/**
 * The method {@code disc}: optic disc, cup and rim, measured and compared with the normal limits of
 * the user's own healthy eyes. It finds glaucoma, in which the cup grows and the rim thins.
 *
 * <p>Doors: {@link sc.fiji.cavga.method.disc.DiscMethod}, and for measuring without a model {@link
 * sc.fiji.cavga.method.disc.outline.DiscOutliner} with {@link
 * sc.fiji.cavga.method.disc.measure.DiscMeasurement}.
 *
 * <p>Outlines come from two small U-Nets (Ronneberger et al. 2015) that are shipped; the limits
 * follow the Moorfields regression analysis (Wollstein et al. 1998).
 */
package sc.fiji.cavga.method.disc;
