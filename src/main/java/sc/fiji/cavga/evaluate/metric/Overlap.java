package sc.fiji.cavga.evaluate.metric;

/** How marked and anomalous pixels overlap at one fixed threshold, summed over all pictures. */
public final class Overlap {

  /** Above it a pixel of a calibrated map is anomalous. */
  public static final float CALIBRATED = 1;

  private final float threshold;
  private long marked;
  private long anomalous;
  private long both;

  /**
   * @param threshold pixels above it are marked
   */
  public Overlap(float threshold) {
    this.threshold = threshold;
  }

  /**
   * Adds a picture's map.
   *
   * @param map [H,W]; NaN pixels count for nothing
   * @param mask [H,W], the anomalous pixels; null where all are normal
   */
  public void add(float[] map, boolean[] mask) {
    if (mask != null && mask.length != map.length)
      throw new IllegalArgumentException("A mask must have the size of its map.");
    for (int i = 0; i < map.length; i++) {
      if (Float.isNaN(map[i])) continue;
      boolean isAnomalous = mask != null && mask[i];
      boolean isMarked = map[i] > threshold;
      if (isAnomalous) anomalous++;
      if (isMarked) marked++;
      if (isAnomalous && isMarked) both++;
    }
  }

  /** Adds another one at the same threshold. */
  void add(Overlap other) {
    marked += other.marked;
    anomalous += other.anomalous;
    both += other.both;
  }

  /** Intersection over union; NaN without an anomalous pixel. */
  public double intersectionOverUnion() {
    return anomalous == 0 ? Double.NaN : both / (double) (marked + anomalous - both);
  }

  /** Dice's coefficient; NaN without an anomalous pixel. */
  public double dice() {
    return anomalous == 0 ? Double.NaN : 2 * both / (double) (marked + anomalous);
  }
}
