package sc.fiji.cavga.preprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.plane.LeftRight;

/** A picture at the network's size, with what is needed to find the way back to its own pixels. */
public final class PreparedPicture {

  /** Gives the picture itself when it is asked for. */
  public interface Original {
    Picture picture() throws IOException;
  }

  /** Along each side of a pixel of a region: more change next to nothing and take time. */
  public static final int SAMPLES = 4;

  private final int size;
  private final int channels;
  private final float[] values;
  private final float[] fieldOfView;
  private final Placement placement;
  private final Original original;

  /**
   * One whose own pixels are not at hand any more.
   *
   * @param size width and height in pixels
   * @param values [C,H,W], in 0 to 1, zero outside the field of view
   * @param fieldOfView [H,W], 1 inside the field of view and 0 outside
   */
  public PreparedPicture(
      int size, int channels, float[] values, float[] fieldOfView, Placement placement) {
    this(size, channels, values, fieldOfView, placement, null);
  }

  private PreparedPicture(
      int size,
      int channels,
      float[] values,
      float[] fieldOfView,
      Placement placement,
      Original original) {
    if (values.length != channels * size * size || fieldOfView.length != size * size)
      throw new IllegalArgumentException("A prepared picture's arrays must fit its size.");
    this.size = size;
    this.channels = channels;
    this.values = values;
    this.fieldOfView = fieldOfView;
    this.placement = Objects.requireNonNull(placement);
    this.original = original;
  }

  /** The same that also gives regions of the picture's own pixels. */
  public PreparedPicture withOriginal(Original source) {
    return new PreparedPicture(
        size, channels, values, fieldOfView, placement, Objects.requireNonNull(source));
  }

  /** Left and right exchanged. */
  PreparedPicture mirrored() {
    return new PreparedPicture(
        size,
        channels,
        LeftRight.exchanged(values, size),
        LeftRight.exchanged(fieldOfView, size),
        placement.mirrored(),
        original);
  }

  /**
   * A square of the picture at any resolution, sampled from its own pixels in its own colours: not
   * mirrored, and the light as it is. It may reach beyond the picture.
   *
   * @param left of the square, in the picture's own pixels
   * @param top of the square, in the picture's own pixels
   * @param side of the square, in the picture's own pixels
   * @param resolution width and height of what is sampled, in pixels
   * @return three channels; outside the field of view all is 0
   * @throws sc.fiji.cavga.picture.UnusablePictureException when next to nothing of the square lies
   *     inside the field of view
   * @throws UncheckedIOException with one sentence when the picture's file cannot be read again
   * @throws IllegalStateException when the picture's own pixels are not at hand
   */
  public PreparedPicture region(double left, double top, double side, int resolution) {
    Picture picture = original();
    Placement square =
        new Placement(picture.width(), picture.height(), left, top, side, placement.fieldOfView());
    ToNetworkSize sampled = sampled(picture, square, resolution);
    float[] inside = sampled.fieldOfView;
    float[] colours = Colours.convert(sampled.values, picture.channels(), 3);
    for (int i = 0; i < colours.length; i++) if (inside[i % inside.length] == 0) colours[i] = 0;
    return new PreparedPicture(resolution, 3, colours, inside, square, () -> picture);
  }

  /** From every pixel; of a large square from every second, third … row and column. */
  private static ToNetworkSize sampled(Picture picture, Placement square, int resolution) {
    int step = (int) Math.max(1, square.side() / resolution / SAMPLES);
    if (step == 1) return ToNetworkSize.of(picture, square, resolution);
    Picture coarse =
        new Picture(
            picture.name(), PixelView.subsampled(picture.pixels(), step), picture.pixelSize());
    Placement placed =
        new Placement(
            coarse.width(),
            coarse.height(),
            (square.left() - 0.5) / step + 0.5,
            (square.top() - 0.5) / step + 0.5,
            square.side() / step,
            (x, y) -> square.fieldOfView().contains(x * step, y * step));
    return ToNetworkSize.of(coarse, placed, resolution);
  }

  /** Whether the picture itself can be asked for. */
  public boolean hasOriginal() {
    return original != null;
  }

  /**
   * The picture itself.
   *
   * @throws UncheckedIOException with one sentence when its file cannot be read again
   * @throws IllegalStateException when it is not at hand
   */
  public Picture original() {
    if (original == null)
      throw new IllegalStateException("This picture's own pixels are not at hand.");
    try {
      return original.picture();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  public int size() {
    return size;
  }

  public int channels() {
    return channels;
  }

  /** [C,H,W], in 0 to 1, zero outside the field of view; the array itself, not a copy. */
  public float[] values() {
    return values;
  }

  /** [H,W], 1 inside the field of view and 0 outside; the array itself, not a copy. */
  public float[] fieldOfView() {
    return fieldOfView;
  }

  /** Where the square lies in the picture. */
  public Placement placement() {
    return placement;
  }
}
