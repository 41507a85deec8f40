package sc.fiji.cavga.render;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * PNG files of opaque colours. Each row is written as its difference from the one above: ImageIO,
 * which tries all kinds of differences for each row, takes twice the time.
 */
final class RgbPng {

  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final byte BITS = 8;
  private static final byte COLOURS = 2;

  /** The kind of difference that leads each row. */
  private static final byte ROW_ABOVE = 2;

  private RgbPng() {}

  /**
   * Writes a whole file; the stream stays open. The same pixels give the same bytes.
   *
   * @param rgb [H,W], red, green and blue in the lower 24 bits
   * @param software the value of the text "Software"; empty for none
   */
  static void write(int[] rgb, int width, String software, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeLong(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(rgb.length / width);
    chunk("IHDR", header.put(BITS).put(COLOURS).array(), data);
    if (!software.isEmpty()) chunk("tEXt", bytes("Software\0" + software), data);
    chunk("IDAT", deflated(rgb, width), data);
    chunk("IEND", new byte[0], data);
    data.flush();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void chunk(String name, byte[] content, DataOutputStream out) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes(name));
    checksum.update(content);
    out.writeInt(content.length);
    out.write(bytes(name));
    out.write(content);
    out.writeInt((int) checksum.getValue());
  }

  private static byte[] deflated(int[] rgb, int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 14)) {
      byte[] row = new byte[1 + 3 * width];
      row[0] = ROW_ABOVE;
      for (int at = 0; at < rgb.length; at += width) {
        int into = 1;
        for (int i = at; i < at + width; i++) {
          int colour = rgb[i];
          int above = i < width ? 0 : rgb[i - width];
          row[into++] = (byte) ((colour >> 16) - (above >> 16));
          row[into++] = (byte) ((colour >> 8) - (above >> 8));
          row[into++] = (byte) (colour - above);
        }
        out.write(row);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
