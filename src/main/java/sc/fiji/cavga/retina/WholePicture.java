package sc.fiji.cavga.retina;

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
  public RealInterval bounds() {
    return FinalRealInterval.createMinMax(0, 0, width, height);
  }

  @Override
  public String toString() {
    return "the whole picture";
  }
}
