package sc.fiji.cavga.train;

import java.io.IOException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.dataset.NamedSample;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;

/** The same pictures by a camera of half the light and its own contrast. */
final class OtherCamera extends NamedSample {

  private final Sample sample;

  OtherCamera(Sample sample) {
    super("other " + sample.name(), sample.anomalous());
    this.sample = sample;
  }

  @Override
  public Picture picture() throws IOException {
    Picture picture = sample.picture();
    RandomAccessibleInterval<FloatType> pixels =
        Converters.convert(
            picture.pixels(),
            (from, to) -> to.set((float) Math.pow(from.getRealFloat(), 2.5)),
            new FloatType());
    return new Picture(name(), pixels, PixelSize.UNKNOWN);
  }
}
