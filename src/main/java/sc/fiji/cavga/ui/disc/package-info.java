/**
 * The optic disc in ImageJ's windows: outlines and clock hours on an image, tables, and what a
 * person has made of the outlines.
 *
 * <p>Doors: {@link sc.fiji.cavga.ui.disc.DiscPainting}, {@link sc.fiji.cavga.ui.disc.DiscTables}
 * and {@link sc.fiji.cavga.ui.disc.CorrectedDisc}.
 *
 * <p>Looks may be changed here alone. Names of selections, columns and image properties may not:
 * macros hold them.
 */
package sc.fiji.cavga.ui.disc;
