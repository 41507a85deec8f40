package sc.fiji.cavga.preprocess;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealInterval;
import net.imglib2.type.logic.BitType;
import net.imglib2.view.Views;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.plane.LeftRight;
import sc.fiji.cavga.retina.BoundedFieldOfView;
import sc.fiji.cavga.retina.FieldOfViewFinder;
import sc.fiji.cavga.retina.WholePicture;

/**
 * How a picture becomes the network's input: stored in the model, so that a picture is seen at
 * localization as it was at training. It also maps results back to the picture's own pixels.
 *
 * <p>Immutable; may be used from several threads at once.
 */
public final class Preprocessing {

  /** How the part of a picture that counts is found. */
  public enum FieldOfViewMode {
    /** The retina's disc is looked for; pictures without black borders count whole. */
    RETINA,
    /** The whole picture counts. */
    WHOLE_PICTURE
  }

  /** What is done about uneven light. */
  public enum Illumination {
    /** Nothing. */
    NONE,
    /**
     * Each channel is divided by its mean in the wide neighbourhood within the field of view, and
     * halved, so that 0.5 is "as bright as around".
     */
    FLATTEN
  }

  public static final int SMALLEST_SIZE = 16;
  public static final int LARGEST_SIZE = 1024;

  private final int size;
  private final int channels;
  private final FieldOfViewMode fieldOfView;
  private final Illumination illumination;
  private final EyeSide laterality;

  /** The same with the light as it is. */
  public Preprocessing(int size, int channels, FieldOfViewMode fieldOfView) {
    this(size, channels, fieldOfView, Illumination.NONE);
  }

  /**
   * @param size width and height of the network's input in pixels, 16 to 1024
   * @param channels 1 (grey) or 3 (colour)
   * @throws IllegalArgumentException with one sentence when a value is out of its range
   */
  public Preprocessing(
      int size, int channels, FieldOfViewMode fieldOfView, Illumination illumination) {
    this(size, channels, fieldOfView, illumination, null);
  }

  private Preprocessing(
      int size,
      int channels,
      FieldOfViewMode fieldOfView,
      Illumination illumination,
      EyeSide laterality) {
    if (size < SMALLEST_SIZE || size > LARGEST_SIZE)
      throw new IllegalArgumentException(
          "The network's picture size must be "
              + SMALLEST_SIZE
              + " to "
              + LARGEST_SIZE
              + " pixels, not "
              + size
              + ".");
    if (channels != 1 && channels != 3)
      throw new IllegalArgumentException(
          "The network takes 1 channel (grey) or 3 (colour), not " + channels + ".");
    this.size = size;
    this.channels = channels;
    this.fieldOfView = Objects.requireNonNull(fieldOfView);
    this.illumination = Objects.requireNonNull(illumination);
    this.laterality = laterality;
  }

  /** The same that also mirrors each picture which is of the opposite side. */
  public Preprocessing withLaterality(EyeSide value) {
    return new Preprocessing(
        size, channels, fieldOfView, illumination, Objects.requireNonNull(value));
  }

  public int size() {
    return size;
  }

  public int channels() {
    return channels;
  }

  public FieldOfViewMode fieldOfView() {
    return fieldOfView;
  }

  public Illumination illumination() {
    return illumination;
  }

  /** By which pictures are mirrored onto one side; empty where they are left as they are. */
  public Optional<EyeSide> laterality() {
    return Optional.ofNullable(laterality);
  }

  /**
   * The network's view of a picture: the square around its field of view, averaged down (or drawn
   * up) to the network's size; grey is repeated for three channels, colour becomes luminance (Rec.
   * 601) for one. Pixels that are no finite numbers count as outside the field of view. A picture
   * of the opposite side is mirrored where a laterality was learned.
   *
   * @throws UnusablePictureException when no retina is found, the picture is too small, or more
   *     than half of its retina holds no finite numbers
   */
  public PreparedPicture prepare(Picture picture) {
    Placement placement = place(picture);
    ToNetworkSize sampled = ToNetworkSize.of(picture, placement, size);
    float[] inside = sampled.fieldOfView;
    float[] values = Colours.convert(sampled.values, picture.channels(), channels);
    if (illumination == Illumination.FLATTEN) Flattening.apply(values, inside, size);
    for (int i = 0; i < values.length; i++) if (inside[i % inside.length] == 0) values[i] = 0;
    PreparedPicture prepared =
        new PreparedPicture(size, channels, values, inside, placement).withOriginal(() -> picture);
    return laterality == null ? prepared : laterality.align(prepared);
  }

  /** Where the network's square lies in the picture. */
  private Placement place(Picture picture) {
    BoundedFieldOfView found =
        fieldOfView == FieldOfViewMode.RETINA
            ? FieldOfViewFinder.find(picture)
            : new WholePicture(picture.width(), picture.height());
    RealInterval bounds = found.bounds();
    double width = bounds.realMax(0) - bounds.realMin(0);
    double height = bounds.realMax(1) - bounds.realMin(1);
    double side = Math.max(width, height);
    return new Placement(
        picture.width(),
        picture.height(),
        bounds.realMin(0) + (width - side) / 2,
        bounds.realMin(1) + (height - side) / 2,
        side,
        found);
  }

  /**
   * A mask of a placement's square at any resolution.
   *
   * @param mask axes (X,Y), any origin, as large as the placement's picture
   * @param resolution width and height of the result
   * @return [H,W], the share of anomalous pixels among the field of view's in each network pixel, 0
   *     to 1
   */
  public static float[] prepareMask(
      RandomAccessibleInterval<BitType> mask, Placement placement, int resolution) {
    Interval expected =
        net.imglib2.FinalInterval.createMinSize(
            0, 0, placement.pictureWidth(), placement.pictureHeight());
    RandomAccessibleInterval<BitType> plane = Views.zeroMin(mask);
    if (!net.imglib2.util.Intervals.equals(plane, expected))
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The mask has %d x %d pixels but its picture %d x %d; give a mask of the same size.",
              mask.dimension(0),
              mask.dimension(1),
              placement.pictureWidth(),
              placement.pictureHeight()));
    float[] shares = AreaAverage.ofPlane(plane, placement, resolution).values;
    return placement.isMirrored() ? LeftRight.exchanged(shares, resolution) : shares;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Preprocessing)) return false;
    Preprocessing that = (Preprocessing) other;
    return size == that.size
        && channels == that.channels
        && fieldOfView == that.fieldOfView
        && illumination == that.illumination
        && Objects.equals(laterality, that.laterality);
  }

  @Override
  public int hashCode() {
    return Objects.hash(size, channels, fieldOfView, illumination, laterality);
  }
}
