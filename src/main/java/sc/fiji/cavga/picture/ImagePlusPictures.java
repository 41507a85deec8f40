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
import java.util.Optional;

/**
 * ImageJ's images as pictures, without copying: 8-bit, 16-bit, 32-bit, colour and multi-channel.
 *
 * <p>8-bit numbers are scaled by 255. For 16 and 32 bits the display range counts where somebody
 * has set it; else what a header says (a DICOM's stored bits and window), else the picture's own
 * numbers, as {@link WhiteLevel} says. 8-bit images with a colour table become colour, an inverting
 * table is honoured. Three or more channels are red, green and blue (a fourth, as an alpha channel,
 * is left out); of two channels each is a picture of its own.
 */
public final class ImagePlusPictures extends AbstractList<Picture> {

  private final ImagePlus image;
  private final ImageStack stack;
  private final int channels;
  private final boolean colour;
  private final HeaderWhite header;
  private final DisplayRange display;

  private ImagePlusPictures(ImagePlus image, HeaderWhite header) {
    this.image = image;
    this.header = header;
    this.display = new DisplayRange(image);
    this.stack = image.getStack();
    this.channels = image.getNChannels();
    this.colour = image.getType() != ImagePlus.COLOR_RGB && channels >= 3;
  }

  /**
   * One picture for each slice and frame. Each is made when it is asked for, so that a virtual
   * stack is never in memory as a whole.
   */
  public static List<Picture> of(ImagePlus image) {
    return of(image, HeaderWhite.ofDicom(image));
  }

  /** The same of an image whose file says what is white. */
  public static List<Picture> of(ImagePlus image, HeaderWhite header) {
    return new ImagePlusPictures(image, header);
  }

  /** The highest number of an image of 16 or 32 bits; 0 of others. */
  public static double highest(ImagePlus image) {
    return Math.max(0, new DisplayRange(image).whole()[1]);
  }

  @Override
  public int size() {
    return colour ? stack.size() / channels : stack.size();
  }

  @Override
  public Picture get(int index) {
    if (index < 0 || index >= size()) throw new IndexOutOfBoundsException("picture " + index);
    ImageProcessor[] processors = new ImageProcessor[colour ? 3 : 1];
    for (int i = 0; i < processors.length; i++)
      processors[i] = processor(colour ? index * channels + i + 1 : index + 1);
    WhiteLevel level = level(processors);
    Planes.Plane[] planes;
    if (colour) {
      planes = new Planes.Plane[3];
      for (int channel = 0; channel < 3; channel++)
        planes[channel] = plane(processors[channel], level);
    } else planes = planes(processors[0], level);
    int width = image.getWidth();
    Picture picture =
        new Picture(
                name(index),
                PixelView.of(width, image.getHeight(), planes.length, Planes.source(width, planes)),
                pixelSize(image.getCalibration()))
            .withSide(side());
    String note = image.getProp(PictureImage.NOTE);
    if (note != null) picture = picture.noting(note);
    return level == null ? picture : picture.scaledBy(level);
  }

  /** A processor of its own for each picture, so that another thread's cannot change its pixels. */
  private ImageProcessor processor(int stackIndex) {
    return stack.size() == 1 ? image.getProcessor() : stack.getProcessor(stackIndex);
  }

  private Planes.Plane[] planes(ImageProcessor processor, WhiteLevel level) {
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
    return new Planes.Plane[] {plane(processor, level)};
  }

  private Planes.Plane plane(ImageProcessor processor, WhiteLevel level) {
    Planes.Plane stored = upright(processor, level);
    Planes.Plane plane = level != null && level.limits() ? Planes.limited(stored) : stored;
    return processor.isInvertedLut() ? index -> 1 - plane.at(index) : plane;
  }

  private Planes.Plane upright(ImageProcessor processor, WhiteLevel level) {
    if (processor instanceof ByteProcessor) return Planes.bytes((byte[]) processor.getPixels());
    if (processor instanceof ShortProcessor)
      return Planes.shorts((short[]) processor.getPixels(), lift(), level);
    if (processor instanceof FloatProcessor)
      return Planes.floats((float[]) processor.getPixels(), level);
    throw new UnusablePictureException(
        "The picture has an unknown pixel type; convert it to 8-bit, 16-bit, 32-bit or RGB.");
  }

  /** What ImageJ has added to signed numbers. */
  private int lift() {
    return image.getCalibration().isSigned16Bit() ? 32768 : 0;
  }

  /**
   * One for the whole image, so that its slices can be compared; of a virtual stack, which would
   * have to be read as a whole, one for each picture. Null for 8 bits and colour, where white is
   * 255.
   */
  private WhiteLevel level(ImageProcessor... processors) {
    boolean whole = processors[0] instanceof ShortProcessor;
    if (!whole && !(processors[0] instanceof FloatProcessor)) return null;
    Optional<WhiteLevel> set = display.set();
    double[] range = stack.isVirtual() ? DisplayRange.range(processors) : display.whole();
    double least = range[0] - lift();
    double most = Math.max(0, range[1] - lift());
    WhiteLevel found = whole ? header.level((long) least, (long) most) : header.level(most);
    return set.map(display0 -> display0.lowered(lift()))
        .filter(chosen -> !chosen.same(found))
        .orElse(found);
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

  /** What ImageJ knows of the size of pixels; unknown where it is none. */
  public static PixelSize pixelSize(Calibration calibration) {
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
