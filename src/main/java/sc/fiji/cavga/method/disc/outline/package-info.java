/**
 * Where optic disc and cup lie in a photograph.
 *
 * <p>Doors: {@link sc.fiji.cavga.method.disc.outline.DiscOutliner}, {@link
 * sc.fiji.cavga.method.disc.outline.OutlinedDisc} and {@link
 * sc.fiji.cavga.method.disc.outline.DiscFinder}; for other programs {@link
 * sc.fiji.cavga.method.disc.outline.DiscNetworks} and {@link
 * sc.fiji.cavga.method.disc.outline.OutlineNumbers}.
 */
package sc.fiji.cavga.method.disc.outline;
