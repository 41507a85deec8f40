package sc.fiji.cavga.read.file;

import sc.fiji.cavga.picture.Planes;
import sc.fiji.cavga.picture.WhiteLevel;

/**
 * Whole numbers packed in bytes, as DICOM and Bio-Formats give them: one channel of one plane, read
 * in place.
 */
public final class PackedSamples {

  private final byte[] bytes;
  private final int start;
  private final int stride;
  private final int width;
  private final boolean little;

  /**
   * @param start the first sample's first byte
   * @param stride bytes from one sample to the next of the same channel
   * @param width bytes of a sample, 1 to 4
   * @param little whether the least byte comes first
   */
  public PackedSamples(byte[] bytes, int start, int stride, int width, boolean little) {
    this.bytes = bytes;
    this.start = start;
    this.stride = stride;
    this.width = width;
    this.little = little;
  }

  /** The sample as an unsigned number. */
  public long at(int index) {
    int at = start + index * stride;
    if (width == 1) return bytes[at] & 0xff;
    long value = 0;
    for (int i = 0; i < width; i++)
      value |= (bytes[at + (little ? i : width - 1 - i)] & 0xffL) << 8 * i;
    return value;
  }

  /** The sample as a number with a sign, or without. */
  private long at(int index, int stored, int lowest, boolean signed) {
    long value = at(index) >> lowest & (1L << stored) - 1;
    return signed && value >> stored - 1 == 1 ? value - (1L << stored) : value;
  }

  /**
   * The lowest and highest of some samples.
   *
   * @param count how many, from the first on
   * @param stored how many bits count
   * @param lowest the lowest of them, 0 unless they are stored higher up
   */
  public long[] range(int count, int stored, int lowest, boolean signed) {
    long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
    for (int i = 0; i < count; i++) {
      long value = at(i, stored, lowest, signed);
      range[0] = Math.min(range[0], value);
      range[1] = Math.max(range[1], value);
    }
    return range;
  }

  /**
   * Brightness from the bits that are stored, 0 to 1 from black to white.
   *
   * @param stored how many bits count
   * @param lowest the lowest of them, 0 unless they are stored higher up
   * @param level whose black may lie below zero for signed numbers, so that their order stays
   */
  public Planes.Plane plane(int stored, int lowest, boolean signed, WhiteLevel level) {
    float black = (float) level.black();
    float range = (float) (level.white() - level.black());
    return index -> (at(index, stored, lowest, signed) - black) / range;
  }
}
