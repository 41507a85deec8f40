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

  /**
   * Which pixels of a part of a row belong to it.
   *
   * @param x of the first pixel
   * @param inside gets {@code count} answers, from its beginning
   */
  default void row(long x, long y, boolean[] inside, int count) {
    for (int i = 0; i < count; i++) inside[i] = contains(x + i, y);
  }

  /** How many of a row's first pixels belong to it. */
  default int count(long y, int width) {
    int inside = 0;
    for (int x = 0; x < width; x++) if (contains(x, y)) inside++;
    return inside;
  }
}
