package sc.fiji.cavga.ui;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.localize.HeatMap;
import sc.fiji.cavga.localize.Localization;

/** Calibrated maps as a 32-bit image: 1.0 is the threshold, NaN lies outside the field of view. */
public final class MapImage {

  private final ImagePlus source;
  private final ImageStack stack;

  /**
   * @param source the image whose pictures are localized
   */
  public MapImage(ImagePlus source) {
    this.source = source;
    this.stack = new ImageStack(source.getWidth(), source.getHeight());
  }

  /** Adds a picture's map as a slice. */
  public void add(Localization localization) {
    FloatProcessor map = new FloatProcessor(localization.width(), localization.height());
    float[] pixels = (float[]) map.getPixels();
    Cursor<FloatType> values = Views.flatIterable(localization.map()).cursor();
    for (int i = 0; i < pixels.length; i++) pixels[i] = values.next().get();
    stack.addSlice(localization.name(), map);
  }

  /** The image of all maps so far, not shown, with the source's pixel size. */
  public ImagePlus image() {
    ImagePlus image = new ImagePlus("Map of " + source.getTitle(), stack);
    Calibration calibration = source.getCalibration().copy();
    calibration.disableDensityCalibration();
    image.setCalibration(calibration);
    image.setDisplayRange(0, HeatMap.TOP);
    return image;
  }
}
