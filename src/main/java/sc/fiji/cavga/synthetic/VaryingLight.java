package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * How photographs of healthy things differ without being anomalous: light that falls unevenly, and
 * haze, as reflections, lashes and small pupils cause it. A network that is shown synthetic
 * anomalies in such light does not take the light for one.
 */
public final class VaryingLight {

  private static final double UNEVEN_SHARE = 0.6;
  private static final double LARGEST_UNEVENNESS = 0.125;
  private static final double HAZY_SHARE = 0.5;
  private static final double DENSEST_HAZE = 0.125;

  private VaryingLight() {}

  /**
   * A varied copy; the same seed gives the same bits.
   *
   * @return values in 0 to 1, as they were outside the field of view
   */
  public static PreparedPicture apply(PreparedPicture picture, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    // All draws are made whatever is used, so that one share does not change the other's pictures.
    WideWaves light = WideWaves.draw(picture.size(), random.nextDouble(0.15, 0.5), random);
    WideWaves haze = WideWaves.draw(picture.size(), random.nextDouble(0.1, 0.4), random);
    double unevenness = drawn(UNEVEN_SHARE, LARGEST_UNEVENNESS, random);
    double thickness = drawn(HAZY_SHARE, DENSEST_HAZE, random);
    double[] veil = {
      random.nextDouble(0.5, 0.9), random.nextDouble(0.5, 0.8), random.nextDouble(0.3, 0.7)
    };
    if (picture.channels() == 1) veil[0] = veil[1];
    float[] values = picture.values().clone();
    float[] inside = picture.fieldOfView();
    // A pattern that changes nothing need not be made.
    float[] lightening = unevenness > 0 ? light.pattern() : new float[inside.length];
    float[] veiling = thickness > 0 ? haze.pattern() : new float[inside.length];
    for (int c = 0, i = 0; c < picture.channels(); c++)
      for (int pixel = 0; pixel < inside.length; pixel++, i++) {
        if (!(inside[pixel] > 0)) continue;
        double lit = values[i] * (1 + unevenness * lightening[pixel]);
        double covered = thickness * Math.max(0, veiling[pixel]);
        double hazy = lit + covered * (veil[c] - lit);
        values[i] = (float) Math.min(1, Math.max(0, hazy));
      }
    return new PreparedPicture(
        picture.size(), picture.channels(), values, inside, picture.placement());
  }

  private static double drawn(double share, double most, SplittableRandom random) {
    double amount = random.nextDouble(0, most);
    return random.nextDouble() < share ? amount : 0;
  }
}
