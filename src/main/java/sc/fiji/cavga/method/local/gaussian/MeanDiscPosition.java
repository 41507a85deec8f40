package sc.fiji.cavga.method.local.gaussian;

import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.preprocess.OpticDiscLocator;

/**
 * Where in normal pictures lies what stands out most, such as the optic disc. Eyes do not all look
 * the same way: a place is normal or not by how it lies to the optic disc, not by how it lies in
 * the photograph. Each picture's places are compared with those that lie so in the mean one.
 */
public final class MeanDiscPosition {

  /** Fewer pictures cannot tell a mean position. */
  static final int FEWEST_PICTURES = 8;

  /** A larger spread, as a share of the width, says that what stands out has no mean position. */
  private static final double LARGEST_SPREAD = 1 / 12.0;

  /** Farther off along a side, as a share of the width, it is something else that stands out. */
  private static final double FARTHEST = 1 / 4.0;

  /** What the median absolute deviation of a Gaussian is multiplied with to be its spread. */
  private static final double TO_SPREAD = 1.4826;

  private final double x;
  private final double y;

  /**
   * @param x in pixels at the model's size
   * @param y in pixels at the model's size
   * @throws IllegalArgumentException when a number is not finite
   */
  public MeanDiscPosition(double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y))
      throw new IllegalArgumentException("its mean disc position is not a number.");
    this.x = x;
    this.y = y;
  }

  /**
   * @param places in normal pictures
   * @param size width and height of the pictures in pixels
   * @return null where what stands out has no mean position
   */
  static MeanDiscPosition of(List<OpticDiscLocator> places, int size) {
    if (places.size() < FEWEST_PICTURES) return null;
    double[] xs = places.stream().mapToDouble(place -> place.x).toArray();
    double[] ys = places.stream().mapToDouble(place -> place.y).toArray();
    double x = median(xs);
    double y = median(ys);
    double spread = Math.max(spread(xs, x), spread(ys, y));
    return spread > LARGEST_SPREAD * size ? null : new MeanDiscPosition((float) x, (float) y);
  }

  private static double spread(double[] values, double median) {
    return TO_SPREAD
        * median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** In pixels at the model's size. */
  public double x() {
    return x;
  }

  /** In pixels at the model's size. */
  public double y() {
    return y;
  }

  /**
   * Which places of the mean picture a picture's are to be compared with; the same ones where it
   * shows nothing near the mean position.
   *
   * @param values [C,H,W], in 0 to 1
   * @param fieldOfView [H,W]
   */
  DiscOffset alignment(float[] values, int channels, float[] fieldOfView, int size) {
    OpticDiscLocator place = OpticDiscLocator.middle(values, channels, fieldOfView, size);
    double right = x - place.x;
    double down = y - place.y;
    double most = FARTHEST * size;
    return Math.abs(right) > most || Math.abs(down) > most
        ? DiscOffset.none(size)
        : new DiscOffset(size, (int) Math.round(right), (int) Math.round(down));
  }
}
