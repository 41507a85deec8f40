package sc.fiji.cavga.read;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.util.Arrays;

/**
 * What a JPEG's markers say that its decoder keeps to itself: orientation, colour, completeness.
 */
final class JpegHeader {

  /**
   * How many pixels a byte of a JPEG may hold: 8 by 8 samples take a bit at least, and however the
   * colours are subsampled, there is a sample for every four pixels.
   */
  static final long PIXELS_PER_BYTE = 8 * 64 * 4;

  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int EXIF = 0xe1;
  private static final int PROFILE = 0xe2;
  private static final String PROFILE_TAG = "ICC_PROFILE\0";

  private final byte[] bytes;
  private int orientation = 1;
  private int components;
  private boolean complete;
  private final ByteArrayOutputStream profile = new ByteArrayOutputStream();

  private JpegHeader(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param bytes the whole file
   */
  static JpegHeader of(byte[] bytes) {
    JpegHeader header = new JpegHeader(bytes);
    try {
      header.walk();
    } catch (EOFException cutOff) {
      header.complete = false;
    }
    return header;
  }

  /** As in EXIF: 1 upright, 2 mirrored, 3 upside down, ... 8 to be turned left. */
  int orientation() {
    return orientation;
  }

  /** 1 grey, 3 colour, 4 the inks of print (CMYK), 0 when unknown. */
  int components() {
    return components;
  }

  /** Whether the end of the image is there. */
  boolean complete() {
    return complete;
  }

  private void walk() throws EOFException {
    int at = 2;
    while (true) {
      while (at(at) != 0xff) at++;
      while (at(at) == 0xff) at++;
      int marker = at(at++);
      if (marker == END_OF_IMAGE) {
        complete = true;
        return;
      }
      if (marker == 0 || marker == 1 || marker >= 0xd0 && marker <= 0xd8) continue;
      int length = twoBytes(at);
      boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8;
      if (frame && marker != 0xcc) components = at(at + 7);
      if (marker == EXIF && length > 16 && at(at + 2) == 'E' && at(at + 3) == 'x')
        orientation =
            Exif.orientation(
                Arrays.copyOfRange(bytes, at + 8, Math.min(bytes.length, at + length)));
      if (marker == PROFILE && length > PROFILE_TAG.length() + 4 && holds(PROFILE_TAG, at + 2))
        profile.write(
            bytes,
            at + 4 + PROFILE_TAG.length(),
            Math.min(bytes.length - at, length) - 4 - PROFILE_TAG.length());
      at += length;
      // Within a scan's data 0xff is always followed by zero or a restart, which the loop passes.
      if (marker == START_OF_SCAN) at(at);
    }
  }

  private boolean holds(String text, int start) throws EOFException {
    for (int i = 0; i < text.length(); i++) if (at(start + i) != text.charAt(i)) return false;
    return true;
  }

  /** The colour profile, which the decoder applies; empty where there is none. */
  byte[] profile() {
    return profile.toByteArray();
  }

  private int twoBytes(int at) throws EOFException {
    return at(at) << 8 | at(at + 1);
  }

  private int at(int index) throws EOFException {
    if (index < 0 || index >= bytes.length) throw new EOFException();
    return bytes[index] & 0xff;
  }
}
