package sc.fiji.cavga.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The statistics that healthy eyes might have had with other cameras. A camera changes colours,
 * brightness, contrast and sharpness by factors, and the statistics are logarithms: so it shifts
 * them. The shifts are as large as those between the cameras of IDRiD, HRF and HYGD.
 */
final class OtherCameras {

  /** Of each eye; half of them are the other half turned round, so that means stay. */
  private static final int COPIES = 8;

  private static final double RED_GREEN = 0.25;
  private static final double GREEN_BLUE = 0.3;
  private static final double BRIGHTNESS = 0.15;
  private static final double FIELD = 0.09;
  private static final double CONTRAST = 0.15;

  /** Of what a blur of a two-hundredth of the width does. */
  private static final double SHARPNESS = 0.5;

  /** Of each contrast alone: noise, compression, filters. */
  private static final double EACH_CONTRAST = 0.1;

  private OtherCameras() {}

  /**
   * @param eyes of each the statistics, in the order of {@link PictureStatistics#NAMES}
   * @param blur how a blur shifts them
   * @return the eyes themselves, and copies as other cameras might have shown them
   */
  static List<double[]> with(List<double[]> eyes, double[] blur) {
    SplittableRandom random = new SplittableRandom(0);
    List<double[]> all = new ArrayList<>(eyes);
    for (double[] eye : eyes)
      for (int copy = 0; copy < COPIES; copy += 2) {
        double[] shift = shift(blur, random);
        all.add(shifted(eye, shift, 1));
        all.add(shifted(eye, shift, -1));
      }
    return all;
  }

  private static double[] shift(double[] blur, SplittableRandom random) {
    double contrast = CONTRAST * normal(random);
    double sharpness = SHARPNESS * normal(random);
    double[] shift = new double[blur.length];
    for (int i = 0; i < shift.length; i++)
      shift[i] =
          PictureStatistics.isContrast(i)
              ? contrast + sharpness * blur[i] + EACH_CONTRAST * normal(random)
              : spread(PictureStatistics.NAMES.get(i)) * normal(random);
    return shift;
  }

  private static double spread(String name) {
    switch (name) {
      case PictureStatistics.RED_GREEN:
        return RED_GREEN;
      case PictureStatistics.GREEN_BLUE:
        return GREEN_BLUE;
      case PictureStatistics.BRIGHTNESS:
        return BRIGHTNESS;
      default:
        return FIELD;
    }
  }

  /** Near enough: the sum of twelve uniform numbers less their mean. */
  private static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) sum += random.nextDouble();
    return sum;
  }

  private static double[] shifted(double[] eye, double[] shift, int sign) {
    double[] shifted = eye.clone();
    for (int i = 0; i < shifted.length; i++) shifted[i] += sign * shift[i];
    return shifted;
  }
}
