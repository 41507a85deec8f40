package sc.fiji.cavga.plane;

/** Exchanges left and right. */
public final class LeftRight {

  private LeftRight() {}

  /**
   * @param rows one after the other, each as long as {@code width}; planes may follow each other
   * @return a new array
   */
  public static float[] exchanged(float[] rows, int width) {
    float[] mirrored = new float[rows.length];
    for (int i = 0; i < rows.length; i++) mirrored[i - i % width + width - 1 - i % width] = rows[i];
    return mirrored;
  }
}
