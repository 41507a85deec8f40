/**
 * The ways in which outlines of optic disc and cup lie on disk: plain folders, and the published
 * sets. Doors: {@link sc.fiji.cavga.method.disc.teaching.layout.OutlineLayouts}, which finds the
 * layout of a folder, and {@link sc.fiji.cavga.method.disc.teaching.layout.OutlinedPictures}, what
 * is in it.
 *
 * <p>They are no layouts of {@code dataset}: those tell normal pictures from anomalous ones and
 * train pictures from test pictures, these have two outlines for each picture and nothing else.
 *
 * <p>A layout is a table of file names, not a class. A new one is an entry in {@code KnownLayouts}.
 * Names of layouts stand in scripts and may not change.
 */
package sc.fiji.cavga.method.disc.teaching.layout;
