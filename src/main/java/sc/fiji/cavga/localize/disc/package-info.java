/**
 * Optic disc, cup and rim of pictures without any model: what is measured, the overlay with clock
 * hours, and the files of a folder run.
 *
 * <p>Doors: {@link sc.fiji.cavga.localize.disc.DiscMeasurer}, {@link
 * sc.fiji.cavga.localize.disc.MeasuredDisc} and {@link sc.fiji.cavga.localize.disc.DiscWork}.
 *
 * <p>How the overlay looks may be changed here alone. Columns and names of files may not: scripts
 * read them.
 */
package sc.fiji.cavga.localize.disc;
