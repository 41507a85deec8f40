package sc.fiji.cavga.picture;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Pixels computed as they are asked for, so that a converted picture costs no memory. */
public final class PixelView {

  /** A pixel's value, in 0 to 1. */
  public interface Source {
    float at(int x, int y, int channel);
  }

  private PixelView() {}

  /** Axes (X,Y,C), zero minimum. The source must stand several threads. */
  public static RandomAccessibleInterval<FloatType> of(
      int width, int height, int channels, Source source) {
    return Views.interval(
        new FunctionRandomAccessible<>(
            3,
            (position, value) ->
                value.set(
                    source.at(
                        position.getIntPosition(0),
                        position.getIntPosition(1),
                        position.getIntPosition(2))),
            FloatType::new),
        FinalInterval.createMinSize(0, 0, 0, width, height, channels));
  }
}
