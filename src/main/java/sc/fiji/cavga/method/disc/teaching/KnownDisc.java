package sc.fiji.cavga.method.disc.teaching;

import java.util.ArrayList;
import java.util.List;

/**
 * A square of a photograph in which the disc is known, and perhaps the cup, or in which there is
 * none, at several resolutions and 8 bits a value. Immutable.
 */
final class KnownDisc {

  static final int FIELD_OF_VIEW = 3;
  static final int DISC = 4;
  static final int CUP = 5;

  private static final int SMALLEST = 60;

  /** Of the square, in its pixels. */
  final int size;

  /** Of the disc's middle, in the square's pixels. */
  final double x;

  final double y;

  /** Of the disc, in the square's pixels. */
  final double diameter;

  /** Each half as wide as the one before: planes of red, green, blue, field of view, disc, cup. */
  private final List<byte[][]> levels = new ArrayList<>();

  /**
   * @param colours [3,H,W], in 0 to 1
   * @param masks [H,W] each, 0 to 1: field of view, disc where there is one, cup where it is known
   */
  KnownDisc(int size, float[] colours, List<float[]> masks, double x, double y, double diameter) {
    this.size = size;
    this.x = x;
    this.y = y;
    this.diameter = diameter;
    int plane = size * size;
    byte[][] planes = new byte[3 + masks.size()][plane];
    for (int i = 0; i < 3 * plane; i++) planes[i / plane][i % plane] = packed(colours[i]);
    for (int k = 0; k < masks.size(); k++)
      for (int i = 0; i < plane; i++) planes[3 + k][i] = packed(masks.get(k)[i]);
    int width = size;
    levels.add(planes);
    while (width % 2 == 0 && width > SMALLEST) {
      planes = halved(planes, width);
      width /= 2;
      levels.add(planes);
    }
  }

  private static byte packed(float value) {
    return (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
  }

  private static byte[][] halved(byte[][] planes, int width) {
    int half = width / 2;
    byte[][] result = new byte[planes.length][half * half];
    for (int p = 0; p < planes.length; p++)
      for (int i = 0; i < half * half; i++) {
        int corner = i / half * 2 * width + i % half * 2;
        byte[] plane = planes[p];
        int sum =
            (plane[corner] & 0xff)
                + (plane[corner + 1] & 0xff)
                + (plane[corner + width] & 0xff)
                + (plane[corner + width + 1] & 0xff);
        result[p][i] = (byte) ((sum + 2) / 4);
      }
    return result;
  }

  /** The same square with other masks of the disc and the cup, [H,W] each, and another disc. */
  KnownDisc with(float[] disc, float[] cup, double newX, double newY, double newDiameter) {
    byte[][] planes = levels.get(0);
    float[] colours = new float[3 * size * size];
    for (int i = 0; i < colours.length; i++)
      colours[i] = unpacked(planes[i / (size * size)][i % (size * size)]);
    float[] inside = new float[size * size];
    for (int i = 0; i < inside.length; i++) inside[i] = unpacked(planes[FIELD_OF_VIEW][i]);
    return new KnownDisc(size, colours, List.of(inside, disc, cup), newX, newY, newDiameter);
  }

  private static float unpacked(byte value) {
    return (value & 0xff) / 255f;
  }

  boolean knowsCup() {
    return levels.get(0).length > CUP;
  }

  /**
   * A part of the square, black and outside the field of view where it reaches beyond.
   *
   * @return [4 to 6][shown·shown], 0 to 1; the field of view is 0 or 1
   */
  float[][] shown(Pose pose, int shown) {
    int level =
        (int)
            Math.max(
                0,
                Math.min(levels.size() - 1, Math.floor(Math.log(pose.unit) / Math.log(2) + 0.5)));
    byte[][] planes = levels.get(level);
    int width = size >> level;
    double scale = 1.0 / (1 << level);
    float[][] result = new float[planes.length][shown * shown];
    for (int i = 0; i < shown * shown; i++) {
      double dx = i % shown + 0.5 - shown / 2.0;
      double dy = i / shown + 0.5 - shown / 2.0;
      double x = pose.atX(dx, dy) * scale - 0.5;
      double y = pose.atY(dx, dy) * scale - 0.5;
      if (!(x > -1 && y > -1 && x < width && y < width)) continue;
      for (int p = 0; p < planes.length; p++) result[p][i] = between(planes[p], width, x, y);
      result[FIELD_OF_VIEW][i] = result[FIELD_OF_VIEW][i] > 0.5f ? 1 : 0;
    }
    return result;
  }

  private static float between(byte[] plane, int width, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double u = x - left;
    double v = y - top;
    double above = at(plane, width, left, top) * (1 - u) + at(plane, width, left + 1, top) * u;
    double below =
        at(plane, width, left, top + 1) * (1 - u) + at(plane, width, left + 1, top + 1) * u;
    return (float) ((above * (1 - v) + below * v) / 255);
  }

  private static int at(byte[] plane, int width, int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= width ? 0 : plane[y * width + x] & 0xff;
  }
}
