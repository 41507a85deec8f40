package sc.fiji.cavga.method.disc.teaching.painting;

import java.util.Objects;

/**
 * A real disc in the middle of a square, as it was photographed. Immutable, but that its arrays are
 * shared.
 */
public final class DiscCrop {

  /** Width and height in pixels. */
  public static final int SIZE = 240;

  /** Of the square, in disc diameters. */
  public static final double DIAMETERS = 3.3;

  /** Of the disc, in pixels. */
  static final double RADIUS = SIZE / DIAMETERS / 2;

  /** Of the disc's middle in both directions, in pixels. */
  static final double MIDDLE = SIZE / 2.0 - 0.5;

  final float[][] colours;
  final float[] fieldOfView;
  final HarmonicOutline outline;

  /**
   * @param colours [3,SIZE,SIZE], in 0 to 1
   * @param fieldOfView [SIZE,SIZE], 1 inside the field of view and 0 outside
   * @param outline of the disc, 1 being half a disc diameter
   */
  public DiscCrop(float[] colours, float[] fieldOfView, HarmonicOutline outline) {
    if (colours.length != 3 * SIZE * SIZE || fieldOfView.length != SIZE * SIZE)
      throw new IllegalArgumentException("A disc's crop has " + SIZE + " x " + SIZE + " pixels.");
    this.colours = new float[3][];
    for (int c = 0; c < 3; c++)
      this.colours[c] =
          java.util.Arrays.copyOfRange(
              colours, c * fieldOfView.length, (c + 1) * fieldOfView.length);
    this.fieldOfView = fieldOfView;
    this.outline = Objects.requireNonNull(outline);
  }
}
