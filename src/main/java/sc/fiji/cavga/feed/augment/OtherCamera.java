package sc.fiji.cavga.feed.augment;

import java.util.Arrays;
import java.util.SplittableRandom;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.plane.SampledCurve;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * What another camera might have made of the same eye: another tone curve, gain and veil in each
 * channel, another sharpness and noise, and another framing, so that disc and macula lie elsewhere
 * and are of another size. A model that has seen eyes so does not take a camera for a disease.
 */
public final class OtherCamera {

  /** Natural logarithms of the tone curve's exponent, of all channels and of each. */
  private static final double GAMMA = 0.175;

  private static final double GAMMA_OF_EACH = 0.1;

  /** Natural logarithms of the gain, of all channels and of each. */
  private static final double GAIN = 0.15;

  private static final double GAIN_OF_EACH = 0.125;

  /** The most light that is added everywhere, as a share of white. */
  private static final double VEIL = 0.025;

  /** Of the difference from a blur: that is added to sharpen, or taken away. */
  private static final double SHARPNESS = 0.35;

  /** Blue is compressed more than the others. */
  private static final double SHARPNESS_OF_BLUE = 0.15;

  /** Standard deviations in pixels at 128 pixels of what is sharpened. */
  private static final double FINEST = 0.6;

  private static final double COARSEST = 1.2;

  /** Twice its standard deviation in a white place, and four times that in blue. */
  private static final double NOISE = 0.01;

  private static final double NOISY_SHARE = 0.5;
  private static final double DARKEST_NOISE = 0.02;

  /** Natural logarithm: fields of view of 45 and of 50 degrees differ by as much. */
  private static final double MAGNIFICATION = 0.12;

  /** Of the width, along each side. */
  private static final double SHIFT = 0.04;

  private static final int BLUE = 2;

  private final SplittableRandom random;

  private OtherCamera(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * A varied copy; the same seed gives the same bits.
   *
   * @return values in 0 to 1; with the original's placement, which no longer maps to the file's
   *     pixels, and nothing outside the original's field of view
   */
  public static PreparedPicture apply(PreparedPicture picture, long seed) {
    OtherCamera camera = new OtherCamera(seed);
    return camera.coloured(camera.framed(picture));
  }

  private PreparedPicture framed(PreparedPicture picture) {
    double magnification = factor(MAGNIFICATION);
    double right = symmetric(SHIFT * picture.size());
    double down = symmetric(SHIFT * picture.size());
    PreparedPicture moved = Warp.magnify(magnification, right, down).apply(picture);
    float[] before = picture.fieldOfView();
    float[] inside = moved.fieldOfView();
    float[] values = moved.values();
    for (int i = 0; i < inside.length; i++) if (!(before[i] > 0)) inside[i] = 0;
    for (int i = 0; i < values.length; i++) if (!(inside[i % inside.length] > 0)) values[i] = 0;
    return moved;
  }

  private PreparedPicture coloured(PreparedPicture picture) {
    float[] inside = picture.fieldOfView();
    int plane = inside.length;
    float[] values = picture.values().clone();
    double gamma = symmetric(GAMMA);
    double gain = symmetric(GAIN);
    double sharpness = symmetric(SHARPNESS);
    double width = MaskedGaussian.scaled(random.nextDouble(FINEST, COARSEST), picture.size());
    MaskedGaussian blur = new MaskedGaussian(inside, picture.size(), width);
    for (int channel = 0; channel < picture.channels(); channel++) {
      float[] one = Arrays.copyOfRange(values, channel * plane, (channel + 1) * plane);
      tone(one, inside, gamma + symmetric(GAMMA_OF_EACH), gain + symmetric(GAIN_OF_EACH));
      boolean blue = channel == BLUE;
      double more = symmetric(SHARPNESS_OF_BLUE);
      sharpen(one, inside, blur, blue ? sharpness + more : sharpness);
      double noise = random.nextDouble(0, blue ? 2 * NOISE : NOISE);
      if (random.nextDouble() < NOISY_SHARE) noise(one, inside, noise);
      for (int i = 0; i < plane; i++)
        if (inside[i] > 0) values[channel * plane + i] = Math.min(1, Math.max(0, one[i]));
    }
    return new PreparedPicture(
        picture.size(), picture.channels(), values, inside, picture.placement());
  }

  /**
   * @param gamma natural logarithm of the exponent
   * @param gain natural logarithm of the factor
   */
  private void tone(float[] values, float[] inside, double gamma, double gain) {
    double veil = random.nextDouble(0, VEIL);
    double exponent = StrictMath.exp(gamma);
    double factor = StrictMath.exp(gain);
    SampledCurve curve =
        new SampledCurve(1, value -> veil + (1 - veil) * factor * StrictMath.pow(value, exponent));
    for (int i = 0; i < values.length; i++)
      if (inside[i] > 0) values[i] = (float) Math.min(1, curve.at(values[i]));
  }

  private static void sharpen(
      float[] values, float[] inside, MaskedGaussian blur, double sharpness) {
    float[] smooth = blur.blur(values);
    for (int i = 0; i < values.length; i++)
      if (inside[i] > 0) values[i] += (float) (sharpness * (values[i] - smooth[i]));
  }

  /** As light does it: its variance grows with the value. */
  private void noise(float[] values, float[] inside, double strength) {
    for (int i = 0; i < values.length; i++) {
      if (!(inside[i] > 0)) continue;
      double three = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      values[i] += (float) (2 * strength * three * Math.sqrt(Math.max(DARKEST_NOISE, values[i])));
    }
  }

  private double factor(double most) {
    return StrictMath.exp(symmetric(most));
  }

  private double symmetric(double most) {
    return random.nextDouble(-most, most);
  }
}
