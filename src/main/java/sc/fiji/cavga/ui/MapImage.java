package sc.fiji.cavga.ui;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.MapPixels;
import sc.fiji.cavga.render.HeatMap;

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
    stack.addSlice(localization.name(), MapPixels.of(localization.map()));
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
