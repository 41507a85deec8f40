package sc.fiji.cavga.picture;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import ij.util.DicomTools;
import java.util.AbstractList;
import java.util.List;

/**
 * ImageJ's images as pictures, without copying: 8-bit, 16-bit, 32-bit, colour and multi-channel.
 *
 * <p>Scaling depends on the kind of image, never on its display range: 8-bit by 255, 16-bit by
 * 65535 or by the bits that a DICOM header says are stored, 32-bit by 1, 255 or 65535, whichever is
 * the first that no value exceeds. 8-bit images with a colour table become colour, an inverting
 * table is honoured. Three or more channels are red, green and blue (a fourth, as an alpha channel,
 * is left out); of two channels each is a picture of its own.
 */
public final class ImagePlusPictures extends AbstractList<Picture> {

  private final ImagePlus image;
  private final ImageStack stack;
  private final int channels;
  private final boolean colour;

  private ImagePlusPictures(ImagePlus image) {
    this.image = image;
    this.stack = image.getStack();
    this.channels = image.getNChannels();
    this.colour = image.getType() != ImagePlus.COLOR_RGB && channels >= 3;
  }

  /**
   * One picture for each slice and frame. Each is made when it is asked for, so that a virtual
   * stack is never in memory as a whole.
   */
  public static List<Picture> of(ImagePlus image) {
    return new ImagePlusPictures(image);
  }

  @Override
  public int size() {
    return colour ? stack.size() / channels : stack.size();
  }

  @Override
  public Picture get(int index) {
    if (index < 0 || index >= size()) throw new IndexOutOfBoundsException("picture " + index);
    Planes.Plane[] planes;
    if (colour) {
      planes = new Planes.Plane[3];
      for (int channel = 0; channel < 3; channel++)
        planes[channel] = plane(processor(index * channels + channel + 1));
    } else planes = planes(processor(index + 1));
    int width = image.getWidth();
    return new Picture(
            name(index),
            PixelView.of(width, image.getHeight(), planes.length, Planes.source(width, planes)),
            pixelSize())
        .withSide(side());
  }

  /** A processor of its own for each picture, so that another thread's cannot change its pixels. */
  private ImageProcessor processor(int stackIndex) {
    return stack.size() == 1 ? image.getProcessor() : stack.getProcessor(stackIndex);
  }

  private Planes.Plane[] planes(ImageProcessor processor) {
    if (processor instanceof ColorProcessor) {
      int[] pixels = (int[]) processor.getPixels();
      return new Planes.Plane[] {
        Planes.colour(pixels, 0), Planes.colour(pixels, 1), Planes.colour(pixels, 2)
      };
    }
    if (processor instanceof ByteProcessor && processor.isColorLut()) {
      byte[] pixels = (byte[]) processor.getPixels();
      LUT table = processor.getLut();
      byte[] reds = new byte[256];
      byte[] greens = new byte[256];
      byte[] blues = new byte[256];
      table.getReds(reds);
      table.getGreens(greens);
      table.getBlues(blues);
      return new Planes.Plane[] {
        Planes.table(pixels, reds), Planes.table(pixels, greens), Planes.table(pixels, blues)
      };
    }
    return new Planes.Plane[] {plane(processor)};
  }

  private Planes.Plane plane(ImageProcessor processor) {
    Planes.Plane plane = upright(processor);
    return processor.isInvertedLut() ? index -> 1 - plane.at(index) : plane;
  }

  private Planes.Plane upright(ImageProcessor processor) {
    if (processor instanceof ByteProcessor) return Planes.bytes((byte[]) processor.getPixels());
    if (processor instanceof ShortProcessor) {
      int bits = bitsStored();
      // ImageJ lifts signed numbers by 32768; here the lowest of the stored bits' numbers is black.
      int black = image.getCalibration().isSigned16Bit() ? 32768 - (1 << bits - 1) : 0;
      return Planes.shorts((short[]) processor.getPixels(), black, black + (1 << bits) - 1);
    }
    if (processor instanceof FloatProcessor) {
      float[] pixels = (float[]) processor.getPixels();
      return Planes.floats(pixels, Planes.whiteOf(pixels));
    }
    throw new UnusablePictureException(
        "The picture has an unknown pixel type; convert it to 8-bit, 16-bit, 32-bit or RGB.");
  }

  /** Of 16: what a DICOM header says, which ImageJ keeps with the image, else all. */
  private int bitsStored() {
    String tag = DicomTools.getTag(image, "0028,0101");
    if (tag == null || !tag.trim().matches("\\d{1,2}")) return 16;
    int bits = Integer.parseInt(tag.trim());
    return bits >= 8 && bits <= 16 ? bits : 16;
  }

  /** What a DICOM header says: of the image, else of the body part. */
  private Laterality side() {
    for (String tag : new String[] {"0020,0062", "0020,0060"}) {
      String code = DicomTools.getTag(image, tag);
      if (code != null && !code.trim().isEmpty()) return Laterality.ofCode(code);
    }
    return Laterality.UNKNOWN;
  }

  private String name(int index) {
    String label = stack.getShortSliceLabel(colour ? index * channels + 1 : index + 1);
    if (size() == 1) return image.getTitle();
    return image.getTitle() + " #" + (index + 1) + (label == null ? "" : " " + label);
  }

  private PixelSize pixelSize() {
    Calibration calibration = image.getCalibration();
    boolean usable =
        calibration.scaled()
            && calibration.pixelWidth > 0
            && calibration.pixelHeight > 0
            && calibration.pixelWidth < Double.POSITIVE_INFINITY
            && calibration.pixelHeight < Double.POSITIVE_INFINITY;
    return usable
        ? new PixelSize(calibration.pixelWidth, calibration.pixelHeight, calibration.getUnit())
        : PixelSize.UNKNOWN;
  }
}
