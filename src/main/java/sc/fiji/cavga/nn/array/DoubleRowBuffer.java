package sc.fiji.cavga.nn.array;

/** A strip in double precision, for gradient checks. */
final class DoubleRowBuffer extends RowBuffer {

  private final double[] x;

  DoubleRowBuffer(int width) {
    super(width);
    x = new double[capacity(width)];
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
}
