package sc.fiji.cavga.evaluate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small colour pictures as PNG files in memory, for pages that hold them within themselves. */
final class PngEncoder {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte BITS = 8;
  private static final byte TRUE_COLOUR = 2;

  private PngEncoder() {}

  /**
   * @param rgb [H,W], red, green and blue in the lower 24 bits
   */
  static byte[] encode(int[] rgb, int width) {
    int height = rgb.length / width;
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(BITS).put(TRUE_COLOUR).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", deflated(rows(rgb, width, height)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** Each row begins with its filter: 2, the difference to the row above. */
  private static byte[] rows(int[] rgb, int width, int height) {
    byte[] rows = new byte[height * (1 + 3 * width)];
    int at = 0;
    for (int y = 0; y < height; y++) {
      rows[at++] = 2;
      for (int x = 0; x < width; x++) {
        int here = rgb[y * width + x];
        int above = y == 0 ? 0 : rgb[(y - 1) * width + x];
        for (int shift = 16; shift >= 0; shift -= 8)
          rows[at++] = (byte) ((here >> shift & 0xff) - (above >> shift & 0xff));
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 14];
    while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(name);
    png.writeBytes(content);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
