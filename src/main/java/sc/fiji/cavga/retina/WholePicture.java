package sc.fiji.cavga.retina;

import java.util.Arrays;
import net.imglib2.FinalRealInterval;
import net.imglib2.RealInterval;

/** The field of view of a picture without borders. */
public final class WholePicture implements BoundedFieldOfView {

  private final int width;
  private final int height;

  public WholePicture(int width, int height) {
    this.width = width;
    this.height = height;
  }

  @Override
  public boolean contains(long x, long y) {
    return x >= 0 && y >= 0 && x < width && y < height;
  }

  @Override
  public void row(long x, long y, boolean[] inside, int count) {
    int begin = (int) Math.min(count, Math.max(0, -x));
    int end = y < 0 || y >= height ? begin : (int) Math.min(count, Math.max(begin, width - x));
    Arrays.fill(inside, 0, begin, false);
    Arrays.fill(inside, begin, end, true);
    Arrays.fill(inside, end, count, false);
  }

  @Override
  public RealInterval bounds() {
    return FinalRealInterval.createMinMax(0, 0, width, height);
  }
}
