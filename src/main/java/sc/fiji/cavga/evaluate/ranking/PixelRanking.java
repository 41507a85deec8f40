package sc.fiji.cavga.evaluate.ranking;

import sc.fiji.cavga.plane.ConnectedComponents;
import sc.fiji.cavga.plane.SortableFloat;

/**
 * The ranking of the pixels of any number of maps, exact without holding them: only distinct values
 * are kept, with their counts. Beyond {@value #MOST_DISTINCT} distinct values (about 20 million
 * pixels of all different value) neighbouring floats, which differ in the seventh digit, are taken
 * as one; see {@link #exact}.
 */
public final class PixelRanking implements Ranking {

  static final int MOST_DISTINCT = 1 << 24;

  private static final int BUFFER_LENGTH = 1 << 20;

  private final KeyCounter anomalous;
  private final KeyCounter normal;
  private long regions;

  public PixelRanking() {
    this(BUFFER_LENGTH, MOST_DISTINCT);
  }

  PixelRanking(int bufferLength, int mostDistinct) {
    anomalous = new KeyCounter(bufferLength, true, mostDistinct);
    normal = new KeyCounter(bufferLength, false, mostDistinct);
  }

  /**
   * Adds a picture's map.
   *
   * @param map [H,W], row-major, larger where more anomalous; NaN pixels count for nothing
   * @param mask [H,W], the anomalous pixels; null where all are normal
   * @param width of both
   */
  public void add(float[] map, boolean[] mask, int width) {
    if (mask == null) {
      for (float value : map) if (!Float.isNaN(value)) normal.add(SortableFloat.key(value), 0);
      return;
    }
    if (mask.length != map.length || map.length % width != 0)
      throw new IllegalArgumentException("A mask must have the size of its map.");
    ConnectedComponents connected =
        ConnectedComponents.touching(at -> mask[at], mask.length, width);
    int[] labels = connected.labels();
    long[] areas = new long[connected.count() + 1];
    for (int i = 0; i < map.length; i++) if (!Float.isNaN(map[i])) areas[labels[i]]++;
    int[] weights = new int[areas.length];
    for (int label = 1; label < areas.length; label++) {
      if (areas[label] == 0) continue;
      weights[label] = anomalous.weightIndex(1.0 / areas[label]);
      regions++;
    }
    for (int i = 0; i < map.length; i++) {
      if (Float.isNaN(map[i])) continue;
      int label = labels[i];
      if (label == 0) normal.add(SortableFloat.key(map[i]), 0);
      else anomalous.add(SortableFloat.key(map[i]), weights[label]);
    }
  }

  @Override
  public long anomalous() {
    return anomalous.total();
  }

  @Override
  public long normal() {
    return normal.total();
  }

  /** How many connected anomalous regions there are that lie at least partly inside the maps. */
  public long regions() {
    return regions;
  }

  /** Whether every pair of different values was kept apart. */
  public boolean exact() {
    return Math.max(anomalous.coarseBits(), normal.coarseBits()) == 0;
  }

  @Override
  public void descend(Step step) {
    anomalous.run();
    normal.run();
    int bits = Math.max(anomalous.coarseBits(), normal.coarseBits());
    anomalous.coarsen(bits);
    normal.coarsen(bits);
    KeyCounts positives = anomalous.run();
    KeyCounts negatives = normal.run();
    int p = positives.length() - 1;
    int n = negatives.length() - 1;
    while (p >= 0 || n >= 0) {
      boolean fromPositives = n < 0 || p >= 0 && positives.key(p) >= negatives.key(n);
      boolean fromNegatives = p < 0 || n >= 0 && negatives.key(n) >= positives.key(p);
      int key = fromPositives ? positives.key(p) : negatives.key(n);
      step.take(
          SortableFloat.value(key),
          fromPositives ? positives.count(p) : 0,
          fromNegatives ? negatives.count(n) : 0,
          fromPositives ? positives.weight(p) : 0);
      if (fromPositives) p--;
      if (fromNegatives) n--;
    }
  }
}
