package sc.fiji.cavga.render;

import ij.io.FileInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.render.deflate.WordDeflater;

/**
 * TIFF files of one plane of 32-bit floats, compressed (deflate, without predictor: ImageJ reads no
 * other of floats). The plane is made row by row and never in memory as a whole.
 */
public final class DeflatedTiff {

  /** Gives the rows of a plane, from the first to the last. */
  public interface Rows {

    /**
     * @param values gets the row's values, from its beginning
     */
    void row(int y, float[] values);
  }

  /** Bytes before compression in a strip, about. */
  private static final int STRIP = 1 << 21;

  private static final int HEADER = 8;
  private static final int ENTRY = 12;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int ASCII = 2;

  /** A pixel's size is written as a whole number of so many parts, as ImageJ does. */
  private static final double PARTS = 1e6;

  private final FileInfo info;
  private final int rowsInStrip;
  private final List<byte[]> strips = new ArrayList<>();

  private DeflatedTiff(FileInfo info) {
    this.info = info;
    this.rowsInStrip = Math.max(1, Math.min(info.height, STRIP / (Float.BYTES * info.width)));
  }

  /**
   * Writes a file whole or not at all. The same values give the same bytes.
   *
   * @param info width, height and the pixels' size
   * @param lines of the description, which say more than {@code info} can
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path target, FileInfo info, Rows rows, String... lines)
      throws IOException {
    DeflatedTiff tiff = new DeflatedTiff(info);
    tiff.deflate(rows);
    AtomicFile.write(target, out -> tiff.write(out, FloatTiff.description(lines)));
  }

  private void deflate(Rows rows) {
    WordDeflater deflater = new WordDeflater();
    float[] values = new float[info.width];
    int[] words = new int[rowsInStrip * info.width];
    for (int y = 0; y < info.height; y += rowsInStrip) {
      int count = 0;
      for (int row = y; row < Math.min(info.height, y + rowsInStrip); row++) {
        rows.row(row, values);
        for (float value : values) words[count++] = Float.floatToRawIntBits(value);
      }
      strips.add(deflater.zlib(words, count, info.width));
    }
  }

  /** The directory comes first, so that what the file is can be read from its beginning. */
  private void write(OutputStream out, String description) throws IOException {
    byte[] text = (description + "\0").getBytes(StandardCharsets.US_ASCII);
    int count = 16;
    int after = HEADER + 2 + count * ENTRY + 4;
    int textAt = after;
    int sizeAt = textAt + text.length + text.length % 2;
    int offsetsAt = sizeAt + 16;
    int lengthsAt = offsetsAt + (strips.size() > 1 ? 4 * strips.size() : 0);
    int pixelsAt = lengthsAt + (strips.size() > 1 ? 4 * strips.size() : 0);
    ByteBuffer head = ByteBuffer.allocate(pixelsAt).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
    head.putShort((short) count);
    entry(head, 254, LONG, 1, 0);
    entry(head, 256, LONG, 1, info.width);
    entry(head, 257, LONG, 1, info.height);
    entry(head, 258, SHORT, 1, Float.SIZE);
    entry(head, 259, SHORT, 1, 8);
    entry(head, 262, SHORT, 1, 1);
    entry(head, 270, ASCII, text.length, textAt);
    entry(head, 273, LONG, strips.size(), strips.size() > 1 ? offsetsAt : pixelsAt);
    entry(head, 277, SHORT, 1, 1);
    entry(head, 278, LONG, 1, rowsInStrip);
    entry(head, 279, LONG, strips.size(), strips.size() > 1 ? lengthsAt : strips.get(0).length);
    entry(head, 282, RATIONAL, 1, sizeAt);
    entry(head, 283, RATIONAL, 1, sizeAt + 8);
    entry(head, 284, SHORT, 1, 1);
    entry(head, 296, SHORT, 1, 1);
    entry(head, 339, SHORT, 1, 3);
    head.putInt(0).put(text);
    head.position(sizeAt);
    head.putInt(scale(info.pixelWidth)).putInt((int) PARTS);
    head.putInt(scale(info.pixelHeight)).putInt((int) PARTS);
    if (strips.size() > 1) {
      int at = pixelsAt;
      for (byte[] strip : strips) {
        head.putInt(at);
        at += strip.length;
      }
      for (byte[] strip : strips) head.putInt(strip.length);
    }
    out.write(head.array());
    for (byte[] strip : strips) out.write(strip);
  }

  private static int scale(double pixel) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.round(PARTS / pixel)));
  }

  private static void entry(ByteBuffer head, int tag, int type, int count, int value) {
    head.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
