package sc.fiji.cavga.retina;

/**
 * The part of a picture that shows the retina, in the picture's own pixels. Everything outside it
 * counts for nothing.
 *
 * <p>Implementations are immutable and may be asked from several threads at once.
 */
@FunctionalInterface
public interface FieldOfView {

  /** Whether the pixel (x, y) of the picture belongs to the retina. False beyond the picture. */
  boolean contains(long x, long y);
}
