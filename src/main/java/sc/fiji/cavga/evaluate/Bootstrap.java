package sc.fiji.cavga.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How far a metric could lie elsewhere with other test pictures of the same kind: percentile
 * bootstrap over pictures, normal and anomalous ones drawn apart so that no draw lacks either.
 */
final class Bootstrap {

  private static final int DRAWS = 2000;
  private static final double TAIL = 0.025;

  private Bootstrap() {}

  /**
   * The 95 % interval of the pictures' AUROC.
   *
   * @return lower and upper end; NaN with less than two normal or two anomalous pictures
   */
  static double[] auroc(Ranking ranking, long seed) {
    if (ranking.anomalous() < 2 || ranking.normal() < 2)
      return new double[] {Double.NaN, Double.NaN};
    List<long[]> steps = new ArrayList<>();
    ranking.descend(
        (value, anomalous, normal, overlap) -> steps.add(new long[] {anomalous, normal}));
    int[] anomalousSteps = stepOfEach(steps, 0, (int) ranking.anomalous());
    int[] normalSteps = stepOfEach(steps, 1, (int) ranking.normal());
    Random random = new Random(seed);
    double[] areas = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++)
      areas[draw] =
          area(
              drawn(anomalousSteps, steps.size(), random),
              drawn(normalSteps, steps.size(), random));
    Arrays.sort(areas);
    int cut = (int) Math.floor(TAIL * DRAWS);
    return new double[] {areas[cut], areas[DRAWS - 1 - cut]};
  }

  private static int[] stepOfEach(List<long[]> steps, int column, int count) {
    int[] stepOfEach = new int[count];
    int position = 0;
    for (int step = 0; step < steps.size(); step++)
      for (long i = 0; i < steps.get(step)[column]; i++) stepOfEach[position++] = step;
    return stepOfEach;
  }

  private static int[] drawn(int[] stepOfEach, int steps, Random random) {
    int[] counts = new int[steps];
    for (int i = 0; i < stepOfEach.length; i++)
      counts[stepOfEach[random.nextInt(stepOfEach.length)]]++;
    return counts;
  }

  private static double area(int[] anomalous, int[] normal) {
    double area = 0;
    long found = 0;
    long passed = 0;
    for (int step = 0; step < anomalous.length; step++) {
      area += normal[step] * (found + anomalous[step] / 2.0);
      found += anomalous[step];
      passed += normal[step];
    }
    return area / found / passed;
  }
}
