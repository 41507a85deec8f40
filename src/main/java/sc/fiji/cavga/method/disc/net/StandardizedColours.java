package sc.fiji.cavga.method.disc.net;

/**
 * Colours as the networks see them: each channel has the mean 0 and the standard deviation 1 inside
 * the field of view, and is 0 outside.
 */
public final class StandardizedColours {

  /** In the photograph's own 0 to 1: what is flatter holds noise alone. */
  static final double LEAST_DEVIATION = 0.004;

  /** In standard deviations: reflections shall not drown all else. */
  static final double MOST = 5;

  private StandardizedColours() {}

  /**
   * @param colours [C,H,W], in 0 to 1
   * @param fieldOfView [H,W], 1 inside the field of view and 0 outside
   * @return [C,H,W], a new array
   */
  public static float[] of(float[] colours, float[] fieldOfView) {
    float[] result = new float[colours.length];
    for (int first = 0; first < colours.length; first += fieldOfView.length)
      standardize(colours, fieldOfView, first, result);
    return result;
  }

  private static void standardize(float[] from, float[] fieldOfView, int first, float[] to) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < fieldOfView.length; i++)
      if (fieldOfView[i] > 0) {
        sum += from[first + i];
        count++;
      }
    if (count == 0) return;
    double mean = sum / count;
    double squares = 0;
    for (int i = 0; i < fieldOfView.length; i++)
      if (fieldOfView[i] > 0) squares += (from[first + i] - mean) * (from[first + i] - mean);
    double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(squares / count));
    for (int i = 0; i < fieldOfView.length; i++)
      if (fieldOfView[i] > 0)
        to[first + i] =
            (float) Math.max(-MOST, Math.min(MOST, (from[first + i] - mean) / deviation));
  }
}
