package sc.fiji.cavga.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.cavga.picture.HeaderWhite;
import sc.fiji.cavga.picture.Planes;
import sc.fiji.cavga.picture.WhiteLevel;
import sc.fiji.cavga.read.file.PackedSamples;

/** The planes of a picture as Bio-Formats gives them. */
final class BioFormatsPlanes {

  private static final int INT8 = 0;
  private static final int INT16 = 2;
  private static final int UINT32 = 5;
  private static final int FLOAT = 6;

  private final List<PackedSamples> samples = new ArrayList<>();
  private final int pixels;
  private final int width;
  private final int bits;
  private final boolean floats;
  private final boolean signed;

  /**
   * @param api with the series chosen
   * @param channels bytes of each plane, one channel each
   * @throws IOException with the end of a sentence when their numbers are of an unknown type
   */
  BioFormatsPlanes(BioFormatsApi api, int pixels, List<byte[]> channels) throws IOException {
    int type = api.number("getPixelType");
    this.pixels = pixels;
    this.width = channels.get(0).length / pixels;
    if (width < 1 || width > 4 || type > FLOAT || (type == FLOAT) != (width == 4 && type > UINT32))
      throw new IOException("its pixels are of an unknown type");
    boolean little = api.flag("isLittleEndian");
    for (byte[] channel : channels)
      samples.add(new PackedSamples(channel, 0, width, width, little));
    floats = type == FLOAT;
    signed = type == INT8 || type == INT16 || type == UINT32 - 1;
    int stored = floats ? 0 : api.number("getBitsPerPixel");
    bits = stored < 1 || stored > 8 * width ? 8 * width : stored;
  }

  /**
   * What is white, where no number has to be looked at. A format that knows its bits says them;
   * others say the container's, and 8 are always whole.
   */
  Optional<WhiteLevel> said() {
    if (floats || width > 1 && bits == 8 * width) return Optional.empty();
    return Optional.of(
        width == 1
            ? WhiteLevel.whole(bits, signed)
            : WhiteLevel.ofBits(bits, signed, "number of bits"));
  }

  /** The lowest and highest number. */
  double[] range() {
    double[] range = {Double.POSITIVE_INFINITY, floats ? 0 : Double.NEGATIVE_INFINITY};
    for (PackedSamples channel : samples) {
      if (floats) {
        range[1] = Math.max(range[1], Planes.most(floats(channel)));
        continue;
      }
      long[] whole = channel.range(pixels, bits, 0, signed);
      range[0] = Math.min(range[0], whole[0]);
      range[1] = Math.max(range[1], whole[1]);
    }
    return range;
  }

  /** What is white where these are the lowest and highest number of the series. */
  WhiteLevel level(double... range) {
    return floats
        ? WhiteLevel.ofFloats(range[1])
        : HeaderWhite.SILENT.level((long) range[0], (long) range[1], bits);
  }

  private float[] floats(PackedSamples channel) {
    float[] values = new float[pixels];
    for (int i = 0; i < pixels; i++) values[i] = Float.intBitsToFloat((int) channel.at(i));
    return values;
  }

  /** One plane for each channel. */
  Planes.Plane[] converted(WhiteLevel level) {
    return samples.stream()
        .map(
            channel ->
                floats
                    ? Planes.floats(floats(channel), level)
                    : channel.plane(bits, 0, signed, level))
        .toArray(Planes.Plane[]::new);
  }
}
