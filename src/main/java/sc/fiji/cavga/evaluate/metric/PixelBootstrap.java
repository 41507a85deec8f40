package sc.fiji.cavga.evaluate.metric;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import sc.fiji.cavga.evaluate.ranking.CountRanking;
import sc.fiji.cavga.evaluate.ranking.Ranking;
import sc.fiji.cavga.evaluate.ranking.RankingMetrics;

/**
 * How far what pixels tell could lie elsewhere with other test pictures of the same kind. Pictures
 * are drawn, never single pixels: those of one picture are far too alike to count as many.
 */
final class PixelBootstrap {

  private static final int DRAWS = 200;

  private final List<Entry> normal = new ArrayList<>();
  private final List<Entry> anomalous = new ArrayList<>();

  private static final class Entry {
    final MapCounts counts;
    final Overlap overlap;

    Entry(MapCounts counts, Overlap overlap) {
      this.counts = counts;
      this.overlap = overlap;
    }
  }

  /**
   * @param mask null for a normal picture
   * @param overlap of the map and the mask at the calibrated threshold
   */
  void add(float[] map, boolean[] mask, int width, Overlap overlap) {
    (mask == null ? normal : anomalous).add(new Entry(MapCounts.of(map, mask, width), overlap));
  }

  /**
   * The 95 % intervals of pixel AUROC and AP, AUPRO, IoU and Dice at the calibrated threshold.
   *
   * @return empty with less than two normal or two anomalous maps
   */
  Map<Metric, Interval> intervals(double auproLimit, long seed) {
    if (normal.size() < 2 || anomalous.size() < 2) return Map.of();
    double[] values = new double[MapCounts.BINS];
    for (int i = 0; i < values.length; i++) values[i] = MapCounts.value(MapCounts.BINS - 1 - i);
    Random random = new Random(seed);
    Draws draws = new Draws(DRAWS);
    for (int draw = 0; draw < DRAWS; draw++) draws.put(draw, one(values, auproLimit, random));
    return draws.intervals();
  }

  private Map<Metric, Double> one(double[] values, double auproLimit, Random random) {
    long[] positives = new long[MapCounts.BINS];
    long[] negatives = new long[MapCounts.BINS];
    double[] overlaps = new double[MapCounts.BINS];
    long regions = 0;
    Overlap overlap = new Overlap(Overlap.CALIBRATED);
    for (List<Entry> entries : List.of(normal, anomalous))
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(random.nextInt(entries.size()));
        entry.counts.addTo(positives, negatives, overlaps);
        overlap.add(entry.overlap);
        regions += entry.counts.regions();
      }
    Ranking ranking = new CountRanking(values, positives, negatives, overlaps);
    Map<Metric, Double> drawn = new EnumMap<>(Metric.class);
    drawn.put(Metric.PIXEL_AUROC, RankingMetrics.auroc(ranking));
    drawn.put(Metric.PIXEL_AP, RankingMetrics.averagePrecision(ranking));
    drawn.put(Metric.AUPRO_30, RegionOverlap.area(ranking, regions, auproLimit));
    drawn.put(Metric.IOU_AT_THRESHOLD, overlap.intersectionOverUnion());
    drawn.put(Metric.DICE_AT_THRESHOLD, overlap.dice());
    return drawn;
  }
}
