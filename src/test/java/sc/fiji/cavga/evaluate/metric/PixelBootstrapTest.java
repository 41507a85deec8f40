package sc.fiji.cavga.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.evaluate.ranking.CountRanking;
import sc.fiji.cavga.evaluate.ranking.PixelRanking;
import sc.fiji.cavga.evaluate.ranking.Ranking;
import sc.fiji.cavga.evaluate.ranking.RankingMetrics;

class PixelBootstrapTest {

  @Test
  void binsKeepTheOrderAndAreNarrow() {
    float[] values = {-3, -0.5f, -1e-9f, 0, 1e-9f, 0.49f, 0.5f, 1, 1.01f, 7e8f};
    for (int i = 1; i < values.length; i++) {
      int bin = MapCounts.bin(values[i]);
      assertTrue(bin > MapCounts.bin(values[i - 1]), values[i] + "");
      assertEquals(values[i], MapCounts.value(bin), 0.008 * Math.abs(values[i]));
      assertTrue(bin >= 0 && bin < MapCounts.BINS);
    }
    assertEquals(MapCounts.bin(0f), MapCounts.bin(-0f));
  }

  /** One map, drawn always: its binned metrics are close to the exact ones. */
  @Test
  void binsChangeMetricsHardly() {
    Random random = new Random(3);
    int width = 40;
    float[] map = new float[1600];
    boolean[] mask = new boolean[1600];
    for (int i = 0; i < map.length; i++) {
      mask[i] = i % width > 25 && i / width % 7 > 1;
      map[i] = (float) (1 + 0.3 * random.nextGaussian() + (mask[i] ? 0.3 : 0));
      if (i % 11 == 0) map[i] = Float.NaN;
    }
    PixelRanking exact = new PixelRanking();
    exact.add(map, mask, width);
    MapCounts counts = MapCounts.of(map, mask, width);
    long[] positives = new long[MapCounts.BINS];
    long[] negatives = new long[MapCounts.BINS];
    double[] overlaps = new double[MapCounts.BINS];
    counts.addTo(positives, negatives, overlaps);
    double[] values = new double[MapCounts.BINS];
    for (int i = 0; i < values.length; i++) values[i] = MapCounts.value(MapCounts.BINS - 1 - i);
    Ranking binned = new CountRanking(values, positives, negatives, overlaps);
    assertEquals(exact.anomalous(), binned.anomalous());
    assertEquals(exact.normal(), binned.normal());
    assertEquals(exact.regions(), counts.regions());
    assertEquals(RankingMetrics.auroc(exact), RankingMetrics.auroc(binned), 2e-3);
    assertEquals(
        RankingMetrics.averagePrecision(exact), RankingMetrics.averagePrecision(binned), 5e-3);
    assertEquals(
        RegionOverlap.area(exact, 0.3), RegionOverlap.area(binned, counts.regions(), 0.3), 5e-3);
  }

  /** Pictures, not pixels, are drawn: the interval is as wide as two kinds of pictures make it. */
  @Test
  void drawsPictures() {
    PixelBootstrap bootstrap = new PixelBootstrap();
    boolean[] mask = {true, true, false, false};
    for (int i = 0; i < 10; i++) {
      float[] map = i < 5 ? new float[] {2, 2, 0.1f, 0.1f} : new float[] {0.1f, 0.1f, 2, 2};
      bootstrap.add(map, mask, 2, overlap(map, mask));
      assertTrue(bootstrap.intervals(0.3, 1).isEmpty());
    }
    for (int i = 0; i < 2; i++) {
      float[] map = {0.5f, 0.5f, 0.5f, Float.NaN};
      bootstrap.add(map, null, 4, overlap(map, null));
    }
    Map<Metric, Interval> intervals = bootstrap.intervals(0.3, 1);
    Interval overlap = intervals.get(Metric.IOU_AT_THRESHOLD);
    assertTrue(overlap.low() < 0.2 && overlap.high() > 0.5, overlap.low() + " " + overlap.high());
    assertEquals(overlap.low(), bootstrap.intervals(0.3, 1).get(Metric.IOU_AT_THRESHOLD).low());
    assertEquals(5, intervals.size());
  }

  private static Overlap overlap(float[] map, boolean[] mask) {
    Overlap overlap = new Overlap(1);
    overlap.add(map, mask);
    return overlap;
  }
}
