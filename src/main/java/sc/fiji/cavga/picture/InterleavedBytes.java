package sc.fiji.cavga.picture;

/**
 * Pixels of 8 bits as decoders give them, the channels of each side by side, read in place. Turning
 * them costs nothing. Immutable as long as nobody changes the bytes.
 */
public final class InterleavedBytes implements PixelView.Source {

  private static final int LEVELS = 256;

  private final byte[] bytes;
  private final int width;
  private final int height;
  private final int[] first;
  private final int column;
  private final int row;
  private final float[] values = new float[LEVELS];

  private InterleavedBytes(byte[] bytes, int width, int height, int[] first, int column, int row) {
    this.bytes = bytes;
    this.width = width;
    this.height = height;
    this.first = first;
    this.column = column;
    this.row = row;
    for (int i = 0; i < LEVELS; i++) values[i] = i / 255f;
  }

  /**
   * @param bytes taken as they are, not copied
   * @param first where each channel's first value lies
   * @param column from a value to that of the next pixel in its row
   * @param row from a value to that of the pixel below
   * @return axes (X,Y,C)
   */
  public static PixelView of(
      byte[] bytes, int width, int height, int[] first, int column, int row) {
    return new InterleavedBytes(bytes, width, height, first.clone(), column, row).view();
  }

  private PixelView view() {
    return new PixelView(width, height, first.length, this);
  }

  /** All bytes, as they are. */
  public byte[] bytes() {
    return bytes;
  }

  /** What each byte is worth, as an unsigned number; not to be changed. */
  public float[] worth() {
    return values;
  }

  /** Where a pixel's value lies among the bytes. */
  public int place(int x, int y, int channel) {
    return first[channel] + x * column + y * row;
  }

  /** From a pixel's value to that of the next pixel in its row. */
  public int step() {
    return column;
  }

  @Override
  public float at(int x, int y, int channel) {
    return values[bytes[place(x, y, channel)] & 0xff];
  }

  @Override
  public void row(int x, int y, int channel, float[] into, int count) {
    int at = place(x, y, channel);
    for (int i = 0; i < count; i++, at += column) into[i] = values[bytes[at] & 0xff];
  }

  @Override
  public void columns(int[] columns, int y, int channel, float[] into) {
    int at = first[channel] + y * row;
    for (int i = 0; i < columns.length; i++)
      into[i] = values[bytes[at + columns[i] * column] & 0xff];
  }

  @Override
  public PixelView.Source subsampled(int step) {
    return new InterleavedBytes(
        bytes,
        (width + step - 1) / step,
        (height + step - 1) / step,
        first,
        step * column,
        step * row);
  }

  @Override
  public boolean isLimited() {
    return true;
  }

  /**
   * The same bytes, seen otherwise.
   *
   * @param swaps whether width and height change places first
   * @param mirrorsX whether left and right do then
   * @param mirrorsY whether top and bottom do
   */
  PixelView turned(boolean swaps, boolean mirrorsX, boolean mirrorsY) {
    int newWidth = swaps ? height : width;
    int newHeight = swaps ? width : height;
    int newColumn = swaps ? row : column;
    int newRow = swaps ? column : row;
    int[] begin = first.clone();
    for (int channel = 0; channel < begin.length; channel++) {
      if (mirrorsX) begin[channel] += (newWidth - 1) * newColumn;
      if (mirrorsY) begin[channel] += (newHeight - 1) * newRow;
    }
    return new InterleavedBytes(
            bytes,
            newWidth,
            newHeight,
            begin,
            mirrorsX ? -newColumn : newColumn,
            mirrorsY ? -newRow : newRow)
        .view();
  }
}
