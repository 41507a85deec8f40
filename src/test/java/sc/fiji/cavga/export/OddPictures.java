package sc.fiji.cavga.export;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Pictures by chance in fields of view of all shapes, for tests. */
final class OddPictures {

  private OddPictures() {}

  /**
   * Whole, a disc, the border's lines alone, half a picture, a chessboard, a pixel, nothing, and
   * islands.
   */
  static List<PreparedPicture> of(int size, int channels, long seed) {
    int middle = size / 2;
    List<IntPredicate> shapes = new ArrayList<>();
    shapes.add(i -> true);
    shapes.add(i -> square(i % size - middle) + square(i / size - middle) < square(size / 3));
    shapes.add(i -> i % size == 0 || i / size == size - 1);
    shapes.add(i -> i % size + i / size < size);
    shapes.add(i -> (i % size + i / size) % 2 == 0);
    shapes.add(i -> i == size + 1);
    shapes.add(i -> false);
    shapes.add(i -> i % size % 7 < 4 && i / size % 9 < 6);
    SplittableRandom random = new SplittableRandom(seed);
    return shapes.stream()
        .map(shape -> picture(size, channels, shape, random))
        .collect(Collectors.toList());
  }

  /** As a healthy one might be: all is inside, and what differs are brightness, waves and noise. */
  static List<PreparedPicture> calm(int size, int channels, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> picture(size, channels, pixel -> pixel >= size, random))
        .collect(Collectors.toList());
  }

  private static double square(double value) {
    return value * value;
  }

  private static PreparedPicture picture(
      int size, int channels, IntPredicate shape, SplittableRandom random) {
    float[] inside = new float[size * size];
    float[] values = new float[channels * size * size];
    double phase = 6 * random.nextDouble();
    double bright = 0.3 + 0.2 * random.nextDouble();
    for (int i = 0; i < inside.length; i++) if (shape.test(i)) inside[i] = 1;
    for (int i = 0; i < values.length; i++)
      if (inside[i % inside.length] > 0)
        values[i] =
            (float)
                (bright
                    + 0.2 * Math.sin(phase + i % size / 5.0)
                    + 0.1 * Math.cos(phase + i % inside.length / size / 3.0)
                    + 0.2 * random.nextDouble());
    return new PreparedPicture(
        size, channels, values, inside, new Placement(size, size, 0, 0, size, (x, y) -> true));
  }
}
