package sc.fiji.cavga.read;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A PNG's chunks before its pixels, and behind them its EXIF: what its decoder keeps to itself. */
final class PngHeader {

  private static final int SIGNATURE = 8;
  private static final int COLOUR_TYPE = 9;
  private static final int INDEXED = 3;

  /** Larger ones are left out, as no profile needs more. */
  private static final int LARGEST = 1 << 24;

  private final Map<String, byte[]> chunks = new HashMap<>();

  private PngHeader() {}

  /** What can be read of it; a file that is cut off is the decoder's to refuse. */
  static PngHeader of(Path file) throws IOException {
    PngHeader header = new PngHeader();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      skip(in, SIGNATURE);
      String type = "";
      while (!type.equals("IEND")) {
        int length = in.readInt();
        type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
        if (length < 0) return header;
        header.take(type, length, in);
        skip(in, 4);
      }
    } catch (EOFException cutOff) {
      return header;
    }
    return header;
  }

  private void take(String type, int length, InputStream in) throws IOException {
    boolean wanted = "IHDR iCCP sRGB gAMA cHRM sBIT tRNS eXIf".contains(type) && length <= LARGEST;
    if (wanted) chunks.putIfAbsent(type, in.readNBytes(length));
    else skip(in, length);
  }

  private static void skip(InputStream in, long count) throws IOException {
    long left = count;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped <= 0 && in.read() < 0) throw new EOFException("it ends too early");
      left -= Math.max(1, skipped);
    }
  }

  /** Of the colours of a table, where it has one; other files give every pixel its own. */
  Transparency transparency() {
    byte[] header = chunk("IHDR");
    boolean indexed = header.length > COLOUR_TYPE && header[COLOUR_TYPE] == INDEXED;
    return indexed ? Transparency.ofTable(chunk("tRNS")) : Transparency.OF_PIXELS;
  }

  boolean has(String type) {
    return chunks.containsKey(type);
  }

  /** A chunk's bytes; empty where there is none. */
  byte[] chunk(String type) {
    return chunks.getOrDefault(type, new byte[0]);
  }

  /** A chunk's index-th number of four bytes; -1 where it has none. */
  long number(String type, int index) {
    byte[] chunk = chunk(type);
    if (chunk.length < 4 * index + 4) return -1;
    long value = 0;
    for (int i = 0; i < 4; i++) value = value << 8 | chunk[4 * index + i] & 0xff;
    return value;
  }

  /** How many bits count, of all channels the most; 0 where it does not say. */
  int significantBits() {
    int most = 0;
    for (byte bits : chunk("sBIT")) most = Math.max(most, bits);
    return most;
  }
}
