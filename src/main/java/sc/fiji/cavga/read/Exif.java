package sc.fiji.cavga.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a camera has written into a picture about itself. */
final class Exif {

  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;

  private Exif() {}

  /**
   * How the camera was held.
   *
   * @param tiff the TIFF structure that EXIF is
   * @return 1 upright, 2 mirrored, 3 upside down, ... 8 to be turned left; 1 where nothing is said
   */
  static int orientation(byte[] tiff) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(tiff);
      bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = bytes.getInt(4);
      int entries = bytes.getShort(directory) & 0xffff;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + ENTRY * i;
        if (bytes.getShort(entry) != ORIENTATION) continue;
        int value = bytes.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : 1;
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException damaged) {
      return 1;
    }
    return 1;
  }
}
