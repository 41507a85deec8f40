/**
 * The files of a folder run side by side: each is read, looked at and written in a thread of its
 * own, and what was found is taken in the files' order.
 *
 * <p>Doors: {@link sc.fiji.cavga.localize.folder.work.FileTasks}, {@link
 * sc.fiji.cavga.localize.folder.work.FileTask}, {@link
 * sc.fiji.cavga.localize.folder.work.Surroundings} and {@link
 * sc.fiji.cavga.localize.folder.work.FinishedPicture}. Results must not depend on the number of
 * threads.
 */
package sc.fiji.cavga.localize.folder.work;
