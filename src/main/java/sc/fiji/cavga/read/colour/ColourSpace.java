package sc.fiji.cavga.read.colour;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;

/**
 * The colours of a screen or camera: a tone curve for each channel, and the light of its red, green
 * and blue. White is white in all of them. Immutable.
 */
public final class ColourSpace {

  private static final int STEPS = 65535;

  /** Less than what an 8-bit picture tells apart: profiles of sRGB differ by so much. */
  private static final double SAME = 1.5 / 255;

  private static final int GRID = 9;

  /** What the primaries of sRGB are in CIE XYZ for the white D50, as ICC rounds them. */
  private static final RealMatrix SRGB_TO_D50 =
      MatrixUtils.createRealMatrix(
          new double[][] {
            {0.43607, 0.38515, 0.14307},
            {0.22249, 0.71687, 0.06061},
            {0.01392, 0.09708, 0.71410}
          });

  private static final RealMatrix D50_TO_SRGB = MatrixUtils.inverse(SRGB_TO_D50);

  /** Bradford's response of the eye, by which whites are adapted. */
  private static final RealMatrix BRADFORD =
      MatrixUtils.createRealMatrix(
          new double[][] {
            {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
          });

  private static final double[] D50 = {0.9642, 1, 0.8249};

  private final ToneCurve[] curves;
  private final RealMatrix toSrgb;

  /**
   * @param curves one for grey, three for colour
   * @param toD50 columns red, green and blue, rows X, Y and Z
   */
  ColourSpace(ToneCurve[] curves, RealMatrix toD50) {
    this.curves = curves.clone();
    this.toSrgb = D50_TO_SRGB.multiply(toD50);
  }

  /** Grey of this curve. */
  static ColourSpace grey(ToneCurve curve) {
    return new ColourSpace(new ToneCurve[] {curve}, SRGB_TO_D50);
  }

  /**
   * What a PNG says without a profile.
   *
   * @param exponent from stored numbers to light, 2.2 for most; NaN for the curve of sRGB
   * @param xy of white, red, green and blue, eight numbers; empty for those of sRGB
   * @throws IllegalArgumentException when such primaries cannot be
   */
  public static ColourSpace of(double exponent, double... xy) {
    ToneCurve curve = Double.isNaN(exponent) ? ToneCurve.SRGB : ToneCurve.gamma(exponent);
    RealMatrix toD50 = xy.length == 0 ? SRGB_TO_D50 : adapted(xy);
    return new ColourSpace(new ToneCurve[] {curve, curve, curve}, toD50);
  }

  private static RealMatrix adapted(double... xy) {
    for (double number : xy)
      if (!(number > 0 && number < 1)) throw new IllegalArgumentException("no such light");
    RealMatrix primaries = MatrixUtils.createRealMatrix(3, 3);
    for (int i = 0; i < 3; i++) primaries.setColumn(i, xyz(xy[2 + 2 * i], xy[3 + 2 * i]));
    double[] white = xyz(xy[0], xy[1]);
    double[] amounts = MatrixUtils.inverse(primaries).operate(white);
    RealMatrix toXyz = primaries.multiply(MatrixUtils.createRealDiagonalMatrix(amounts));
    double[] from = BRADFORD.operate(white);
    double[] to = BRADFORD.operate(D50);
    double[] gains = {to[0] / from[0], to[1] / from[1], to[2] / from[2]};
    return MatrixUtils.inverse(BRADFORD)
        .multiply(MatrixUtils.createRealDiagonalMatrix(gains))
        .multiply(BRADFORD)
        .multiply(toXyz);
  }

  private static double[] xyz(double x, double y) {
    return new double[] {x / y, 1, (1 - x - y) / y};
  }

  /** Whether nobody can see a difference to sRGB, so that pixels may stay as they are. */
  public boolean isSrgb() {
    double[] stored = new double[3];
    for (int i = 0; i < GRID * GRID * GRID; i++) {
      int rest = i;
      for (int c = 0; c < 3; c++, rest /= GRID) stored[c] = rest % GRID / (GRID - 1.0);
      double[] found = srgb(light(stored));
      for (int c = 0; c < 3; c++)
        if (!(Math.abs(found[c] - (curves.length == 1 ? stored[0] : stored[c])) < SAME))
          return false;
    }
    for (int i = 0; i <= 255; i++)
      if (!(Math.abs(stored(light(i / 255.0, i / 255.0, i / 255.0)[0]) - i / 255.0) < SAME))
        return false;
    return true;
  }

  private double[] light(double... stored) {
    double[] light = new double[3];
    for (int c = 0; c < 3; c++)
      light[c] = curves.length == 1 ? curves[0].light(stored[0]) : curves[c].light(stored[c]);
    return light;
  }

  private double[] srgb(double... light) {
    double[] linear = toSrgb.operate(light);
    for (int c = 0; c < 3; c++) linear[c] = stored(linear[c]);
    return linear;
  }

  private static double stored(double light) {
    double limited = Math.min(1, Math.max(0, light));
    return limited <= 0.0031308
        ? 12.92 * limited
        : 1.055 * StrictMath.pow(limited, 1 / 2.4) - 0.055;
  }

  /** Whether it speaks of such a picture's channels. */
  public boolean fits(Picture picture) {
    return curves.length == picture.channels();
  }

  /** The picture in sRGB, computed once, 16 bits for each number. Needs {@link #fits}. */
  public Picture toSrgb(Picture picture) {
    float[][] light = new float[curves.length][STEPS + 1];
    for (int c = 0; c < curves.length; c++)
      for (int i = 0; i <= STEPS; i++) light[c][i] = (float) curves[c].light(i / (double) STEPS);
    short[] encoded = new short[STEPS + 1];
    for (int i = 0; i <= STEPS; i++)
      encoded[i] = (short) Math.round(STEPS * stored(i / (double) STEPS));
    int width = picture.width();
    int height = picture.height();
    int channels = curves.length;
    short[][] planes = new short[channels][width * height];
    double[][] matrix = toSrgb.getData();
    float[] linear = new float[channels];
    RandomAccess<FloatType> from = picture.pixels().randomAccess();
    for (int y = 0, at = 0; y < height; y++)
      for (int x = 0; x < width; x++, at++) {
        for (int c = 0; c < channels; c++)
          linear[c] = light[c][step(from.setPositionAndGet(x, y, c).get())];
        for (int c = 0; c < channels; c++) {
          double mixed = channels == 1 ? linear[0] : 0;
          for (int k = 0; k < 3 && channels == 3; k++) mixed += matrix[c][k] * linear[k];
          planes[c][at] = encoded[step(mixed)];
        }
      }
    return picture.with(
        PixelView.of(
            width,
            height,
            channels,
            (x, y, c) -> (planes[c][y * width + x] & 0xffff) / (float) STEPS),
        picture.pixelSize());
  }

  /** What is no number becomes black. */
  private static int step(double value) {
    return (int) Math.round(STEPS * Math.min(1, Math.max(0, value)));
  }
}
