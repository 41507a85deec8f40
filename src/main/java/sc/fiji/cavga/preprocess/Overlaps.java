package sc.fiji.cavga.preprocess;

/** Along one axis: how much of each picture pixel falls into which network pixels. */
final class Overlaps {

  private final int from;
  private final int[] first;
  private final int[] start;
  private final float[] share;

  /**
   * @param start where the network's square begins on the axis, in picture pixels
   * @param side the square's side in picture pixels
   * @param size the network's pixels along the side
   * @param pixels the picture's pixels along the axis
   */
  Overlaps(double start, double side, int size, int pixels) {
    double scale = side / size;
    this.from = (int) Math.max(0, Math.floor(start));
    int to = (int) Math.min(pixels, Math.ceil(start + side));
    int count = Math.max(0, to - from);
    this.first = new int[count];
    this.start = new int[count + 1];
    float[] shares = new float[count * (2 + (int) Math.ceil(1 / scale))];
    int used = 0;
    for (int i = 0; i < count; i++) {
      double begin = Math.max(0, (from + i - start) / scale);
      double end = Math.min(size, (from + i + 1 - start) / scale);
      first[i] = (int) begin;
      this.start[i] = used;
      for (int target = first[i]; target < end; target++)
        shares[used++] = (float) (Math.min(end, target + 1.0) - Math.max(begin, target));
    }
    this.start[count] = used;
    this.share = shares;
  }

  /** The first picture pixel that falls into the square. */
  int from() {
    return from;
  }

  /** How many picture pixels, from that one on, fall into it. */
  int count() {
    return first.length;
  }

  /** The first network pixel that the i-th of them falls into. */
  int first(int i) {
    return first[i];
  }

  /** How many network pixels the i-th falls into. */
  int targets(int i) {
    return start[i + 1] - start[i];
  }

  /** What the i-th covers of the k-th network pixel that it falls into, 0 to 1. */
  float share(int i, int k) {
    return share[start[i] + k];
  }
}
