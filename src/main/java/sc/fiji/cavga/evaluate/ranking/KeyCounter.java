package sc.fiji.cavga.evaluate.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts how often each key occurs, among very many, in memory that grows with the distinct keys
 * alone: full buffers are sorted into runs, and runs of like length are merged.
 */
final class KeyCounter {

  private final long[] buffer;
  private final boolean weighted;
  private final int mostDistinct;
  private final List<KeyCounts> runs = new ArrayList<>();
  private double[] weights = new double[16];
  private int weightCount;
  private int filled;
  private int coarseBits;
  private long total;

  /**
   * @param bufferLength how many keys are held before they are sorted
   * @param mostDistinct with more distinct keys than that, the keys lose their lowest bits
   */
  KeyCounter(int bufferLength, boolean weighted, int mostDistinct) {
    this.buffer = new long[bufferLength];
    this.weighted = weighted;
    this.mostDistinct = mostDistinct;
  }

  /** The index by which keys are given this weight. */
  int weightIndex(double weight) {
    if (weightCount == weights.length) weights = Arrays.copyOf(weights, 2 * weightCount);
    weights[weightCount] = weight;
    return weightCount++;
  }

  /**
   * @param weightIndex from {@link #weightIndex}; 0 without weights
   */
  void add(int key, int weightIndex) {
    buffer[filled++] = (long) key << 32 | weightIndex;
    total++;
    if (filled == buffer.length) sortBuffer();
  }

  private void sortBuffer() {
    Arrays.sort(buffer, 0, filled);
    push(KeyCounts.of(buffer, filled, weighted ? weights : null).coarsened(coarseBits));
    filled = 0;
  }

  private void push(KeyCounts run) {
    KeyCounts merged = run;
    while (!runs.isEmpty() && runs.get(runs.size() - 1).length() <= 2L * merged.length())
      merged = KeyCounts.merged(runs.remove(runs.size() - 1), merged);
    runs.add(merged);
    while (merged.length() > mostDistinct) {
      coarsen(coarseBits + 1);
      merged = runs.get(runs.size() - 1);
    }
  }

  /** Clears the keys' lowest bits from now on and in what was counted before. */
  void coarsen(int bits) {
    coarseBits = Math.max(coarseBits, bits);
    runs.replaceAll(run -> run.coarsened(coarseBits));
  }

  /** How many of the keys' lowest bits have been cleared. */
  int coarseBits() {
    return coarseBits;
  }

  /** How many keys were added. */
  long total() {
    return total;
  }

  /** All that was added so far, in one run. */
  KeyCounts run() {
    if (filled > 0) sortBuffer();
    while (runs.size() > 1) {
      KeyCounts last = runs.remove(runs.size() - 1);
      push(KeyCounts.merged(runs.remove(runs.size() - 1), last));
    }
    return runs.isEmpty() ? KeyCounts.of(buffer, 0, weighted ? weights : null) : runs.get(0);
  }
}
