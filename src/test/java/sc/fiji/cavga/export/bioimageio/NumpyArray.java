package sc.fiji.cavga.export.bioimageio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of NumPy, format version 1.0, as its documentation says it. */
final class NumpyArray {

  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\} *\n");

  final String type;
  final long[] shape;
  final ByteBuffer values;

  NumpyArray(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    bytes.get(magic);
    if (!Arrays.equals(magic, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}))
      throw new IllegalArgumentException("no file of NumPy");
    byte[] header = new byte[bytes.getShort() & 0xffff];
    bytes.get(header);
    Matcher parts = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    if (!parts.matches() || bytes.position() % 64 != 0)
      throw new IllegalArgumentException("a header that NumPy does not read");
    type = parts.group(1);
    shape =
        Arrays.stream(parts.group(2).split("[, ]+"))
            .filter(axis -> !axis.isEmpty())
            .mapToLong(Long::parseLong)
            .toArray();
    values = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    long length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    if (values.remaining() != length * (type.equals("<f4") ? Float.BYTES : 1))
      throw new IllegalArgumentException("not as many values as the shape says");
  }

  float[] floats() {
    float[] floats = new float[values.remaining() / Float.BYTES];
    values.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }

  /** As a number; of truths 0 or 1. */
  double first() {
    return type.equals("<f4") ? values.getFloat(0) : values.get(0);
  }
}
