package sc.fiji.cavga.read.dicom;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import sc.fiji.cavga.read.file.PackedSamples;

/**
 * The elements of a DICOM file that say how its pixels are stored. Nothing about the patient is
 * ever read: only the groups 0002 and 0028, the pixel spacing, the side and the kind of file are
 * kept.
 */
final class DicomHeader {

  static final int TRANSFER_SYNTAX = 0x00020010;

  /** What kind of thing the file holds, in the file's own group and in the data's. */
  static final int MEDIA_CLASS = 0x00020002;

  static final int CLASS = 0x00080016;
  static final int ROWS = 0x00280010;
  static final String DEFLATED = "1.2.840.10008.1.2.1.99";
  static final int IMAGER_SPACING = 0x00181164;
  static final int LATERALITY = 0x00200060;
  static final int IMAGE_LATERALITY = 0x00200062;
  static final int PIXEL_DATA = 0x7fe00010;

  private static final int PREAMBLE = 128;
  private static final int LONGEST_VALUE = 1 << 18;
  private static final long UNDEFINED = 0xffffffffL;
  private static final int ITEM_END = 0xfffee00d;
  private static final int SEQUENCE_END = 0xfffee0dd;
  private static final int DEEPEST = 32;
  private static final String LONG_LENGTHS = "OB OW OF OD OL OV SQ UC UN UR UT SV UV ";

  private final InputStream in;
  private final Map<Integer, byte[]> values = new HashMap<>();
  private long position;
  private boolean explicit = true;
  private boolean little = true;
  private boolean words;
  private long pixelStart = -1;
  private long pixelLength;

  private DicomHeader(InputStream in) {
    this.in = in;
  }

  /**
   * Reads up to the pixels, or to the end of a file that has none.
   *
   * @throws EOFException when the file ends within an element
   */
  static DicomHeader read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      DicomHeader header = new DicomHeader(in);
      header.skip(PREAMBLE + 4);
      header.readElements();
      return header;
    }
  }

  private void readElements() throws IOException {
    boolean meta = true;
    while (pixelStart < 0 && !atEnd()) {
      int group = number(2, little);
      if (meta && group != 2) {
        meta = false;
        startDataSet();
        if (text(TRANSFER_SYNTAX).equals(DEFLATED)) return;
        if (!little) group = Integer.reverseBytes(group) >>> 16;
      }
      readElement(group << 16 | number(2, little), 0);
    }
  }

  private boolean atEnd() throws IOException {
    in.mark(1);
    boolean end = in.read() < 0;
    in.reset();
    return end;
  }

  /** The file's first group is always explicit and little-endian; the rest as it says. */
  private void startDataSet() {
    String syntax = text(TRANSFER_SYNTAX);
    explicit = !syntax.equals("1.2.840.10008.1.2");
    little = !syntax.equals("1.2.840.10008.1.2.2");
  }

  private void readElement(int tag, int depth) throws IOException {
    String representation = "";
    long length;
    if (tag >>> 16 == 0xfffe || !explicit) length = number(4, little) & UNDEFINED;
    else {
      representation = new String(bytes(2), StandardCharsets.US_ASCII);
      if (LONG_LENGTHS.contains(representation + " ")) {
        skip(2);
        length = number(4, little) & UNDEFINED;
      } else length = number(2, little);
    }
    if (tag == PIXEL_DATA && depth == 0) {
      pixelStart = position;
      pixelLength = length == UNDEFINED ? -1 : length;
      words = representation.equals("OW");
    } else if (length == UNDEFINED) skipSequence(representation, depth);
    else if (depth == 0 && wanted(tag) && length <= LONGEST_VALUE)
      values.put(tag, bytes((int) length));
    else skip(length);
  }

  private static boolean wanted(int tag) {
    return tag >>> 16 == 0x0028
        || tag == TRANSFER_SYNTAX
        || tag == MEDIA_CLASS
        || tag == CLASS
        || tag == IMAGER_SPACING
        || tag == LATERALITY
        || tag == IMAGE_LATERALITY;
  }

  /** Items of unknown length within items of unknown length, down to a depth that no file needs. */
  private void skipSequence(String representation, int depth) throws IOException {
    if (depth > DEEPEST) throw new IOException("its sequences are nested too deeply");
    boolean wasExplicit = explicit;
    if (representation.equals("UN")) explicit = false;
    int tag;
    do {
      tag = number(2, little) << 16 | number(2, little);
      if (tag == ITEM_END || tag == SEQUENCE_END) skip(4);
      else readElement(tag, depth + 1);
    } while (tag != SEQUENCE_END && tag != ITEM_END);
    explicit = wasExplicit;
  }

  private int number(int count, boolean leastFirst) throws IOException {
    byte[] read = bytes(count);
    return (int) new PackedSamples(read, 0, count, count, leastFirst).at(0);
  }

  private byte[] bytes(int count) throws IOException {
    byte[] read = in.readNBytes(count);
    if (read.length < count) throw new EOFException("it ends too early");
    position += count;
    return read;
  }

  private void skip(long count) throws IOException {
    long left = count;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped <= 0) {
        if (in.read() < 0) throw new EOFException("it ends too early");
        skipped = 1;
      }
      left -= skipped;
    }
    position += count;
  }

  /** Without the padding; empty when absent. */
  String text(int tag) {
    byte[] value = values.getOrDefault(tag, new byte[0]);
    return new String(value, StandardCharsets.US_ASCII).replace('\0', ' ').trim();
  }

  /** A 16-bit number, the index-th of an element. */
  int number(int tag, int index, int otherwise) {
    byte[] value = values.get(tag);
    if (value == null || value.length < 2 * index + 2) return otherwise;
    return (int) new PackedSamples(value, 0, 2, 2, little).at(index);
  }

  int number(int tag, int otherwise) {
    return number(tag, 0, otherwise);
  }

  /** Null when absent. */
  byte[] value(int tag) {
    return values.get(tag);
  }

  boolean little() {
    return little;
  }

  /** Whether the pixels' bytes were written as 16-bit words, which matters in big-endian files. */
  boolean words() {
    return words;
  }

  /** Where the pixels begin in the file; -1 where there are none. */
  long pixelStart() {
    return pixelStart;
  }

  /** In bytes; -1 when they are compressed. */
  long pixelLength() {
    return pixelLength;
  }
}
