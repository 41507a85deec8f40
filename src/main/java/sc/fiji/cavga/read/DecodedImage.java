package sc.fiji.cavga.read;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import sc.fiji.cavga.picture.HeaderWhite;
import sc.fiji.cavga.picture.ImagePlusPictures;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.PixelView;

/** What a decoder gives, as ImageJ would open it; what is transparent is black. */
final class DecodedImage {

  private final ImagePlus image;
  private final boolean transparent;

  private DecodedImage(ImagePlus image, boolean transparent) {
    this.image = image;
    this.transparent = transparent;
  }

  /**
   * The pictures of a file's first image, scaled by the white that the file's header says. Bytes of
   * colour or grey are not copied.
   */
  static List<Picture> pictures(
      String name, ImageReader decoder, Transparency transparency, HeaderWhite white)
      throws IOException {
    ImageTypeSpecifier type = rawType(decoder, 0);
    if (type != null && type.getNumBands() == 1 && type.getBitsPerBand(0) != 8)
      return of(name, decoder, 0, transparency).pictures(white);
    BufferedImage decoded = decoder.read(0);
    Optional<PixelView> bytes = DecodedBytes.of(decoded);
    return bytes.isPresent()
        ? List.of(new Picture(name, bytes.get(), PixelSize.UNKNOWN))
        : of(name, decoded, transparency).pictures(white);
  }

  /** One that was decoded elsewhere. */
  static DecodedImage opaque(ImagePlus image) {
    return new DecodedImage(image, false);
  }

  /** The index-th image of a file. */
  static DecodedImage of(String name, ImageReader decoder, int index, Transparency transparency)
      throws IOException {
    ImageTypeSpecifier type = rawType(decoder, index);
    if (type != null && type.getNumBands() == 1 && type.getBitsPerBand(0) > 8)
      return new DecodedImage(
          new ImagePlus(name, ImagePlus.convertToImageProcessor(decoder.read(index), 0)), false);
    return of(name, decoder.read(index), transparency);
  }

  private static DecodedImage of(String name, BufferedImage decoded, Transparency transparency) {
    ImagePlus image = new ImagePlus(name, decoded);
    boolean transparent = transparency.overBlack(image);
    int bands = image.getStackSize();
    if (bands == 2) image = new ImagePlus(name, image.getStack().getProcessor(1));
    if (bands > 2) image.setDimensions(bands, 1, 1);
    return new DecodedImage(bands == 1 ? withoutGreyTable(image) : image, transparent);
  }

  ImagePlus image() {
    return image;
  }

  /** Its pictures, scaled by the white that the file's header says. */
  List<Picture> pictures(HeaderWhite white) {
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
    return decoder.getFormatName().equalsIgnoreCase("jpeg") ? null : decoder.getRawImageType(index);
  }

  /** The same pictures, named by the file and their places in it. */
  static List<Picture> numbered(String name, List<Picture> pictures) {
    List<Picture> numbered = new ArrayList<>();
    for (Picture picture : pictures)
      numbered.add(picture.named(name + " #" + (numbered.size() + 1)));
    return numbered;
  }
}
