/**
 * From a picture to the network's square, [C,H,W] in 0 to 1, and back to the picture's own pixels.
 *
 * <p>Doors: {@link sc.fiji.cavga.preprocess.Preprocessing}, which a model stores, {@link
 * sc.fiji.cavga.preprocess.PreparedPicture}, {@link sc.fiji.cavga.preprocess.Placement}, where the
 * square lies, {@link sc.fiji.cavga.preprocess.PictureBatch}, and {@link
 * sc.fiji.cavga.preprocess.EyeSide}, by which all eyes are mirrored onto one side.
 *
 * <p>{@link sc.fiji.cavga.preprocess.Tensors} alone turns such arrays into ND4J's. With other
 * values, even in the last bit, the maps of stored models change.
 */
package sc.fiji.cavga.preprocess;
