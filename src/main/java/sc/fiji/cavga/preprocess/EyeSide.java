package sc.fiji.cavga.preprocess;

import java.util.Arrays;
import java.util.List;

/**
 * Which side a picture is of: left eyes mirror right ones, so every picture that looks more like
 * the normal ones of one side when it is mirrored is mirrored before anything looks at it. What is
 * normal at a place, such as the optic disc's, is then learned once and not blurred with its mirror
 * image.
 *
 * <p>Learned from normal pictures without anyone naming their side; immutable.
 */
public final class EyeSide {

  /** Cells along each side of the coarse picture that decides. */
  private static final int CELLS = EyeSideFitting.CELLS;

  private final float[] template;

  /**
   * @param template [16,16], what a {@link #coarse coarse} picture of the straight side has more of
   *     than its mirror image; copied
   * @throws IllegalArgumentException when it has another length or a number is not finite
   */
  public EyeSide(float[] template) {
    if (template.length != CELLS * CELLS)
      throw new IllegalArgumentException(
          "The laterality's template must have " + CELLS * CELLS + " numbers.");
    for (float value : template)
      if (!Float.isFinite(value))
        throw new IllegalArgumentException("The laterality's template must have finite numbers.");
    this.template = template.clone();
  }

  /** [16,16], a copy. */
  public float[] template() {
    return template.clone();
  }

  /**
   * Learns what tells the sides apart.
   *
   * @param coarse what {@link #coarse} makes of normal pictures of either side, at least one; its
   *     first decides which side is taken as the straight one
   */
  public static EyeSide of(List<float[]> coarse) {
    return new EyeSide(new EyeSideFitting(coarse).template());
  }

  /**
   * What decides about a picture: the square root of its channels' mean intensity, averaged over
   * the field of view in 16×16 cells, without its mean.
   *
   * @return [16,16], zero in cells outside the field of view
   */
  public static float[] coarse(PreparedPicture picture) {
    int size = picture.size();
    int plane = size * size;
    double[] sums = new double[CELLS * CELLS];
    int[] counts = new int[CELLS * CELLS];
    double total = 0;
    int inside = 0;
    for (int i = 0; i < plane; i++) {
      if (!(picture.fieldOfView()[i] > 0)) continue;
      double value = 0;
      for (int c = 0; c < picture.channels(); c++) value += picture.values()[c * plane + i];
      value = Math.sqrt(Math.max(0, value / picture.channels()));
      int cell = i / size * CELLS / size * CELLS + i % size * CELLS / size;
      sums[cell] += value;
      counts[cell]++;
      total += value;
      inside++;
    }
    float[] coarse = new float[CELLS * CELLS];
    for (int i = 0; i < coarse.length; i++)
      // A cell at the rim counts by the share of it that is seen.
      coarse[i] =
          (float)
              ((sums[i] - counts[i] * total / Math.max(1, inside))
                  * CELLS
                  * CELLS
                  / (double) plane);
    return coarse;
  }

  /** Whether a picture resembles the template more when it is mirrored. */
  boolean isOpposite(PreparedPicture picture) {
    return resemblance(coarse(picture), template) < 0;
  }

  /** The correlation with the template less that of the mirrored picture. */
  private static double resemblance(float[] coarse, float[] template) {
    double difference = 0;
    for (int i = 0; i < coarse.length; i++) {
      int opposite = i - i % CELLS + CELLS - 1 - i % CELLS;
      difference += (double) template[i] * (coarse[i] - coarse[opposite]);
    }
    return difference;
  }

  /** The picture itself, or mirrored where it is of the opposite side. */
  public PreparedPicture align(PreparedPicture picture) {
    return isOpposite(picture) ? picture.mirrored() : picture;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EyeSide && Arrays.equals(template, ((EyeSide) other).template);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(template);
  }
}
