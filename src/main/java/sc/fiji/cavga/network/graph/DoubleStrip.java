package sc.fiji.cavga.network.graph;

import java.util.Arrays;

/** A strip in double precision. */
final class DoubleStrip extends Strip {

  private final double[] x;

  DoubleStrip(int width) {
    super(width);
    x = new double[capacity(width)];
  }

  private static double[] of(Strip strip) {
    return ((DoubleStrip) strip).x;
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
  double get(int index) {
    return x[index];
  }

  @Override
  void set(int index, double value) {
    x[index] = value;
  }

  @Override
  void read(Values source, long from, int at, int length) {
    source.read(from, x, at, length);
  }

  @Override
  void write(Values target, long from, int at, int length) {
    target.write(from, x, at, length);
  }

  @Override
  void copy(Strip source, int from, int at, int length) {
    System.arraycopy(of(source), from, x, at, length);
  }

  @Override
  void add(Strip source, int from, int at, int length) {
    double[] y = of(source);
    for (int i = 0; i < length; i++) x[at + i] += y[from + i];
  }

  @Override
  Strip plus(Strip other) {
    double[] y = of(other);
    for (int i = 0; i < other.count(); i++) x[i] += y[i];
    return this;
  }

  @Override
  Strip minus(Strip other) {
    double[] y = of(other);
    for (int i = 0; i < count(); i++) x[i] -= y[i];
    return this;
  }

  @Override
  Strip timesPlus(Strip factors, Strip summands) {
    double[] a = of(factors);
    double[] b = of(summands);
    for (int i = 0; i < count(); i++) x[i] = x[i] * a[i] + b[i];
    return this;
  }

  @Override
  Strip plusProduct(Strip first, Strip second) {
    double[] a = of(first);
    double[] b = of(second);
    for (int i = 0; i < first.count(); i++) x[i] += a[i] * b[i];
    return this;
  }

  @Override
  Strip leaky(double slope) {
    double s = slope;
    for (int i = 0; i < count(); i++) x[i] = Math.max(x[i], s * x[i]);
    return this;
  }

  @Override
  Strip timesSlope(Strip sign, double slope) {
    double[] y = of(sign);
    double s = slope;
    // A step at zero made of products and bounds, which there are vector instructions for.
    for (int i = 0; i < count(); i++) x[i] *= Math.max(s, Math.min(1, y[i] * Double.MAX_VALUE));
    return this;
  }

  @Override
  Strip sigmoid() {
    for (int i = 0; i < count(); i++) x[i] = 1 / (1 + Math.exp(-x[i]));
    return this;
  }

  @Override
  Strip decay(double decay, Strip other) {
    double[] y = of(other);
    double a = decay;
    double b = (1 - decay);
    for (int i = 0; i < count(); i++) x[i] = a * x[i] + b * y[i];
    return this;
  }

  @Override
  Strip decaySquare(double decay, Strip other) {
    double[] y = of(other);
    double a = decay;
    double b = (1 - decay);
    for (int i = 0; i < count(); i++) x[i] = a * x[i] + b * y[i] * y[i];
    return this;
  }

  @Override
  Strip minusRatio(double rate, Strip mean, Strip square, double epsilon) {
    double[] m = of(mean);
    double[] v = of(square);
    double r = rate;
    double e = epsilon;
    for (int i = 0; i < count(); i++) x[i] -= r * m[i] / (Math.sqrt(v[i]) + e);
    return this;
  }
}
