package sc.fiji.cavga.evaluate.ranking;

/**
 * Distinct keys in ascending order, each with how often it occurred and, where asked for, its sum
 * of weights: 12 or 20 bytes a key.
 */
final class KeyCounts {

  private final int[] keys;
  private final long[] counts;
  private final double[] weights;
  private int last = -1;

  private KeyCounts(int length, boolean weighted) {
    keys = new int[length];
    counts = new long[length];
    weights = weighted ? new double[length] : null;
  }

  /**
   * @param entries sorted ascending: the key in the upper half, an index into the weights in the
   *     lower
   * @param weightOfIndex null for a run without weights
   */
  static KeyCounts of(long[] entries, int count, double[] weightOfIndex) {
    int distinct = 0;
    for (int i = 0; i < count; i++)
      if (i == 0 || entries[i] >> 32 != entries[i - 1] >> 32) distinct++;
    KeyCounts run = new KeyCounts(distinct, weightOfIndex != null);
    for (int i = 0; i < count; i++) {
      double weight = weightOfIndex == null ? 0 : weightOfIndex[(int) entries[i]];
      run.append((int) (entries[i] >> 32), 1, weight);
    }
    return run;
  }

  static KeyCounts merged(KeyCounts a, KeyCounts b) {
    int common = 0;
    for (int i = 0, j = 0; i < a.length() && j < b.length(); ) {
      int order = Integer.compare(a.keys[i], b.keys[j]);
      if (order == 0) common++;
      if (order <= 0) i++;
      if (order >= 0) j++;
    }
    KeyCounts run = new KeyCounts(a.length() + b.length() - common, a.weights != null);
    for (int i = 0, j = 0; i < a.length() || j < b.length(); ) {
      boolean fromA = j == b.length() || i < a.length() && a.keys[i] <= b.keys[j];
      if (fromA) run.append(a.keys[i], a, i++);
      else run.append(b.keys[j], b, j++);
    }
    return run;
  }

  /** The same with the keys' lowest bits cleared, which makes neighbours one. */
  KeyCounts coarsened(int bits) {
    int distinct = 0;
    for (int i = 0; i < length(); i++)
      if (i == 0 || keys[i] >> bits != keys[i - 1] >> bits) distinct++;
    KeyCounts run = new KeyCounts(distinct, weights != null);
    for (int i = 0; i < length(); i++) run.append(keys[i] >> bits << bits, this, i);
    return run;
  }

  private void append(int key, KeyCounts other, int i) {
    append(key, other.counts[i], other.weight(i));
  }

  private void append(int key, long count, double weight) {
    if (last < 0 || keys[last] != key) keys[++last] = key;
    counts[last] += count;
    if (weights != null) weights[last] += weight;
  }

  /** Number of distinct keys. */
  int length() {
    return keys.length;
  }

  int key(int i) {
    return keys[i];
  }

  long count(int i) {
    return counts[i];
  }

  /** 0 in a run without weights. */
  double weight(int i) {
    return weights == null ? 0 : weights[i];
  }
}
