package sc.fiji.cavga.evaluate.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import sc.fiji.cavga.evaluate.ranking.CountRanking;
import sc.fiji.cavga.evaluate.ranking.Ranking;

/**
 * How far what pictures' scores tell could lie elsewhere with other test pictures of the same kind:
 * percentile bootstrap over pictures, normal and anomalous ones drawn apart so that no draw lacks
 * either.
 */
public final class Bootstrap {

  private static final int DRAWS = 2000;

  private Bootstrap() {}

  /**
   * The 95 % intervals of {@link ScoreMetrics}.
   *
   * @return empty with less than two normal or two anomalous pictures
   */
  public static Map<Metric, Interval> intervals(Ranking ranking, double threshold, long seed) {
    if (ranking.anomalous() < 2 || ranking.normal() < 2) return Map.of();
    List<Double> values = new ArrayList<>();
    List<long[]> steps = new ArrayList<>();
    ranking.descend(
        (value, anomalous, normal, overlap) -> {
          values.add(value);
          steps.add(new long[] {anomalous, normal});
        });
    double[] descending = values.stream().mapToDouble(Double::doubleValue).toArray();
    int[] anomalousSteps = stepOfEach(steps, 0, (int) ranking.anomalous());
    int[] normalSteps = stepOfEach(steps, 1, (int) ranking.normal());
    Random random = new Random(seed);
    Draws draws = new Draws(DRAWS);
    for (int draw = 0; draw < DRAWS; draw++) {
      long[] anomalous = drawn(anomalousSteps, steps.size(), random);
      long[] normal = drawn(normalSteps, steps.size(), random);
      Ranking resampled = new CountRanking(descending, anomalous, normal, null);
      draws.put(draw, ScoreMetrics.of(resampled, threshold));
    }
    return draws.intervals();
  }

  private static int[] stepOfEach(List<long[]> steps, int column, int count) {
    int[] stepOfEach = new int[count];
    int position = 0;
    for (int step = 0; step < steps.size(); step++)
      for (long i = 0; i < steps.get(step)[column]; i++) stepOfEach[position++] = step;
    return stepOfEach;
  }

  private static long[] drawn(int[] stepOfEach, int steps, Random random) {
    long[] counts = new long[steps];
    for (int i = 0; i < stepOfEach.length; i++)
      counts[stepOfEach[random.nextInt(stepOfEach.length)]]++;
    return counts;
  }
}
