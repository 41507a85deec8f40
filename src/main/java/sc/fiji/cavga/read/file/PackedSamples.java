package sc.fiji.cavga.read.file;

import sc.fiji.cavga.picture.Planes;

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

  /**
   * Brightness from the bits that are stored, 0 to 1 over all that they can say. Signed numbers are
   * lifted by half the range, so that their order stays.
   *
   * @param stored how many bits count
   * @param lowest the lowest of them, 0 unless they are stored higher up
   */
  public Planes.Plane plane(int stored, int lowest, boolean signed) {
    long mask = (1L << stored) - 1;
    long lift = signed ? 1L << stored - 1 : 0;
    float white = mask;
    return index -> ((at(index) >> lowest) + lift & mask) / white;
  }
}
