package sc.fiji.cavga.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The number types of the safetensors format that are read, each into floats; F32 and F16 are also
 * written.
 */
enum SafetensorsType {
  F32(4),
  F64(8),
  F16(2),
  BF16(2),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U8(1),
  BOOL(1);

  private final int bytes;

  SafetensorsType(int bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws IOException when the format, or this reader, has no such type
   */
  static SafetensorsType of(String name, String array) throws IOException {
    for (SafetensorsType type : values()) if (type.name().equals(name)) return type;
    throw new IOException(
        "The array "
            + array
            + " has the number type "
            + Excerpt.of(name)
            + ", which is not supported.");
  }

  /** Size of one number in the file. */
  int bytes() {
    return bytes;
  }

  /** The next number of a little-endian buffer as the nearest float. */
  float next(ByteBuffer buffer) {
    switch (this) {
      case F32:
        return buffer.getFloat();
      case F64:
        return (float) buffer.getDouble();
      case F16:
        return half(buffer.getShort() & 0xffff);
      case BF16:
        return Float.intBitsToFloat(buffer.getShort() << 16);
      case I64:
        return buffer.getLong();
      case I32:
        return buffer.getInt();
      case I16:
        return buffer.getShort();
      case I8:
        return buffer.get();
      default:
        return buffer.get() & 0xff;
    }
  }

  /** Writes the nearest number of this type, which is F32 or F16, little-endian. */
  void put(ByteBuffer buffer, float value) {
    if (this == F32) buffer.putFloat(value);
    else buffer.putShort((short) nearestHalf(value));
  }

  /** Halves lie as their bits do; of two that are equally near, the one with an even last bit. */
  private static int nearestHalf(float value) {
    int sign = Float.floatToIntBits(value) >>> 16 & 0x8000;
    int magnitude = Float.floatToIntBits(value) & 0x7fffffff;
    if (magnitude > 0x7f800000) return sign | 0x7e00;
    if (magnitude >= 0x47800000) return sign | 0x7c00;
    if (magnitude < 0x38800000)
      return sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24f);
    int bits = magnitude - (112 << 23);
    return sign | bits + 0xfff + (bits >> 13 & 1) >> 13;
  }

  /** IEEE 754 binary16, subnormal numbers, infinities and NaN included. */
  private static float half(int bits) {
    int exponent = bits >> 10 & 0x1f;
    int mantissa = bits & 0x3ff;
    float magnitude;
    if (exponent == 0) magnitude = mantissa * 0x1p-24f;
    else if (exponent == 31) magnitude = mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    else magnitude = Float.intBitsToFloat(exponent + 112 << 23 | mantissa << 13);
    return bits >> 15 == 0 ? magnitude : -magnitude;
  }
}
