package sc.fiji.cavga.plane;

/** The mean of the largest values: large when a small part of the retina is clearly unusual. */
public final class TopShare {

  private TopShare() {}

  /**
   * @param values NaN counts as no value
   * @param share of the values that is averaged, rounded up to one value at least
   * @return NaN when there is no value
   */
  public static double mean(float[] values, double share) {
    float[] present = new float[values.length];
    int count = 0;
    for (float value : values) if (!Float.isNaN(value)) present[count++] = value;
    if (count == 0) return Double.NaN;
    int top = count(share, count);
    selectLargest(present, count, top);
    double sum = 0;
    for (int i = 0; i < top; i++) sum += present[i];
    return sum / top;
  }

  /** How many values a share of so many is: one at least. */
  public static int count(double share, int values) {
    return Math.max(1, (int) Math.ceil(share * values));
  }

  /** Hoare's selection: afterwards the first {@code top} values are the largest, in any order. */
  private static void selectLargest(float[] values, int count, int top) {
    int left = 0;
    int right = count - 1;
    while (left < right) {
      float pivot = middle(values[left], values[(left + right) >>> 1], values[right]);
      int i = left;
      int j = right;
      while (i <= j) {
        while (values[i] > pivot) i++;
        while (values[j] < pivot) j--;
        if (i > j) break;
        float swapped = values[i];
        values[i++] = values[j];
        values[j--] = swapped;
      }
      if (top - 1 <= j) right = j;
      else if (top - 1 >= i) left = i;
      else return;
    }
  }

  private static float middle(float a, float b, float c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
