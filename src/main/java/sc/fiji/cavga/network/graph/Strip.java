package sc.fiji.cavga.network.graph;

/**
 * Consecutive elements of an array, copied out of native memory: whole rows of so many channels.
 *
 * <p>Java's compiler turns plain loops over its own arrays into vector instructions, but not those
 * over native memory. A strip is small enough for the processor's first caches, so that several
 * such loops over it cost less than reading memory once. There is one kind of strip for each
 * precision of {@link Values}; strips that are combined are of the same kind and width.
 */
abstract class Strip {

  private static final int ELEMENTS = 2048;

  private final int width;
  private int count;

  Strip(int width) {
    this.width = width;
  }

  /** How many elements a strip of rows of this width holds. */
  static int capacity(int width) {
    return Math.max(1, ELEMENTS / width) * width;
  }

  /** The number of elements in use. */
  final int count() {
    return count;
  }

  /** The number of rows in use. */
  final int rows() {
    return count / width;
  }

  final int width() {
    return width;
  }

  /** Reads rows from {@code row} on, as many as fit and none from {@code end} on. */
  final Strip load(Values source, long row, long end) {
    count = (int) Math.min(capacity(width), (end - row) * width);
    read(source, row * width, 0, count);
    return this;
  }

  /** Writes what is in use to rows from {@code row} on. */
  final void store(Values target, long row) {
    write(target, row * width, 0, count);
  }

  /** Writes, or adds to what is there when {@code accumulate}. */
  final void put(Values target, long row, boolean accumulate) {
    if (accumulate) plus(target.strip(width).load(target, row, row + rows()));
    store(target, row);
  }

  /** Repeats one value a channel in all rows. */
  final Strip tile(double[] perChannel) {
    count = capacity(width);
    for (int i = 0; i < count; i++) set(i, perChannel[i % width]);
    return this;
  }

  /** Sets all rows to zero. */
  final Strip clear() {
    count = capacity(width);
    zero();
    return this;
  }

  /**
   * Reads rows whose channels lie plane by plane, as many as fit and none from {@code end} on.
   *
   * @param planes the first row's first channel at {@code from}, its next one a plane further
   */
  final Strip gather(float[] planes, int from, int plane, long row, long end) {
    count = (int) Math.min(capacity(width), (end - row) * width);
    for (int c = 0; c < width; c++) readChannel(planes, from + c * plane, c);
    return this;
  }

  /** Writes what is in use plane by plane, see {@link #gather(float[], int, int, long, long)}. */
  final void scatter(float[] planes, int to, int plane) {
    for (int c = 0; c < width; c++) writeChannel(planes, to + c * plane, c);
  }

  /**
   * x ← s·x for the rows of one picture element each.
   *
   * @param scales one for each row
   */
  final Strip timesRows(Strip scales) {
    for (int row = 0; row < rows(); row++) {
      double scale = scales.get(row);
      // All but the rim lies wholly inside or outside.
      if (scale != 1) for (int i = row * width; i < (row + 1) * width; i++) set(i, scale * get(i));
    }
    return this;
  }

  /** Becomes the same as another strip. */
  final Strip copy(Strip source) {
    count = source.count;
    copy(source, 0, 0, count);
    return this;
  }

  abstract void zero();

  /** One channel of all rows from consecutive elements. */
  abstract void readChannel(float[] plane, int from, int channel);

  /** One channel of all rows to consecutive elements. */
  abstract void writeChannel(float[] plane, int to, int channel);

  abstract double get(int index);

  abstract void set(int index, double value);

  abstract void read(Values source, long from, int at, int length);

  abstract void write(Values target, long from, int at, int length);

  /** Copies a part of another strip here. */
  abstract void copy(Strip source, int from, int at, int length);

  /** Adds a part of another strip to a part of this. */
  abstract void add(Strip source, int from, int at, int length);

  /** x ← x + y. */
  abstract Strip plus(Strip y);

  /** x ← x − y. */
  abstract Strip minus(Strip y);

  /** x ← x·a + b. */
  abstract Strip timesPlus(Strip a, Strip b);

  /** x ← x + a·b. */
  abstract Strip plusProduct(Strip a, Strip b);

  /** The leaky ReLU: x ← max(x, slope·x), for slopes of 0 to 1. */
  abstract Strip leaky(double slope);

  /** The leaky ReLU's derivative: x ← x where y is positive, and slope·x elsewhere. */
  abstract Strip timesSlope(Strip y, double slope);

  /** The logistic function: x ← 1/(1 + exp(−x)), to an absolute 10⁻⁶ in single precision. */
  abstract Strip sigmoid();

  /** A moving mean: x ← decay·x + (1 − decay)·y. */
  abstract Strip decay(double decay, Strip y);

  /** A moving mean of squares: x ← decay·x + (1 − decay)·y². */
  abstract Strip decaySquare(double decay, Strip y);

  /** Adam's move: x ← x − rate·m/(√v + ε). */
  abstract Strip minusRatio(double rate, Strip m, Strip v, double epsilon);
}
