package sc.fiji.cavga.evaluate.metric;

import java.util.Arrays;
import sc.fiji.cavga.evaluate.ranking.PixelRanking;
import sc.fiji.cavga.plane.ConnectedComponents;
import sc.fiji.cavga.plane.SortableFloat;

/**
 * One map's pixels counted in narrow bins, each less than one per cent of its value wide: little
 * enough to be kept for every test picture, and fine enough for a bootstrap's intervals. The
 * metrics themselves are computed from {@link PixelRanking}, without bins.
 */
final class MapCounts {

  /** Of {@link SortableFloat}'s keys; what is left are sign, exponent and seven bits. */
  private static final int DROPPED_BITS = 16;

  static final int BINS = 1 << (32 - DROPPED_BITS);

  private final char[] bins;
  private final int[] anomalousCounts;
  private final int[] normalCounts;
  private final float[] overlaps;
  private final int regions;

  private MapCounts(
      char[] bins, int[] anomalousCounts, int[] normalCounts, float[] overlaps, int regions) {
    this.bins = bins;
    this.anomalousCounts = anomalousCounts;
    this.normalCounts = normalCounts;
    this.overlaps = overlaps;
    this.regions = regions;
  }

  /**
   * @param map [H,W], row-major; NaN pixels count for nothing
   * @param mask [H,W]; null where all are normal
   */
  static MapCounts of(float[] map, boolean[] mask, int width) {
    long[] entries = new long[map.length];
    int count = 0;
    ConnectedComponents connected =
        mask == null ? null : ConnectedComponents.touching(at -> mask[at], mask.length, width);
    int[] labels = mask == null ? null : connected.labels();
    int[] areas = new int[mask == null ? 1 : 1 + connected.count()];
    for (int i = 0; i < map.length; i++) {
      if (Float.isNaN(map[i])) continue;
      int label = labels == null ? 0 : labels[i];
      areas[label]++;
      entries[count++] = (long) bin(map[i]) << 32 | label;
    }
    Arrays.sort(entries, 0, count);
    int regions = 0;
    for (int label = 1; label < areas.length; label++) if (areas[label] > 0) regions++;
    return counted(entries, count, areas, regions);
  }

  private static MapCounts counted(long[] entries, int count, int[] areas, int regions) {
    int distinct = 0;
    for (int i = 0; i < count; i++)
      if (i == 0 || entries[i] >> 32 != entries[i - 1] >> 32) distinct++;
    char[] bins = new char[distinct];
    int[] normal = new int[distinct];
    int[] anomalous = areas.length == 1 ? null : new int[distinct];
    float[] overlaps = areas.length == 1 ? null : new float[distinct];
    int at = -1;
    for (int i = 0; i < count; i++) {
      char bin = (char) (entries[i] >> 32);
      if (at < 0 || bins[at] != bin) bins[++at] = bin;
      int label = (int) entries[i];
      if (label == 0) normal[at]++;
      else {
        anomalous[at]++;
        overlaps[at] += 1f / areas[label];
      }
    }
    return new MapCounts(bins, anomalous, normal, overlaps, regions);
  }

  /** Larger where the value is larger, 0 to {@link #BINS} − 1. */
  static int bin(float value) {
    return (SortableFloat.key(value) >> DROPPED_BITS) + BINS / 2;
  }

  /** A value of the bin. */
  static double value(int bin) {
    return SortableFloat.value(bin - BINS / 2 << DROPPED_BITS);
  }

  /** Adds to sums over maps, all of which begin with the largest bin. */
  void addTo(long[] anomalous, long[] normal, double[] overlap) {
    for (int i = 0; i < bins.length; i++) {
      int from = BINS - 1 - bins[i];
      normal[from] += normalCounts[i];
      if (anomalousCounts == null) continue;
      anomalous[from] += anomalousCounts[i];
      overlap[from] += overlaps[i];
    }
  }

  /** Connected anomalous regions that lie at least partly inside the map. */
  int regions() {
    return regions;
  }
}
