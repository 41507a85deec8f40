package sc.fiji.cavga.evaluate;

import sc.fiji.cavga.evaluate.metric.Overlap;

/** How much of some pictures is marked at the calibrated threshold. */
final class MarkedPixels {

  private long inside;
  private long marked;

  /**
   * @param map calibrated, NaN outside the field of view
   */
  void add(float[] map) {
    for (float value : map) {
      if (!Float.isNaN(value)) inside++;
      if (value > Overlap.CALIBRATED) marked++;
    }
  }

  /** 0 to 1; NaN where there is no pixel. */
  double markedShare() {
    return marked / (double) inside;
  }

  /** That of one map. */
  static double markedShare(float[] map) {
    MarkedPixels one = new MarkedPixels();
    one.add(map);
    return one.markedShare();
  }
}
