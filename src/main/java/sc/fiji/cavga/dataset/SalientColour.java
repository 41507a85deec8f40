package sc.fiji.cavga.dataset;

import java.util.Arrays;
import java.util.Comparator;
import sc.fiji.cavga.image.PreparedPicture;
import sc.fiji.cavga.image.SalientPlace;

/** The colour of what stands out most where it does so most, as that of the optic cup. */
final class SalientColour {

  /** How far around its middle, in pixels of a picture of 128. */
  private static final double REACH = 5;

  /** So much of what lies there shows it. */
  private static final double SHARE = 0.2;

  private SalientColour() {}

  /**
   * @return [C], the mean of the brightest pixels around, or of the darkest where it is dark
   */
  static double[] of(PreparedPicture picture) {
    SalientPlace middle = SalientPlace.middle(picture);
    int size = picture.size();
    double reach = REACH * size / 128;
    Integer[] around = new Integer[size * size];
    int count = 0;
    for (int i = 0; i < around.length; i++)
      if (picture.fieldOfView()[i] > 0
          && Math.hypot(i % size - middle.x, i / size - middle.y) <= reach) around[count++] = i;
    Comparator<Integer> dark = Comparator.comparingDouble(pixel -> sum(picture, pixel));
    Arrays.sort(around, 0, count, middle.isBright() ? dark.reversed() : dark);
    int shown = Math.min(count, Math.max(1, (int) (SHARE * count)));
    double[] colour = new double[picture.channels()];
    for (int k = 0; k < shown; k++)
      for (int c = 0; c < colour.length; c++)
        colour[c] += picture.values()[c * size * size + around[k]] / shown;
    return colour;
  }

  private static double sum(PreparedPicture picture, int pixel) {
    int plane = picture.size() * picture.size();
    double sum = 0;
    for (int c = 0; c < picture.channels(); c++) sum += picture.values()[c * plane + pixel];
    return sum;
  }
}
