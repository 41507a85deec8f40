package sc.fiji.cavga.image;

/** The part of a picture that shows the retina, in the picture's own pixels. */
public interface FieldOfView {

  /** Whether the pixel (x, y) of the picture belongs to the retina. */
  boolean contains(long x, long y);
}
