package sc.fiji.cavga.dataset.mask;

import java.util.Set;
import java.util.stream.Collectors;

/** Which values of a mask are anomalous. Immutable. */
public final class MaskRule {

  /** Everything but black. */
  public static final MaskRule NOT_BLACK = new MaskRule(false, Set.of(), 1);

  private final boolean inverted;
  private final Set<Integer> labels;
  private final int cut;

  /**
   * @param inverted whether what would be marked is not, and the other way round
   * @param labels the values that are marked, 0 to 255; empty for all from the cut on
   * @param cut the lowest value that is marked, 1 to 255
   * @throws IllegalArgumentException with one sentence when a value is none, or both labels and a
   *     cut are given
   */
  public MaskRule(boolean inverted, Set<Integer> labels, int cut) {
    for (int label : labels)
      if (label < 0 || label > 255)
        throw new IllegalArgumentException(
            "A mask's label is 0 to 255, not " + label + ": give it as in an 8-bit picture.");
    if (cut < 1 || cut > 255)
      throw new IllegalArgumentException("A mask's cut is 1 to 255, not " + cut + ".");
    if (cut > 1 && !labels.isEmpty())
      throw new IllegalArgumentException(
          "Masks are read by their labels or from a cut on: give one of the two.");
    this.inverted = inverted;
    this.labels = Set.copyOf(labels);
    this.cut = cut;
  }

  /** Whether somebody has said more than "everything but black". */
  public boolean isChosen() {
    return inverted || !labels.isEmpty() || cut > 1;
  }

  /** What is anomalous in a mask, for people. */
  @Override
  public String toString() {
    if (!labels.isEmpty())
      return labels.stream()
          .sorted()
          .map(String::valueOf)
          .collect(Collectors.joining(", ", inverted ? "all values but " : "the values ", ""));
    if (cut == 1) return inverted ? "black alone" : "everything but black";
    return inverted ? "values below " + cut : "values from " + cut + " on";
  }

  boolean isInverted() {
    return inverted;
  }

  /**
   * Whether a pixel is anomalous.
   *
   * @param value of its brightest channel, as {@link #value} gives it
   */
  public boolean marks(int value) {
    return inverted != (labels.isEmpty() ? value >= cut : labels.contains(value));
  }

  /**
   * A pixel as 8 bits have it; only black is 0.
   *
   * @param brightness 0 to 1
   */
  static int value(float brightness) {
    if (brightness == 0) return 0;
    return Math.max(1, Math.min(255, Math.round(255 * brightness)));
  }
}
