/**
 * What is seen in ImageJ: overlays, tables, images, the training window; all that needs its windows
 * or AWT.
 *
 * <p>Doors: {@link sc.fiji.cavga.ui.OverlayPainting}, {@link sc.fiji.cavga.ui.LocalizationTables},
 * {@link sc.fiji.cavga.ui.TrainingWindow}, {@link sc.fiji.cavga.ui.Desktop}.
 *
 * <p>Looks may be changed here alone. Names of columns, of overlay elements and of image properties
 * may not: macros hold them.
 */
package sc.fiji.cavga.ui;
