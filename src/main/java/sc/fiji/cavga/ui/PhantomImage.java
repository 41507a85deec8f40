package sc.fiji.cavga.ui;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.sample.Phantom;

/** Drawn eyes as ImageJ's images. */
public final class PhantomImage {

  private PhantomImage() {}

  /** A 24-bit colour image of this title, not shown. */
  public static ImagePlus of(Phantom phantom, String title) {
    int width = (int) phantom.pixels().dimension(0);
    int height = (int) phantom.pixels().dimension(1);
    ColorProcessor colours = new ColorProcessor(width, height);
    int[] pixels = (int[]) colours.getPixels();
    RandomAccess<FloatType> samples = phantom.pixels().randomAccess();
    for (int channel = 0; channel < 3; channel++)
      for (int i = 0; i < pixels.length; i++) {
        float value = samples.setPositionAndGet(i % width, i / width, channel).get();
        pixels[i] = pixels[i] << 8 | Math.round(255 * value);
      }
    return new ImagePlus(title, colours);
  }
}
