package sc.fiji.cavga.render.deflate;

import java.util.Arrays;

/** Bytes that are filled bit by bit, each from its lowest bit on, as RFC 1951 has them. */
final class BitOutput {

  private byte[] bytes = new byte[1 << 16];
  private int size;
  private long waiting;
  private int count;

  /**
   * @param bits the lowest {@code length} bits; the others are 0
   * @param length up to 32
   */
  void write(int bits, int length) {
    waiting |= (bits & 0xffffffffL) << count;
    count += length;
    if (count >= Integer.SIZE) flush(Integer.BYTES);
  }

  private void flush(int whole) {
    if (size + whole > bytes.length) bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    for (int i = 0; i < whole; i++) {
      bytes[size++] = (byte) waiting;
      waiting >>>= Byte.SIZE;
    }
    count = Math.max(0, count - whole * Byte.SIZE);
  }

  /** Fills the last byte with zeros. */
  void align() {
    flush((count + Byte.SIZE - 1) / Byte.SIZE);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }
}
