/**
 * From a picture to what is anomalous in it: map, score, decision, regions and outlines in the
 * picture's own pixels. It knows no method, but for {@code localize.disc}, which measures optic
 * discs without a model.
 *
 * <p>Doors: {@link sc.fiji.cavga.localize.Localizer} for one picture, {@link
 * sc.fiji.cavga.localize.Localization}, what was found, and {@link
 * sc.fiji.cavga.localize.folder.FolderLocalizer} for a folder.
 *
 * <p>How an overlay looks may be changed here alone. Regions and columns of tables may not: scripts
 * read them.
 */
package sc.fiji.cavga.localize;
