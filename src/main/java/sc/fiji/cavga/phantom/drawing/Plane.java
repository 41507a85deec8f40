package sc.fiji.cavga.phantom.drawing;

/** One value for each pixel, row by row. */
public final class Plane {

  public final int width;
  public final int height;
  public final float[] values;

  public Plane(int width, int height) {
    this.width = width;
    this.height = height;
    values = new float[width * height];
  }

  Plane copy() {
    Plane copy = new Plane(width, height);
    System.arraycopy(values, 0, copy.values, 0, values.length);
    return copy;
  }

  /** Keeps the larger of the value there and the new one. */
  public void raise(int x, int y, double value) {
    int index = y * width + x;
    if (value > values[index]) values[index] = (float) value;
  }

  /** Gaussian blur, edges repeated. */
  public Plane blurred(double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = Shape.bell(k, sigma);
      sum += kernel[k + reach];
    }
    for (int k = 0; k < kernel.length; k++) kernel[k] /= sum;
    return swept(kernel, 1, 0).swept(kernel, 0, 1);
  }

  private Plane swept(double[] kernel, int dx, int dy) {
    int reach = kernel.length / 2;
    Plane result = new Plane(width, height);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
          int fromX = Math.max(0, Math.min(width - 1, x + k * dx));
          int fromY = Math.max(0, Math.min(height - 1, y + k * dy));
          sum += kernel[k + reach] * values[fromY * width + fromX];
        }
        result.values[y * width + x] = (float) sum;
      }
    return result;
  }
}
