package sc.fiji.cavga.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.picture.HeaderWhite;
import sc.fiji.cavga.picture.Planes;
import sc.fiji.cavga.picture.WhiteLevel;
import sc.fiji.cavga.read.file.PackedSamples;

/** The planes of a series as Bio-Formats gives them, with one white for all. */
final class BioFormatsPlanes {

  private static final int INT8 = 0;
  private static final int INT16 = 2;
  private static final int UINT32 = 5;
  private static final int FLOAT = 6;

  private final Planes.Plane[] planes;
  private final WhiteLevel level;

  /**
   * @param channels bytes of each plane, one channel each
   * @throws IOException with the end of a sentence when their numbers are of an unknown type
   */
  BioFormatsPlanes(BioFormatsApi api, int pixels, List<byte[]> channels) throws IOException {
    int type = api.number("getPixelType");
    int width = channels.get(0).length / pixels;
    if (width < 1 || width > 4 || type > FLOAT || (type == FLOAT) != (width == 4 && type > UINT32))
      throw new IOException("its pixels are of an unknown type");
    List<PackedSamples> samples = new ArrayList<>();
    for (byte[] channel : channels)
      samples.add(new PackedSamples(channel, 0, width, width, api.flag("isLittleEndian")));
    planes = new Planes.Plane[channels.size()];
    if (type == FLOAT) {
      level = ofFloats(samples, pixels);
      return;
    }
    int stored = api.number("getBitsPerPixel");
    int bits = stored < 1 || stored > 8 * width ? 8 * width : stored;
    boolean signed = type == INT8 || type == INT16 || type == UINT32 - 1;
    // A format that knows its bits says them; others say the container's, and 8 are always whole.
    level =
        width == 1
            ? WhiteLevel.whole(bits, signed)
            : bits < 8 * width
                ? WhiteLevel.ofBits(bits, signed, "number of bits")
                : ofContent(samples, pixels, bits, signed);
    for (int i = 0; i < planes.length; i++)
      planes[i] = samples.get(i).plane(bits, 0, signed, level);
  }

  private static WhiteLevel ofContent(
      List<PackedSamples> samples, int pixels, int bits, boolean signed) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (PackedSamples channel : samples) {
      long[] range = channel.range(pixels, bits, 0, signed);
      least = Math.min(least, range[0]);
      most = Math.max(most, range[1]);
    }
    return HeaderWhite.SILENT.level(least, most, bits);
  }

  private WhiteLevel ofFloats(List<PackedSamples> samples, int pixels) {
    List<float[]> channels = new ArrayList<>();
    float most = 0;
    for (PackedSamples channel : samples) {
      float[] values = new float[pixels];
      for (int i = 0; i < pixels; i++) values[i] = Float.intBitsToFloat((int) channel.at(i));
      channels.add(values);
      most = Math.max(most, Planes.most(values));
    }
    WhiteLevel found = WhiteLevel.ofFloats(most);
    for (int i = 0; i < planes.length; i++) planes[i] = Planes.floats(channels.get(i), found);
    return found;
  }

  Planes.Plane[] planes(int first, int count) {
    return Arrays.copyOfRange(planes, first, first + count);
  }

  WhiteLevel level() {
    return level;
  }
}
