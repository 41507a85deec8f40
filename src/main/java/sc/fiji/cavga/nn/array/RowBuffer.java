package sc.fiji.cavga.nn.array;

/**
 * Consecutive elements of an array, copied out of native memory: whole rows of so many channels.
 *
 * <p>Java's compiler turns plain loops over its own arrays into vector instructions, but not those
 * over native memory. A strip is small enough for the processor's first caches, so that several
 * such loops over it cost less than reading memory once. There is one kind of strip for each
 * precision of {@link Values}; strips that are combined are of the same kind and width. What is
 * computed is written here element by element; {@link FloatRowBuffer} has the fast loops.
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
    for (int c = 0; c < width; c++) set(c, perChannel[c]);
    for (int done = width; done < count; done *= 2)
      copy(this, 0, done, Math.min(done, count - done));
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
  public RowBuffer timesRows(RowBuffer scales) {
    for (int row = 0; row < rows(); row++) {
      double scale = scales.get(row);
      // All but the rim lies wholly inside or outside.
      if (scale != 1) for (int i = row * width; i < (row + 1) * width; i++) set(i, scale * get(i));
    }
    return this;
  }

  /** Adds up each channel, row by row. */
  public final void addRows(double[] sums) {
    for (int first = 0; first < count; first += width) addRow(first, sums);
  }

  /** Becomes the same as another strip. */
  public final RowBuffer copy(RowBuffer source) {
    count = source.count;
    copy(source, 0, 0, count);
    return this;
  }

  /** Adds the row that begins there to the sums, one a channel. */
  void addRow(int first, double[] sums) {
    for (int c = 0; c < width; c++) sums[c] += get(first + c);
  }

  void zero() {
    for (int i = 0; i < count; i++) set(i, 0);
  }

  /** One channel of all rows from consecutive elements. */
  void readChannel(float[] plane, int from, int channel) {
    for (int i = channel, at = from; i < count; i += width, at++) set(i, plane[at]);
  }

  /** One channel of all rows to consecutive elements. */
  void writeChannel(float[] plane, int to, int channel) {
    for (int i = channel, at = to; i < count; i += width, at++) plane[at] = (float) get(i);
  }

  public abstract double get(int index);

  abstract void set(int index, double value);

  public abstract void read(Values source, long from, int at, int length);

  public abstract void write(Values target, long from, int at, int length);

  /** Copies a part of another strip here. */
  public void copy(RowBuffer source, int from, int at, int length) {
    for (int i = 0; i < length; i++) set(at + i, source.get(from + i));
  }

  /** Adds a part of another strip to a part of this. */
  public void add(RowBuffer source, int from, int at, int length) {
    for (int i = 0; i < length; i++) set(at + i, get(at + i) + source.get(from + i));
  }

  /** x ← x + y. */
  public RowBuffer plus(RowBuffer y) {
    for (int i = 0; i < y.count; i++) set(i, get(i) + y.get(i));
    return this;
  }

  /**
   * Distances from other rows, and their squares, added to sums: s ← s + x − y, q ← q + (x − y)².
   */
  public void addMoments(RowBuffer y, RowBuffer s, RowBuffer q) {
    for (int i = 0; i < count; i++) {
      double distance = get(i) - y.get(i);
      s.set(i, s.get(i) + distance);
      q.set(i, q.get(i) + distance * distance);
    }
  }

  /** The leaky ReLU of a line: with v = x·a + b, x ← max(v, slope·v), for slopes of 0 to 1. */
  public RowBuffer leakyLine(RowBuffer a, RowBuffer b, double slope) {
    for (int i = 0; i < count; i++) {
      double v = get(i) * a.get(i) + b.get(i);
      set(i, Math.max(v, slope * v));
    }
    return this;
  }

  /**
   * The derivative of {@link #leakyLine} for the line: x ← x where y·a + b is positive, and slope·x
   * elsewhere.
   */
  public RowBuffer timesLineSlope(RowBuffer y, RowBuffer a, RowBuffer b, double slope) {
    for (int i = 0; i < count; i++) set(i, get(i) * step(y.get(i) * a.get(i) + b.get(i), slope));
    return this;
  }

  /** Added to sums, with what another strip is away from its rows: s ← s + x, p ← p + x·(y − m). */
  public void addProducts(RowBuffer y, RowBuffer m, RowBuffer s, RowBuffer p) {
    for (int i = 0; i < count; i++) {
      s.set(i, s.get(i) + get(i));
      p.set(i, p.get(i) + get(i) * (y.get(i) - m.get(i)));
    }
  }

  /** A line in two variables: x ← x·a + y·b + c. */
  public RowBuffer plane(RowBuffer a, RowBuffer y, RowBuffer b, RowBuffer c) {
    for (int i = 0; i < count; i++) set(i, get(i) * a.get(i) + c.get(i) + y.get(i) * b.get(i));
    return this;
  }

  /** The leaky ReLU: x ← max(x, slope·x), for slopes of 0 to 1. */
  public RowBuffer leaky(double slope) {
    for (int i = 0; i < count; i++) set(i, Math.max(get(i), slope * get(i)));
    return this;
  }

  /** The leaky ReLU's derivative: x ← x where y is positive, and slope·x elsewhere. */
  public RowBuffer timesSlope(RowBuffer y, double slope) {
    for (int i = 0; i < count; i++) set(i, get(i) * step(y.get(i), slope));
    return this;
  }

  private static double step(double y, double slope) {
    return Math.max(slope, Math.min(1, y * Double.MAX_VALUE));
  }

  /** The logistic function: x ← 1/(1 + exp(−x)), to an absolute 10⁻⁶ in single precision. */
  public RowBuffer sigmoid() {
    for (int i = 0; i < count; i++) set(i, 1 / (1 + Math.exp(-get(i))));
    return this;
  }

  /** A moving mean: x ← decay·x + (1 − decay)·y. */
  public RowBuffer decay(double decay, RowBuffer y) {
    for (int i = 0; i < count; i++) set(i, decay * get(i) + (1 - decay) * y.get(i));
    return this;
  }

  /** A moving mean of squares: x ← decay·x + (1 − decay)·y². */
  public RowBuffer decaySquare(double decay, RowBuffer y) {
    for (int i = 0; i < count; i++) set(i, decay * get(i) + (1 - decay) * y.get(i) * y.get(i));
    return this;
  }

  /** Adam's move: x ← x − rate·m/(√v + ε). */
  public RowBuffer minusRatio(double rate, RowBuffer m, RowBuffer v, double epsilon) {
    for (int i = 0; i < count; i++)
      set(i, get(i) - rate * m.get(i) / (Math.sqrt(v.get(i)) + epsilon));
    return this;
  }
}
