package sc.fiji.cavga.preprocess;

import java.util.Arrays;
import sc.fiji.cavga.picture.InterleavedBytes;

/** Along one axis: how much of each picture pixel falls into which network pixels. */
final class Overlaps {

  private final int size;
  private final int from;
  private final int[] first;
  private final int[] start;
  private final float[] share;

  /** Of each network pixel, the first picture pixel behind those that begin in it. */
  private final int[] ends;

  /** What each picture pixel covers of the first network pixel that it falls into. */
  private final float[] parts;

  /**
   * @param start where the network's square begins on the axis, in picture pixels
   * @param side the square's side in picture pixels
   * @param size the network's pixels along the side
   * @param pixels the picture's pixels along the axis
   */
  Overlaps(double start, double side, int size, int pixels) {
    double scale = side / size;
    this.size = size;
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
      first[i] = (int) Math.min(size - 1.0, begin);
      this.start[i] = used;
      for (int target = first[i]; target < end; target++)
        shares[used++] = (float) (Math.min(end, target + 1.0) - Math.max(begin, target));
    }
    this.start[count] = used;
    this.share = shares;
    this.parts = new float[count];
    for (int i = 0; i < count; i++) parts[i] = shares[this.start[i]];
    this.ends = new int[size];
    for (int i = 0; i < count; i++) ends[first[i]] = i + 1;
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

  /**
   * Sums a row of picture pixels into network pixels, by their shares.
   *
   * @param usable which of the row's {@link #count} pixels count
   * @param values of these pixels, of each channel
   * @param sums gets the sums of a row of network pixels, channel by channel
   * @param weights gets the sums of the shares
   */
  void sum(boolean[] usable, float[][] values, float[] sums, float[] weights) {
    Arrays.fill(sums, 0);
    Arrays.fill(weights, 0);
    if (values.length == 3) {
      sum(usable, values[0], values[1], values[2], sums, weights);
      return;
    }
    for (int i = 0; i < first.length; i++)
      if (usable[i])
        for (int k = start[i], at = first[i]; k < start[i + 1]; k++, at++) {
          weights[at] += share[k];
          for (int channel = 0; channel < values.length; channel++)
            sums[channel * size + at] += share[k] * values[channel][i];
        }
  }

  /** The same of three channels, whose additions do not wait for each other. */
  private void sum(
      boolean[] usable, float[] red, float[] green, float[] blue, float[] sums, float[] weights) {
    for (int i = 0; i < first.length; ) {
      // What begins in one network pixel, up to the one that reaches into the next.
      int target = first[i];
      float reds = sums[target];
      float greens = sums[size + target];
      float blues = sums[2 * size + target];
      float shares = weights[target];
      int end = ends[target];
      for (; i < end; i++) {
        if (!usable[i]) continue;
        float part = parts[i];
        shares += part;
        reds += part * red[i];
        greens += part * green[i];
        blues += part * blue[i];
      }
      sums[target] = reds;
      sums[size + target] = greens;
      sums[2 * size + target] = blues;
      weights[target] = shares;
      int last = end - 1;
      if (!usable[last]) continue;
      for (int k = start[last] + 1, at = target + 1; k < start[end]; k++, at++) {
        weights[at] += share[k];
        sums[at] += share[k] * red[last];
        sums[size + at] += share[k] * green[last];
        sums[2 * size + at] += share[k] * blue[last];
      }
    }
  }

  /**
   * The same of a row of three channels of bytes, to the bit, without a copy of them as numbers.
   *
   * @param y of the row
   */
  void sum(boolean[] usable, InterleavedBytes pixels, int y, float[] sums, float[] weights) {
    Arrays.fill(sums, 0);
    Arrays.fill(weights, 0);
    byte[] bytes = pixels.bytes();
    float[] worth = pixels.worth();
    int step = pixels.step();
    int red = pixels.place(from, y, 0);
    int green = pixels.place(from, y, 1) - red;
    int blue = pixels.place(from, y, 2) - red;
    for (int i = 0; i < first.length; ) {
      int target = first[i];
      float reds = sums[target];
      float greens = sums[size + target];
      float blues = sums[2 * size + target];
      float shares = weights[target];
      int end = ends[target];
      for (int at = red + i * step; i < end; i++, at += step) {
        if (!usable[i]) continue;
        float part = parts[i];
        shares += part;
        reds += part * worth[bytes[at] & 0xff];
        greens += part * worth[bytes[at + green] & 0xff];
        blues += part * worth[bytes[at + blue] & 0xff];
      }
      sums[target] = reds;
      sums[size + target] = greens;
      sums[2 * size + target] = blues;
      weights[target] = shares;
      int last = end - 1;
      if (!usable[last]) continue;
      int at = red + last * step;
      for (int k = start[last] + 1, next = target + 1; k < start[end]; k++, next++) {
        weights[next] += share[k];
        sums[next] += share[k] * worth[bytes[at] & 0xff];
        sums[size + next] += share[k] * worth[bytes[at + green] & 0xff];
        sums[2 * size + next] += share[k] * worth[bytes[at + blue] & 0xff];
      }
    }
  }
}
