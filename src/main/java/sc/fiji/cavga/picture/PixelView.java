package sc.fiji.cavga.picture;

import java.util.Optional;
import net.imglib2.AbstractInterval;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Pixels computed as they are asked for, so that a converted picture costs no memory: an ImgLib2
 * image with the axes (X,Y,C) and zero minimum. Who looks at all of them takes them row by row from
 * its {@link Source}, which is several times as fast as one by one.
 */
public final class PixelView extends AbstractInterval
    implements RandomAccessibleInterval<FloatType> {

  /** A picture's values, 0 to 1. Stands several threads. */
  public interface Source {

    float at(int x, int y, int channel);

    /**
     * A part of a row.
     *
     * @param x of the first pixel
     * @param values gets {@code count} values, from its beginning
     */
    default void row(int x, int y, int channel, float[] values, int count) {
      for (int i = 0; i < count; i++) values[i] = at(x + i, y, channel);
    }

    /**
     * Some pixels of a row.
     *
     * @param columns of the pixels
     * @param values gets a value for each
     */
    default void columns(int[] columns, int y, int channel, float[] values) {
      for (int i = 0; i < columns.length; i++) values[i] = at(columns[i], y, channel);
    }

    /** Every step-th pixel of every step-th row, beginning with the first. */
    default Source subsampled(int step) {
      return (x, y, channel) -> at(x * step, y * step, channel);
    }

    /** Whether all values are known to be numbers from 0 to 1; others may be whatever is stored. */
    default boolean isLimited() {
      return false;
    }
  }

  private final Source source;
  private final FunctionRandomAccessible<FloatType> access;

  PixelView(int width, int height, int channels, Source source) {
    super(FinalInterval.createMinSize(0, 0, 0, width, height, channels));
    this.source = source;
    this.access =
        new FunctionRandomAccessible<>(
            3,
            (position, value) ->
                value.set(
                    source.at(
                        position.getIntPosition(0),
                        position.getIntPosition(1),
                        position.getIntPosition(2))),
            FloatType::new);
  }

  /** Axes (X,Y,C), zero minimum. The source must stand several threads. */
  public static RandomAccessibleInterval<FloatType> of(
      int width, int height, int channels, Source source) {
    return new PixelView(width, height, channels, source);
  }

  /**
   * Any picture's values.
   *
   * @param pixels axes (X,Y,C)
   */
  public static Source source(RandomAccessibleInterval<FloatType> pixels) {
    if (pixels instanceof PixelView) return ((PixelView) pixels).source;
    return array(pixels)
        .<Source>map(
            values -> new OfArray(values, (int) pixels.dimension(0), (int) pixels.dimension(1)))
        .orElseGet(() -> new OfImage(pixels));
  }

  /** The one array in which an image lies, X fastest; empty where it does not. */
  public static Optional<float[]> array(RandomAccessibleInterval<FloatType> image) {
    Object access = image instanceof ArrayImg ? ((ArrayImg<?, ?>) image).update(null) : null;
    return access instanceof FloatArray
        ? Optional.of(((FloatArray) access).getCurrentStorageArray())
        : Optional.empty();
  }

  /** Without an access of its own for each pixel. */
  private static final class OfArray implements Source {

    private final float[] values;
    private final int width;
    private final int height;

    OfArray(float[] values, int width, int height) {
      this.values = values;
      this.width = width;
      this.height = height;
    }

    private int index(int x, int y, int channel) {
      return (channel * height + y) * width + x;
    }

    @Override
    public float at(int x, int y, int channel) {
      return values[index(x, y, channel)];
    }

    @Override
    public void row(int x, int y, int channel, float[] into, int count) {
      System.arraycopy(values, index(x, y, channel), into, 0, count);
    }
  }

  private static final class OfImage implements Source {

    private final RandomAccessibleInterval<FloatType> pixels;

    OfImage(RandomAccessibleInterval<FloatType> pixels) {
      this.pixels = pixels;
    }

    @Override
    public float at(int x, int y, int channel) {
      return pixels.randomAccess().setPositionAndGet(x, y, channel).get();
    }

    @Override
    public void row(int x, int y, int channel, float[] values, int count) {
      RandomAccess<FloatType> access = pixels.randomAccess();
      for (int i = 0; i < count; i++) values[i] = access.setPositionAndGet(x + i, y, channel).get();
    }
  }

  /** Every step-th pixel of every step-th row of any picture, beginning with the first. */
  public static RandomAccessibleInterval<FloatType> subsampled(
      RandomAccessibleInterval<FloatType> pixels, int step) {
    return of(
        (int) ((pixels.dimension(0) + step - 1) / step),
        (int) ((pixels.dimension(1) + step - 1) / step),
        (int) pixels.dimension(2),
        source(pixels).subsampled(step));
  }

  @Override
  public RandomAccess<FloatType> randomAccess() {
    return access.randomAccess();
  }

  @Override
  public RandomAccess<FloatType> randomAccess(Interval interval) {
    return access.randomAccess(interval);
  }
}
