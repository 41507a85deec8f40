package sc.fiji.cavga.feed;

import java.util.BitSet;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * A prepared picture in half the memory: 16 bits a value and one bit a pixel for the field of view.
 * Values are kept to within 1/131070, far below what an 8-bit photograph tells apart.
 */
final class PackedPicture {

  private static final float STEPS = 65535;

  private final int size;
  private final int channels;
  private final short[] values;
  private final BitSet fieldOfView;
  private final Placement placement;

  private PackedPicture(
      int size, int channels, short[] values, BitSet fieldOfView, Placement placement) {
    this.size = size;
    this.channels = channels;
    this.values = values;
    this.fieldOfView = fieldOfView;
    this.placement = placement;
  }

  static PackedPicture of(PreparedPicture picture) {
    float[] from = picture.values();
    short[] values = new short[from.length];
    for (int i = 0; i < values.length; i++)
      values[i] = (short) Math.round(Math.min(1f, Math.max(0f, from[i])) * STEPS);
    float[] inside = picture.fieldOfView();
    BitSet fieldOfView = new BitSet(inside.length);
    for (int i = 0; i < inside.length; i++) fieldOfView.set(i, inside[i] != 0);
    return new PackedPicture(
        picture.size(), picture.channels(), values, fieldOfView, picture.placement());
  }

  /** A fresh copy that the caller may change. */
  PreparedPicture unpack() {
    float[] unpacked = new float[values.length];
    for (int i = 0; i < unpacked.length; i++) unpacked[i] = (values[i] & 0xffff) / STEPS;
    float[] inside = new float[size * size];
    for (int i = fieldOfView.nextSetBit(0); i >= 0; i = fieldOfView.nextSetBit(i + 1))
      inside[i] = 1;
    return new PreparedPicture(size, channels, unpacked, inside, placement);
  }

  /** Roughly what it takes in memory. */
  long bytes() {
    return 2L * values.length + (long) size * size / 8 + 256;
  }
}
