package sc.fiji.cavga.picture;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import ij.util.DicomTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The display range of a 16- or 32-bit image of ImageJ, where somebody has set it. ImageJ sets one
 * for every image that it opens: from the lowest to the highest of a slice's or of all numbers, or
 * what a DICOM header calls the window. Such a range says nothing about white.
 */
final class DisplayRange {

  private static final double SAME = 1e-6;

  private final ImagePlus image;
  private final List<double[]> automatic = new ArrayList<>();

  DisplayRange(ImagePlus image) {
    this.image = image;
  }

  /** What was set, in the image's stored numbers; empty where nobody has, or nobody can tell. */
  Optional<WhiteLevel> set() {
    double min = image.getDisplayRangeMin();
    double max = image.getDisplayRangeMax();
    if (!(max > min) || image.getStack().isVirtual() || !alike(min, max)) return Optional.empty();
    if (image.getBitDepth() == 16 && min == 0 && max == 65535) return Optional.empty();
    if (automatic.isEmpty()) find();
    for (double[] range : automatic)
      if (same(range[0], min) && same(range[1], max)) return Optional.empty();
    return Optional.of(WhiteLevel.displayed(min, max));
  }

  /** Ranges of channels that differ are about how a composite looks, not about white. */
  private boolean alike(double min, double max) {
    if (image.getNChannels() == 1) return true;
    if (!(image instanceof CompositeImage)) return false;
    for (int channel = 1; channel <= image.getNChannels(); channel++) {
      LUT lut = ((CompositeImage) image).getChannelLut(channel);
      if (!same(lut.min, min) || !same(lut.max, max)) return false;
    }
    return true;
  }

  /** The lowest and highest number of the whole image. */
  double[] whole() {
    if (automatic.isEmpty()) find();
    return automatic.get(0);
  }

  private void find() {
    ImageStack stack = image.getStack();
    double[] whole = none();
    automatic.add(whole);
    for (int i = 1; i <= stack.size(); i++) {
      double[] slice = range(stack.getProcessor(i));
      automatic.add(slice);
      whole[0] = Math.min(whole[0], slice[0]);
      whole[1] = Math.max(whole[1], slice[1]);
    }
    String centre = DicomTools.getTag(image, "0028,1050");
    String width = DicomTools.getTag(image, "0028,1051");
    if (centre == null || width == null) return;
    try {
      double middle = Double.parseDouble(centre.trim().split("\\\\")[0]);
      double half = Double.parseDouble(width.trim().split("\\\\")[0]) / 2;
      double min = image.getCalibration().getRawValue(middle - half);
      double max = image.getCalibration().getRawValue(middle + half);
      automatic.add(new double[] {min, max});
    } catch (NumberFormatException noWindow) {
      return;
    }
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= SAME * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }

  private static double[] none() {
    return new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
  }

  /** The lowest and highest number, those that are none left out. */
  static double[] range(ImageProcessor... processors) {
    double[] range = none();
    for (ImageProcessor processor : processors) {
      if (processor instanceof ShortProcessor)
        for (short value : (short[]) processor.getPixels()) add(range, value & 0xffff);
      if (processor instanceof FloatProcessor)
        for (float value : (float[]) processor.getPixels()) add(range, value);
    }
    return range;
  }

  private static void add(double[] range, double value) {
    if (!(Math.abs(value) <= Float.MAX_VALUE)) return;
    if (value < range[0]) range[0] = value;
    if (value > range[1]) range[1] = value;
  }
}
