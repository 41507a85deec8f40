package sc.fiji.cavga.synthetic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.cavga.preprocess.OpticDiscLocator;
import sc.fiji.cavga.preprocess.PreparedPicture;

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
    OpticDiscLocator middle = OpticDiscLocator.middle(picture);
    int size = picture.size();
    double reach = REACH * size / 128;
    Comparator<Integer> dark = Comparator.comparingDouble(pixel -> sum(picture, pixel));
    List<Integer> around =
        IntStream.range(0, size * size)
            .filter(i -> picture.fieldOfView()[i] > 0)
            .filter(i -> Math.hypot(i % size - middle.x, i / size - middle.y) <= reach)
            .boxed()
            .sorted(middle.isBright() ? dark.reversed() : dark)
            .collect(Collectors.toList());
    int shown = Math.min(around.size(), Math.max(1, (int) (SHARE * around.size())));
    double[] colour = new double[picture.channels()];
    for (int k = 0; k < shown; k++)
      for (int c = 0; c < colour.length; c++)
        colour[c] += picture.values()[c * size * size + around.get(k)] / shown;
    return colour;
  }

  private static double sum(PreparedPicture picture, int pixel) {
    int plane = picture.size() * picture.size();
    double sum = 0;
    for (int c = 0; c < picture.channels(); c++) sum += picture.values()[c * plane + pixel];
    return sum;
  }
}
