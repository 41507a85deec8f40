package sc.fiji.cavga.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Chunks that a test puts into a PNG. */
public final class PngFile {

  private static final int BEHIND_HEADER = 33;

  private PngFile() {}

  /** Behind the header, before all other chunks. */
  public static void insert(Path file, String type, byte... data) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, BEHIND_HEADER);
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    out.write(bytes, BEHIND_HEADER, bytes.length - BEHIND_HEADER);
    Files.write(file, out.toByteArray());
  }

  /** A colour profile as its chunk has it. */
  public static byte[] profile(byte[] profile) {
    Deflater deflater = new Deflater();
    deflater.setInput(profile);
    deflater.finish();
    byte[] packed = new byte[profile.length + 1024];
    int length = deflater.deflate(packed);
    deflater.end();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("profile\0\0".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(Arrays.copyOf(packed, length));
    return out.toByteArray();
  }

  /** An EXIF that says how the camera was held. */
  public static byte[] orientation(int value) {
    return new byte[] {
      'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, (byte) value, 0, 0, 0, 0, 0, 0
    };
  }

  /** Numbers of four bytes. */
  public static byte[] numbers(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    for (int value : values) buffer.putInt(value);
    return buffer.array();
  }
}
