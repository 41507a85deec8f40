package sc.fiji.cavga.nn.array;

/**
 * Consecutive elements of an array, copied out of native memory: whole rows of so many channels.
 *
 * <p>Java's compiler turns plain loops over its own arrays into vector instructions, but not those
 * over native memory. A strip is small enough for the processor's first caches, so that several
 * such loops over it cost less than reading memory once. There is one kind of strip for each
 * precision of {@link Values}; strips that are combined are of the same kind and width.
 */
public abstract class RowBuffer {

  private static final int ELEMENTS = 2048;

  private final int width;
  private int count;

  RowBuffer(int width) {
    this.width = width;
  }

  /** How many elements a strip of rows of this width holds. */
  static int capacity(int width) {
    return Math.max(1, ELEMENTS / width) * width;
  }

  /** The number of elements in use. */
  public final int count() {
    return count;
  }

  /** The number of rows in use. */
  public final int rows() {
    return count / width;
  }

  final int width() {
    return width;
  }

  /** Reads rows from {@code row} on, as many as fit and none from {@code end} on. */
  public final RowBuffer load(Values source, long row, long end) {
    count = (int) Math.min(capacity(width), (end - row) * width);
    read(source, row * width, 0, count);
    return this;
  }

  /** Writes what is in use to rows from {@code row} on. */
  public final void store(Values target, long row) {
    write(target, row * width, 0, count);
  }

  /** Writes, or adds to what is there when {@code accumulate}. */
  public final void put(Values target, long row, boolean accumulate) {
    if (accumulate) plus(target.strip(width).load(target, row, row + rows()));
    store(target, row);
  }

  /** Repeats one value a channel in all rows. */
  public final RowBuffer tile(double[] perChannel) {
    count = capacity(width);
    for (int i = 0; i < count; i++) set(i, perChannel[i % width]);
    return this;
  }

  /** Sets all rows to zero. */
  public final RowBuffer clear() {
    count = capacity(width);
    zero();
    return this;
  }

  /**
   * Reads rows whose channels lie plane by plane, as many as fit and none from {@code end} on.
   *
   * @param planes the first row's first channel at {@code from}, its next one a plane further
   */
  public final RowBuffer gather(float[] planes, int from, int plane, long row, long end) {
    count = (int) Math.min(capacity(width), (end - row) * width);
    for (int c = 0; c < width; c++) readChannel(planes, from + c * plane, c);
    return this;
  }

  /** Writes what is in use plane by plane, see {@link #gather(float[], int, int, long, long)}. */
  public final void scatter(float[] planes, int to, int plane) {
    for (int c = 0; c < width; c++) writeChannel(planes, to + c * plane, c);
  }

  /**
   * x ← s·x for the rows of one picture element each.
   *
   * @param scales one for each row
   */
  public final RowBuffer timesRows(RowBuffer scales) {
    for (int row = 0; row < rows(); row++) {
      double scale = scales.get(row);
      // All but the rim lies wholly inside or outside.
      if (scale != 1) for (int i = row * width; i < (row + 1) * width; i++) set(i, scale * get(i));
    }
    return this;
  }

  /** Becomes the same as another strip. */
  public final RowBuffer copy(RowBuffer source) {
    count = source.count;
    copy(source, 0, 0, count);
    return this;
  }

  abstract void zero();

  /** One channel of all rows from consecutive elements. */
  abstract void readChannel(float[] plane, int from, int channel);

  /** One channel of all rows to consecutive elements. */
  abstract void writeChannel(float[] plane, int to, int channel);

  public abstract double get(int index);

  abstract void set(int index, double value);

  public abstract void read(Values source, long from, int at, int length);

  public abstract void write(Values target, long from, int at, int length);

  /** Copies a part of another strip here. */
  public abstract void copy(RowBuffer source, int from, int at, int length);

  /** Adds a part of another strip to a part of this. */
  public abstract void add(RowBuffer source, int from, int at, int length);

  /** x ← x + y. */
  public abstract RowBuffer plus(RowBuffer y);

  /** x ← x − y. */
  public abstract RowBuffer minus(RowBuffer y);

  /** x ← x·a + b. */
  public abstract RowBuffer timesPlus(RowBuffer a, RowBuffer b);

  /** x ← x + a·b. */
  public abstract RowBuffer plusProduct(RowBuffer a, RowBuffer b);

  /** The leaky ReLU: x ← max(x, slope·x), for slopes of 0 to 1. */
  public abstract RowBuffer leaky(double slope);

  /** The leaky ReLU's derivative: x ← x where y is positive, and slope·x elsewhere. */
  public abstract RowBuffer timesSlope(RowBuffer y, double slope);

  /** The logistic function: x ← 1/(1 + exp(−x)), to an absolute 10⁻⁶ in single precision. */
  public abstract RowBuffer sigmoid();

  /** A moving mean: x ← decay·x + (1 − decay)·y. */
  public abstract RowBuffer decay(double decay, RowBuffer y);

  /** A moving mean of squares: x ← decay·x + (1 − decay)·y². */
  public abstract RowBuffer decaySquare(double decay, RowBuffer y);

  /** Adam's move: x ← x − rate·m/(√v + ε). */
  public abstract RowBuffer minusRatio(double rate, RowBuffer m, RowBuffer v, double epsilon);
}
