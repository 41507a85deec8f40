/**
 * Picture files: which reader knows a file, and pictures of what it gives. Failures are one
 * sentence each.
 *
 * <p>Door: {@link sc.fiji.cavga.read.PictureReader}. A new format is one class that implements
 * {@link sc.fiji.cavga.read.file.ImageReader} as a plugin; without SciJava's context it is also
 * named in {@link sc.fiji.cavga.read.PictureReader}.
 *
 * <p>How a format is read may be changed here alone. The values of pixels may not: models were
 * trained on them.
 */
package sc.fiji.cavga.read;
