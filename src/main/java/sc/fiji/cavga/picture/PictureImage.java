package sc.fiji.cavga.picture;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Pictures as an image of ImageJ that {@link ImagePlusPictures} turns into the same pictures, to
 * the bit: in 8 bits where these hold them, else in floats of 0 to 1.
 */
public final class PictureImage {

  /** The image's property that says what reading has changed or assumed. */
  static final String NOTE = "CAVGA: how it was read";

  private final List<Picture> pictures;
  private final int width;
  private final int height;
  private final int channels;

  private PictureImage(List<Picture> pictures) {
    this.pictures = pictures;
    this.width = pictures.get(0).width();
    this.height = pictures.get(0).height();
    this.channels = pictures.get(0).channels();
  }

  /**
   * @param title of the image
   * @param pictures at least one
   * @throws IllegalArgumentException with one sentence when they are of several sizes
   */
  public static ImagePlus of(String title, List<Picture> pictures) {
    for (Picture picture : pictures)
      if (picture.width() != pictures.get(0).width()
          || picture.height() != pictures.get(0).height()
          || picture.channels() != pictures.get(0).channels())
        throw new IllegalArgumentException(
            title + " holds pictures of several sizes; localize it as a folder run does.");
    return new PictureImage(pictures).image(title);
  }

  private ImagePlus image(String title) {
    boolean eightBits = pictures.stream().allMatch(this::isEightBits);
    ImageStack stack = new ImageStack(width, height);
    for (Picture picture : pictures) {
      String label = pictures.size() == 1 ? null : picture.name();
      if (!eightBits)
        for (int c = 0; c < channels; c++)
          stack.addSlice(label, new FloatProcessor(width, height, plane(picture, c)));
      else stack.addSlice(label, channels == 1 ? grey(picture) : colour(picture));
    }
    ImagePlus image = new ImagePlus(title, stack);
    if (!eightBits && channels == 3) {
      image.setDimensions(3, pictures.size(), 1);
      image = new CompositeImage(image, CompositeImage.COMPOSITE);
    }
    if (!eightBits) show(image);
    Picture first = pictures.get(0);
    if (first.pixelSize().isKnown()) {
      image.getCalibration().setUnit(first.pixelSize().unit());
      image.getCalibration().pixelWidth = first.pixelSize().width();
      image.getCalibration().pixelHeight = first.pixelSize().height();
    }
    if (!first.notes().isEmpty()) image.setProp(NOTE, String.join(" ", first.notes()));
    if (first.side() != Laterality.UNKNOWN)
      image.setProperty(
          "Info", "0020,0062  Image Laterality: " + first.side().name().charAt(0) + "\n");
    return image;
  }

  /** From 0 to 1 in all channels, which is what is black and white. */
  private static void show(ImagePlus image) {
    for (int channel = image.getNChannels(); channel >= 1; channel--) {
      image.setPosition(channel, 1, 1);
      image.setDisplayRange(0, 1);
    }
  }

  private boolean isEightBits(Picture picture) {
    RandomAccess<FloatType> pixels = picture.pixels().randomAccess();
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++)
        for (int c = 0; c < channels; c++) {
          float value = pixels.setPositionAndGet(x, y, c).get();
          // What is read back is this quotient.
          if (!(value >= 0 && value <= 1) || Math.round(255 * value) / 255f != value) return false;
        }
    return true;
  }

  private float[] plane(Picture picture, int channel) {
    float[] plane = new float[width * height];
    RandomAccess<FloatType> pixels = picture.pixels().randomAccess();
    for (int i = 0; i < plane.length; i++)
      plane[i] = pixels.setPositionAndGet(i % width, i / width, channel).get();
    return plane;
  }

  private ByteProcessor grey(Picture picture) {
    return new ByteProcessor(width, height, bytes(picture, 0));
  }

  private ColorProcessor colour(Picture picture) {
    ColorProcessor colour = new ColorProcessor(width, height);
    colour.setRGB(bytes(picture, 0), bytes(picture, 1), bytes(picture, 2));
    return colour;
  }

  private byte[] bytes(Picture picture, int channel) {
    float[] plane = plane(picture, channel);
    byte[] bytes = new byte[plane.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Math.round(255 * plane[i]);
    return bytes;
  }
}
