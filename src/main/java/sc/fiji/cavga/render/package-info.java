/**
 * What is seen, drawn once for windows, files and reports: the heat map's colours, outlines, the
 * colour bar, photographs at a size to look at, PNG files. It knows pictures and arrays, but
 * neither models nor what was found. All of it works without a screen.
 *
 * <p>Doors: {@link sc.fiji.cavga.render.HeatMap}, {@link sc.fiji.cavga.render.Outlines}, {@link
 * sc.fiji.cavga.render.ColourBar}, {@link sc.fiji.cavga.render.ReducedPhotograph}, {@link
 * sc.fiji.cavga.render.PngFile}, {@link sc.fiji.cavga.render.FloatTiff}.
 *
 * <p>Colours, lines and letters may be changed here alone; no number that is computed depends on
 * them.
 */
package sc.fiji.cavga.render;
