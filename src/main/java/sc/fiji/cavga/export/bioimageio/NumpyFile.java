package sc.fiji.cavga.export.bioimageio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Arrays in the format of NumPy, version 1.0: row by row, little-endian. */
final class NumpyFile {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** The header's whole length is a multiple of it. */
  private static final int ALIGNED = 64;

  private NumpyFile() {}

  /** A file's content. */
  static byte[] of(float[] values, int... shape) {
    ByteBuffer file = begun("<f4", Float.BYTES * values.length, shape);
    for (float value : values) file.putFloat(value);
    return file.array();
  }

  /** A file's content. */
  static byte[] of(boolean[] values, int... shape) {
    ByteBuffer file = begun("|b1", values.length, shape);
    for (boolean value : values) file.put((byte) (value ? 1 : 0));
    return file.array();
  }

  private static ByteBuffer begun(String type, int length, int... shape) {
    String axes =
        Arrays.stream(shape).mapToObj(axis -> axis + ",").collect(Collectors.joining(" "));
    StringBuilder header = new StringBuilder();
    header.append("{'descr': '").append(type).append("', 'fortran_order': False, 'shape': (");
    header.append(axes).append("), }");
    while ((MAGIC.length + Short.BYTES + header.length() + 1) % ALIGNED != 0) header.append(' ');
    header.append('\n');
    int begin = MAGIC.length + Short.BYTES + header.length();
    return ByteBuffer.allocate(begin + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) header.length())
        .put(header.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
