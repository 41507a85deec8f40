package sc.fiji.cavga.model.calibration;

import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.plane.Quantile;

/**
 * The normal atlas: what the raw map is on average over normal pictures, pixel by pixel, and how
 * much it varies. Few pictures make it, so both are smoothed, and the spread has a floor: no pixel
 * may explode because it happened to vary little.
 */
public final class NormalAtlas {

  /** A pixel that fewer pictures cover gets the values of all pixels together. */
  static final int FEWEST_PICTURES = 4;

  /** Standard deviations of the smoothing, as shares of the map's width. */
  private static final double MEAN_BLUR = 1 / 64.0;

  private static final double SPREAD_BLUR = 1 / 32.0;
  private static final double WIDE_BLUR = 1 / 16.0;

  /**
   * The spread's floor as shares of its median over the pixels and of the spread over all values.
   */
  private static final double MEDIAN_SHARE = 0.25;

  private static final double GLOBAL_SHARE = 0.02;
  private static final double SMALLEST_SPREAD = 1e-6;

  private final float[] mean;
  private final float[] spread;

  /** Takes the arrays as they are, both [H,W], the spread positive. */
  public NormalAtlas(float[] mean, float[] spread) {
    this.mean = mean;
    this.spread = spread;
  }

  /**
   * @param sums over all pictures
   * @param left a map among them that is to be left out, with NaN where it covers nothing, so that
   *     a held-out picture is judged by an atlas that does not know it; null to leave out none
   */
  public static NormalAtlas of(PixelSums sums, float[] left, int width) {
    return without(left == null ? List.of() : List.of(left), sums, width);
  }

  /** As the other method, of several maps, such as those of a patient; empty for none. */
  static NormalAtlas without(List<float[]> left, PixelSums sums, int width) {
    return of(sums, left, width, MEAN_BLUR, SPREAD_BLUR);
  }

  /**
   * As the other method, but of wide areas: for a map that already knows what is normal at each
   * place. Where it says more in general, as around the optic disc, lesions are to be expected, and
   * taking that away place by place would hide them.
   */
  static NormalAtlas wideWithout(List<float[]> left, PixelSums sums, int width) {
    return of(sums, left, width, WIDE_BLUR, WIDE_BLUR);
  }

  /** One that leaves values as they are. */
  static NormalAtlas none(int width) {
    float[] ones = new float[width * width];
    Arrays.fill(ones, 1);
    return new NormalAtlas(new float[width * width], ones);
  }

  private static NormalAtlas of(
      PixelSums sums, List<float[]> left, int width, double meanBlur, double spreadBlur) {
    PixelSums out = new PixelSums(sums.counts.length);
    left.forEach(out::add);
    if (out.totalCount == sums.totalCount) out = new PixelSums(sums.counts.length);
    long total = sums.totalCount - out.totalCount;
    double globalMean = (sums.totalSum - out.totalSum) / total;
    double globalVariance =
        variance((sums.totalSquares - out.totalSquares) / total, globalMean, total);
    int pixels = sums.counts.length;
    float[] covered = new float[pixels];
    float[] mean = new float[pixels];
    float[] variance = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      int count = sums.counts[i] - out.counts[i];
      if (sums.counts[i] < FEWEST_PICTURES || count == 0) continue;
      double pixelMean = (sums.sums[i] - out.sums[i]) / count;
      covered[i] = 1;
      mean[i] = (float) pixelMean;
      variance[i] = (float) variance((sums.squares[i] - out.squares[i]) / count, pixelMean, count);
    }
    float[] smoothMean = MaskedGaussian.blur(mean, covered, width, width * meanBlur);
    float[] spread = MaskedGaussian.blur(variance, covered, width, width * spreadBlur);
    for (int i = 0; i < pixels; i++)
      spread[i] = covered[i] > 0 ? (float) Math.sqrt(spread[i]) : Float.NaN;
    float globalSpread = (float) Math.sqrt(globalVariance);
    float median = Quantile.of(List.of(spread), 0.5);
    double floor = Math.max(SMALLEST_SPREAD, GLOBAL_SHARE * globalSpread);
    if (!Float.isNaN(median)) floor = Math.max(floor, MEDIAN_SHARE * median);
    for (int i = 0; i < pixels; i++) {
      if (covered[i] == 0) smoothMean[i] = (float) globalMean;
      spread[i] = (float) Math.max(floor, covered[i] > 0 ? spread[i] : globalSpread);
    }
    return new NormalAtlas(smoothMean, spread);
  }

  private static double variance(double meanSquare, double mean, long count) {
    double biased = Math.max(0, meanSquare - mean * mean);
    return count > 1 ? biased * count / (count - 1) : biased;
  }

  /** How many spreads a value lies above the mean of normals at a pixel. */
  public float deviation(float value, int pixel) {
    return (value - mean[pixel]) / spread[pixel];
  }

  /** [H,W]; the array itself. */
  public float[] mean() {
    return mean;
  }

  /** [H,W]; the array itself. */
  public float[] spread() {
    return spread;
  }
}
