/**
 * A photograph as the rest of the program sees it: values in 0 to 1, axes (X,Y,C), the size of its
 * pixels. It knows no other room.
 *
 * <p>Doors: {@link sc.fiji.cavga.picture.Picture}, {@link sc.fiji.cavga.picture.ImagePlusPictures}
 * and {@link sc.fiji.cavga.picture.Pictures}, which make pictures of ImageJ's and ImgLib2's images
 * without copying, and {@link sc.fiji.cavga.picture.UnusablePictureException}.
 *
 * <p>How values are converted may not change: models were trained on what it gives.
 */
package sc.fiji.cavga.picture;
