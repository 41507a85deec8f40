/**
 * A folder tree of pictures, several at a time, into tables and files; a run that was interrupted
 * goes on where it was.
 *
 * <p>Doors: {@link sc.fiji.cavga.localize.folder.FolderLocalizer}, for other work {@link
 * sc.fiji.cavga.localize.folder.FolderWorker} with {@link
 * sc.fiji.cavga.localize.folder.work.PictureWork}, {@link
 * sc.fiji.cavga.localize.folder.FolderOptions}, {@link
 * sc.fiji.cavga.localize.folder.FolderListener} and {@link
 * sc.fiji.cavga.localize.folder.FolderSummary}. The journal and the output files have packages of
 * their own below, which nobody else needs.
 *
 * <p>The names of files and columns are promises. The journal must be readable by the next run of
 * the same version; how else it works may be changed here alone.
 */
package sc.fiji.cavga.localize.folder;
