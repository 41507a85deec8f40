package sc.fiji.cavga.nn.array;

import java.util.Arrays;

/** A strip in double precision. */
final class DoubleRowBuffer extends RowBuffer {

  private final double[] x;

  DoubleRowBuffer(int width) {
    super(width);
    x = new double[capacity(width)];
  }

  private static double[] of(RowBuffer strip) {
    return ((DoubleRowBuffer) strip).x;
  }

  @Override
  void zero() {
    Arrays.fill(x, 0);
  }

  @Override
  void readChannel(float[] plane, int from, int channel) {
    for (int i = channel, at = from; i < count(); i += width(), at++) x[i] = plane[at];
  }

  @Override
  void writeChannel(float[] plane, int to, int channel) {
    for (int i = channel, at = to; i < count(); i += width(), at++) plane[at] = (float) x[i];
  }

  @Override
  public double get(int index) {
    return x[index];
  }

  @Override
  void set(int index, double value) {
    x[index] = value;
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
    double[] y = of(source);
    for (int i = 0; i < length; i++) x[at + i] += y[from + i];
  }

  @Override
  public RowBuffer plus(RowBuffer other) {
    double[] y = of(other);
    for (int i = 0; i < other.count(); i++) x[i] += y[i];
    return this;
  }

  @Override
  public RowBuffer minus(RowBuffer other) {
    double[] y = of(other);
    for (int i = 0; i < count(); i++) x[i] -= y[i];
    return this;
  }

  @Override
  public RowBuffer timesPlus(RowBuffer factors, RowBuffer summands) {
    double[] a = of(factors);
    double[] b = of(summands);
    for (int i = 0; i < count(); i++) x[i] = x[i] * a[i] + b[i];
    return this;
  }

  @Override
  public RowBuffer plusProduct(RowBuffer first, RowBuffer second) {
    double[] a = of(first);
    double[] b = of(second);
    for (int i = 0; i < first.count(); i++) x[i] += a[i] * b[i];
    return this;
  }

  @Override
  public RowBuffer leaky(double slope) {
    double s = slope;
    for (int i = 0; i < count(); i++) x[i] = Math.max(x[i], s * x[i]);
    return this;
  }

  @Override
  public RowBuffer timesSlope(RowBuffer sign, double slope) {
    double[] y = of(sign);
    double s = slope;
    // A step at zero made of products and bounds, which there are vector instructions for.
    for (int i = 0; i < count(); i++) x[i] *= Math.max(s, Math.min(1, y[i] * Double.MAX_VALUE));
    return this;
  }

  @Override
  public RowBuffer sigmoid() {
    for (int i = 0; i < count(); i++) x[i] = 1 / (1 + Math.exp(-x[i]));
    return this;
  }

  @Override
  public RowBuffer decay(double decay, RowBuffer other) {
    double[] y = of(other);
    double a = decay;
    double b = (1 - decay);
    for (int i = 0; i < count(); i++) x[i] = a * x[i] + b * y[i];
    return this;
  }

  @Override
  public RowBuffer decaySquare(double decay, RowBuffer other) {
    double[] y = of(other);
    double a = decay;
    double b = (1 - decay);
    for (int i = 0; i < count(); i++) x[i] = a * x[i] + b * y[i] * y[i];
    return this;
  }

  @Override
  public RowBuffer minusRatio(double rate, RowBuffer mean, RowBuffer square, double epsilon) {
    double[] m = of(mean);
    double[] v = of(square);
    double r = rate;
    double e = epsilon;
    for (int i = 0; i < count(); i++) x[i] -= r * m[i] / (Math.sqrt(v[i]) + e);
    return this;
  }
}
