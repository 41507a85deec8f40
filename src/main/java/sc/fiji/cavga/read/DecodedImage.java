package sc.fiji.cavga.read;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import sc.fiji.cavga.picture.HeaderWhite;
import sc.fiji.cavga.picture.ImagePlusPictures;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.PixelView;

/** What a decoder gives, as ImageJ would open it; what is transparent is black. */
final class DecodedImage {

  private static final int[] RED_FIRST = {0, 1, 2};

  private final ImagePlus image;
  private final boolean transparent;

  /** Null where the decoder has given something else than opaque bytes of grey or colour. */
  private final Bytes bytes;

  /** Pixels that are not copied for ImageJ unless it is asked. */
  private static final class Bytes {
    final String name;
    final BufferedImage decoded;
    final PixelView pixels;
    PixelSize pixelSize = PixelSize.UNKNOWN;

    Bytes(String name, BufferedImage decoded, PixelView pixels) {
      this.name = name;
      this.decoded = decoded;
      this.pixels = pixels;
    }
  }

  private DecodedImage(ImagePlus image, boolean transparent, Bytes bytes) {
    this.image = image;
    this.transparent = transparent;
    this.bytes = bytes;
  }

  /** One that was decoded elsewhere. */
  static DecodedImage opaque(ImagePlus image) {
    return new DecodedImage(image, false, null);
  }

  /** The index-th image of a file. */
  static DecodedImage of(String name, ImageReader decoder, int index, Transparency transparency)
      throws IOException {
    ImageTypeSpecifier type = rawType(decoder, index);
    boolean grey = type != null && type.getNumBands() == 1;
    BufferedImage decoded = decoded(decoder, index);
    if (grey && type.getBitsPerBand(0) > 8)
      return opaque(new ImagePlus(name, ImagePlus.convertToImageProcessor(decoded, 0)));
    Optional<PixelView> pixels = DecodedBytes.of(decoded);
    if (pixels.isPresent() && !(grey && type.getBitsPerBand(0) < 8))
      return new DecodedImage(null, false, new Bytes(name, decoded, pixels.get()));
    ImagePlus image = new ImagePlus(name, decoded);
    boolean transparent = transparency.overBlack(image);
    int bands = image.getStackSize();
    if (bands == 2) image = new ImagePlus(name, image.getStack().getProcessor(1));
    if (bands > 2) image.setDimensions(bands, 1, 1);
    return new DecodedImage(bands == 1 ? withoutGreyTable(image) : image, transparent, null);
  }

  /**
   * Colours of JPEG lie in the order in which its decoder makes them, red first. By itself it turns
   * them round, row by row, which takes a fifth of its time.
   */
  private static BufferedImage decoded(ImageReader decoder, int index) throws IOException {
    ImageReadParam param = decoder.getDefaultReadParam();
    if (isJpeg(decoder)) {
      ColorModel usual = decoder.getImageTypes(index).next().getColorModel();
      if (usual.getNumComponents() == 3 && usual.getColorSpace().isCS_sRGB())
        param.setDestination(
            ImageTypeSpecifier.createInterleaved(
                    usual.getColorSpace(), RED_FIRST, DataBuffer.TYPE_BYTE, false, false)
                .createBufferedImage(decoder.getWidth(index), decoder.getHeight(index)));
    }
    return decoder.read(index, param);
  }

  private static boolean isJpeg(ImageReader decoder) throws IOException {
    return decoder.getFormatName().equalsIgnoreCase("jpeg");
  }

  /** Whether its numbers may have more than 8 bits, so that white has to be found out. */
  static boolean isDeep(ImageReader decoder, int index) throws IOException {
    ImageTypeSpecifier type = rawType(decoder, index);
    return type == null || type.getBitsPerBand(0) > 8;
  }

  /** What a decoded pixel takes, at most, until it is a picture. */
  static int bytesPerPixel(ImageReader decoder, int index) throws IOException {
    ImageTypeSpecifier type = rawType(decoder, index);
    boolean bytes =
        type == null
            || type.getColorModel() instanceof ComponentColorModel
                && type.getNumBands() != 2
                && type.getNumBands() <= 3
                && type.getBitsPerBand(0) == 8;
    return bytes ? 4 : 8;
  }

  /** Copied for ImageJ where need be. */
  ImagePlus image() {
    return bytes == null ? image : new ImagePlus(bytes.name, bytes.decoded);
  }

  /** The highest number of an image of 16 or 32 bits; 0 of others. */
  double highest() {
    return bytes == null ? ImagePlusPictures.highest(image) : 0;
  }

  /**
   * Says how large its pixels are and which numbers are shown.
   *
   * @param range lowest and highest number, for images of 16 and 32 bits; empty for none
   */
  void calibrate(Calibration calibration, double... range) {
    if (bytes != null) {
      bytes.pixelSize = ImagePlusPictures.pixelSize(calibration);
      return;
    }
    Calibration own = calibration.copy();
    if (image.getBitDepth() != 16) own.disableDensityCalibration();
    if (range.length == 2 && image.getBitDepth() != 8 && image.getBitDepth() != 24)
      image.setDisplayRange(range[0], range[1]);
    image.setCalibration(own);
  }

  /** Its pictures, scaled by the white that the file's header says. */
  List<Picture> pictures(HeaderWhite white) {
    if (bytes != null) return List.of(new Picture(bytes.name, bytes.pixels, bytes.pixelSize));
    List<Picture> pictures = new ArrayList<>();
    for (Picture picture : ImagePlusPictures.of(image, white))
      pictures.add(transparent ? picture.changed(Transparency.NOTE) : picture);
    return pictures;
  }

  /** The few greys of a 1-, 2- or 4-bit picture are indices; colour tables are seen to later. */
  private static ImagePlus withoutGreyTable(ImagePlus image) {
    ImageProcessor processor = image.getProcessor();
    if (!(processor instanceof ByteProcessor) || processor.isDefaultLut() || processor.isColorLut())
      return image;
    byte[] greys = new byte[256];
    processor.getLut().getReds(greys);
    byte[] pixels = ((byte[]) processor.getPixels()).clone();
    for (int i = 0; i < pixels.length; i++) pixels[i] = greys[pixels[i] & 0xff];
    return new ImagePlus(
        image.getTitle(), new ByteProcessor(image.getWidth(), image.getHeight(), pixels));
  }

  /** Null for JPEG, whose stored colours are not the decoded ones. */
  private static ImageTypeSpecifier rawType(ImageReader decoder, int index) throws IOException {
    return isJpeg(decoder) ? null : decoder.getRawImageType(index);
  }

  /** The same pictures, named by the file and their places in it. */
  static List<Picture> numbered(String name, List<Picture> pictures) {
    List<Picture> numbered = new ArrayList<>();
    for (Picture picture : pictures)
      numbered.add(picture.named(name + " #" + (numbered.size() + 1)));
    return numbered;
  }
}
