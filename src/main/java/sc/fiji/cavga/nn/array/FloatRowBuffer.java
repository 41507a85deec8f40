package sc.fiji.cavga.nn.array;

import java.util.Arrays;

/** A strip in single precision. */
final class FloatRowBuffer extends RowBuffer {

  private final float[] x;

  FloatRowBuffer(int width) {
    super(width);
    x = new float[capacity(width)];
  }

  private static float[] of(RowBuffer strip) {
    return ((FloatRowBuffer) strip).x;
  }

  @Override
  void zero() {
    Arrays.fill(x, 0);
  }

  @Override
  void readChannel(float[] plane, int from, int channel) {
    int width = width();
    for (int i = channel, at = from; i < count(); i += width, at++) x[i] = plane[at];
  }

  @Override
  void writeChannel(float[] plane, int to, int channel) {
    int width = width();
    for (int i = channel, at = to; i < count(); i += width, at++) plane[at] = x[i];
  }

  @Override
  void addRow(int first, double[] sums) {
    for (int c = 0; c < sums.length; c++) sums[c] += x[first + c];
  }

  @Override
  public double get(int index) {
    return x[index];
  }

  @Override
  void set(int index, double value) {
    x[index] = (float) value;
  }

  @Override
  public void read(Values source, long from, int at, int length) {
    source.read(from, x, at, length);
  }

  @Override
  public void write(Values target, long from, int at, int length) {
    target.write(from, x, at, length);
  }

  @Override
  public void copy(RowBuffer source, int from, int at, int length) {
    System.arraycopy(of(source), from, x, at, length);
  }

  @Override
  public void add(RowBuffer source, int from, int at, int length) {
    float[] y = of(source);
    for (int i = 0; i < length; i++) x[at + i] += y[from + i];
  }

  @Override
  public RowBuffer plus(RowBuffer other) {
    float[] y = of(other);
    for (int i = 0; i < other.count(); i++) x[i] += y[i];
    return this;
  }

  @Override
  public RowBuffer timesRows(RowBuffer scales) {
    float[] s = of(scales);
    int width = width();
    for (int row = 0; row < rows(); row++)
      if (s[row] != 1) for (int i = row * width; i < (row + 1) * width; i++) x[i] *= s[row];
    return this;
  }

  @Override
  public void addMoments(RowBuffer other, RowBuffer sums, RowBuffer squares) {
    float[] y = of(other);
    float[] s = of(sums);
    float[] q = of(squares);
    for (int i = 0; i < count(); i++) {
      float distance = x[i] - y[i];
      s[i] += distance;
      q[i] += distance * distance;
    }
  }

  @Override
  public RowBuffer leakyLine(RowBuffer factors, RowBuffer summands, double slope) {
    float[] a = of(factors);
    float[] b = of(summands);
    float s = (float) slope;
    for (int i = 0; i < count(); i++) {
      float v = x[i] * a[i] + b[i];
      x[i] = Math.max(v, s * v);
    }
    return this;
  }

  @Override
  public RowBuffer timesLineSlope(
      RowBuffer other, RowBuffer factors, RowBuffer summands, double slope) {
    float[] y = of(other);
    float[] a = of(factors);
    float[] b = of(summands);
    float s = (float) slope;
    for (int i = 0; i < count(); i++)
      x[i] *= Math.max(s, Math.min(1, (y[i] * a[i] + b[i]) * Float.MAX_VALUE));
    return this;
  }

  @Override
  public void addProducts(RowBuffer other, RowBuffer means, RowBuffer sums, RowBuffer products) {
    float[] y = of(other);
    float[] m = of(means);
    float[] s = of(sums);
    float[] p = of(products);
    for (int i = 0; i < count(); i++) {
      s[i] += x[i];
      p[i] += x[i] * (y[i] - m[i]);
    }
  }

  @Override
  public RowBuffer plane(RowBuffer first, RowBuffer other, RowBuffer second, RowBuffer summands) {
    float[] a = of(first);
    float[] y = of(other);
    float[] b = of(second);
    float[] c = of(summands);
    for (int i = 0; i < count(); i++) x[i] = x[i] * a[i] + c[i] + y[i] * b[i];
    return this;
  }

  @Override
  public RowBuffer leaky(double slope) {
    float s = (float) slope;
    for (int i = 0; i < count(); i++) x[i] = Math.max(x[i], s * x[i]);
    return this;
  }

  @Override
  public RowBuffer timesSlope(RowBuffer sign, double slope) {
    float[] y = of(sign);
    float s = (float) slope;
    // A step at zero made of products and bounds, which there are vector instructions for.
    for (int i = 0; i < count(); i++) x[i] *= Math.max(s, Math.min(1, y[i] * Float.MAX_VALUE));
    return this;
  }

  /**
   * As a quotient of polynomials, which there are vector instructions for: 1/2 + x·P(s)/Q(s) with s
   * = (x/9)², fitted to the logistic function on -18 to 18 with an error of 10⁻⁸.
   */
  @Override
  public RowBuffer sigmoid() {
    for (int i = 0; i < count(); i++) {
      float v = Math.max(-18f, Math.min(18f, x[i]));
      float s = v * v * (1 / 81f);
      float p =
          (((5.6084212e-4f * s + 4.275848e-2f) * s + 0.3582652f) * s + 0.6773754f) * s + 0.25f;
      float q = (((0.1306613f * s + 2.7272374f) * s + 10.609788f) * s + 9.459497f) * s + 1;
      x[i] = Math.max(0, Math.min(1, 0.5f + v * p / q));
    }
    return this;
  }

  @Override
  public RowBuffer decay(double decay, RowBuffer other) {
    float[] y = of(other);
    float a = (float) decay;
    float b = (float) (1 - decay);
    for (int i = 0; i < count(); i++) x[i] = a * x[i] + b * y[i];
    return this;
  }

  @Override
  public RowBuffer decaySquare(double decay, RowBuffer other) {
    float[] y = of(other);
    float a = (float) decay;
    float b = (float) (1 - decay);
    for (int i = 0; i < count(); i++) x[i] = a * x[i] + b * y[i] * y[i];
    return this;
  }

  @Override
  public RowBuffer minusRatio(double rate, RowBuffer mean, RowBuffer square, double epsilon) {
    float[] m = of(mean);
    float[] v = of(square);
    float r = (float) rate;
    float e = (float) epsilon;
    for (int i = 0; i < count(); i++) x[i] -= r * m[i] / ((float) Math.sqrt(v[i]) + e);
    return this;
  }
}
