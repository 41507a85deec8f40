/**
 * What all readers share: the reader's interface, a file's first bytes, limits of memory, packed
 * samples.
 *
 * <p>Doors: {@link sc.fiji.cavga.read.file.ImageReader}, which readers implement, {@link
 * sc.fiji.cavga.read.file.PictureFile}, which gives a file's pictures one by one, and {@link
 * sc.fiji.cavga.read.file.UnsupportedPictureException}, by which one leaves a file to the next.
 * Limits may be changed here alone; the interface may not, because update sites may bring readers.
 */
package sc.fiji.cavga.read.file;
