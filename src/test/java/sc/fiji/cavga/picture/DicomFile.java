package sc.fiji.cavga.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A DICOM file that a test writes, element by element. */
public final class DicomFile {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean explicit;
  private final boolean little;

  public DicomFile(String syntax) {
    this.explicit = !syntax.equals("1.2.840.10008.1.2");
    this.little = !syntax.equals("1.2.840.10008.1.2.2");
    out.writeBytes(new byte[128]);
    out.writeBytes(ascii("DICM"));
    out.writeBytes(new byte[] {2, 0, 16, 0, 'U', 'I', (byte) even(syntax).length(), 0});
    out.writeBytes(ascii(even(syntax)));
  }

  private static String even(String text) {
    return text.length() % 2 == 0 ? text : text + "\0";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void numbers(int... values) {
    for (int value : values) out.writeBytes(number(2, value));
  }

  private byte[] number(int count, long value) {
    ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) bytes[i] = buffer.get(little ? i : count - 1 - i);
    return bytes;
  }

  public DicomFile shorts(int tag, int... values) {
    header(tag, "US", 2L * values.length);
    numbers(values);
    return this;
  }

  public DicomFile text(int tag, String representation, String text) {
    header(tag, representation, even(text).length());
    out.writeBytes(ascii(even(text)));
    return this;
  }

  /** With a length, or with -1 for a length that is not given. */
  public DicomFile header(int tag, String representation, long length) {
    numbers(tag >>> 16, tag & 0xffff);
    boolean isLong = "OB OW SQ UN UT".contains(representation);
    if (explicit && tag >>> 16 != 0xfffe) {
      out.writeBytes(ascii(representation));
      if (isLong) numbers(0);
    }
    boolean fourBytes = !explicit || isLong || tag >>> 16 == 0xfffe;
    out.writeBytes(number(fourBytes ? 4 : 2, length));
    return this;
  }

  public DicomFile bytes(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** The elements that every picture has. */
  public DicomFile picture(
      String photometric, int samples, int width, int height, int allocated, int stored) {
    return shorts(0x00280002, samples)
        .text(0x00280004, "CS", photometric)
        .shorts(0x00280010, height)
        .shorts(0x00280011, width)
        .shorts(0x00280100, allocated)
        .shorts(0x00280101, stored)
        .shorts(0x00280102, stored - 1)
        .shorts(0x00280103, 0);
  }

  public DicomFile pixels(String representation, byte... pixels) {
    return header(0x7fe00010, representation, pixels.length).bytes(pixels);
  }

  public byte[] toByteArray() {
    return out.toByteArray();
  }
}
