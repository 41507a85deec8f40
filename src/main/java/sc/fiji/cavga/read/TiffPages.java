package sc.fiji.cavga.read;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.measure.Calibration;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import sc.fiji.cavga.picture.HeaderWhite;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.read.file.MemoryNeed;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/**
 * The pages of a TIFF. The description may say that pages are channels of one picture, or that a
 * whole stack lies behind a single page.
 */
final class TiffPages {

  /** The tag SMaxSampleValue, which Java has no name for. */
  private static final int WHITE = 341;

  private final Path file;
  private final String name;
  private final javax.imageio.ImageReader decoder;
  private final TIFFDirectory first;
  private final TiffDescription description;

  private TiffPages(Path file, javax.imageio.ImageReader decoder) throws IOException {
    this.file = file;
    this.name = file.getFileName().toString();
    this.decoder = decoder;
    this.first = TIFFDirectory.createFromMetadata(decoder.getImageMetadata(0));
    TIFFField text = first.getTIFFField(BaselineTIFFTagSet.TAG_IMAGE_DESCRIPTION);
    this.description = new TiffDescription(text == null ? "" : text.getAsString(0));
  }

  static List<Picture> read(Path file, javax.imageio.ImageReader decoder) throws IOException {
    int pages = TiffChain.length(file);
    if (pages == 0) throw new EOFException("it has no page");
    return new TiffPages(file, decoder).read(pages);
  }

  private List<Picture> read(int pages) throws IOException {
    int images = description.images();
    if (description.needsBioFormats())
      throw new UnsupportedPictureException(
          file
              + " is an OME-TIFF whose pages only Bio-Formats can put together, and Bio-Formats is"
              + " missing; use Fiji, which brings it, or save the picture as plain TIFF.");
    refuseOtherColours();
    boolean stackBehindOnePage =
        pages == 1 && images > 1 && number(BaselineTIFFTagSet.TAG_COMPRESSION, 1) == 1;
    MemoryNeed.check(
        file,
        decoder.getWidth(0),
        decoder.getHeight(0),
        (long) bytesPerPixel(0) * Math.max(pages, images));
    requireContent(pages);
    List<DecodedImage> read = new ArrayList<>();
    if (stackBehindOnePage) read.add(DecodedImage.opaque(contiguous(images)));
    else
      for (int page = 0; page < pages; page++)
        if (page == 0 || !thumbnail(page))
          read.add(DecodedImage.of(name, decoder, page, transparency(page)));
    List<DecodedImage> decoded = description.channels() > 1 ? stacked(read) : read;
    double most = 0;
    for (DecodedImage page : decoded) most = Math.max(most, page.highest());
    Appearance appearance = Appearance.of(first);
    List<Picture> pictures = new ArrayList<>();
    for (DecodedImage page : decoded) {
      page.calibrate(calibration(), description.displayRange());
      for (Picture picture : page.pictures(white(most))) pictures.add(appearance.applied(picture));
    }
    return pictures.size() == 1 || decoded.size() == 1
        ? pictures
        : DecodedImage.numbered(name, pictures);
  }

  /** Every page, as each has a size of its own, and several may share the same data. */
  private void requireContent(int pages) throws IOException {
    long pixels = 0;
    for (int page = 0; page < pages; page++) {
      MemoryNeed.check(file, decoder.getWidth(page), decoder.getHeight(page), bytesPerPixel(page));
      pixels += (long) decoder.getWidth(page) * decoder.getHeight(page);
    }
    MemoryNeed.requireContent(file, pixels, MemoryNeed.PIXELS_PER_BYTE);
  }

  /** The decoder takes print colours and masks for red, green and blue. */
  private void refuseOtherColours() throws IOException {
    long photometric = number(BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION, 1);
    if (photometric > 3 && photometric != 6)
      throw new IOException(
          file + " is a TIFF in the colours of print (CMYK) or others; save it as RGB.");
  }

  /** Only a channel of its own kind is one: others are multiplied in, or mean something else. */
  private Transparency transparency(int page) throws IOException {
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(decoder.getImageMetadata(page));
    TIFFField extra = directory.getTIFFField(BaselineTIFFTagSet.TAG_EXTRA_SAMPLES);
    return extra != null && extra.getAsInt(0) == BaselineTIFFTagSet.EXTRA_SAMPLES_UNASSOCIATED_ALPHA
        ? Transparency.OF_PIXELS
        : Transparency.NONE;
  }

  private boolean thumbnail(int page) throws IOException {
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(decoder.getImageMetadata(page));
    TIFFField kind = directory.getTIFFField(BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE);
    return kind != null && (kind.getAsLong(0) & 1) != 0;
  }

  /** Single-channel pages as one hyperstack; others stay as they are. */
  private List<DecodedImage> stacked(List<DecodedImage> decoded) {
    ImagePlus whole = decoded.get(0).image();
    int channels = description.channels();
    if (decoded.size() > 1) {
      ImageStack stack = new ImageStack(whole.getWidth(), whole.getHeight());
      for (DecodedImage each : decoded) {
        ImagePlus page = each.image();
        boolean fits =
            page.getStackSize() == 1
                && page.getType() == whole.getType()
                && page.getWidth() == whole.getWidth()
                && page.getHeight() == whole.getHeight();
        if (!fits) return decoded;
        stack.addSlice(page.getProcessor());
      }
      whole = new ImagePlus(name, stack);
    }
    if (whole.getStackSize() % channels != 0) return decoded;
    whole.setDimensions(channels, whole.getStackSize() / channels, 1);
    return List.of(DecodedImage.opaque(whole));
  }

  /** ImageJ writes large stacks as raw planes, one behind the other, with a page for the first. */
  private ImagePlus contiguous(int images) throws IOException {
    FileInfo info = new FileInfo();
    info.width = decoder.getWidth(0);
    info.height = decoder.getHeight(0);
    info.fileType = fileType();
    info.intelByteOrder = FileBytes.of(file).startWith('I', 'I');
    info.longOffset = number(BaselineTIFFTagSet.TAG_STRIP_OFFSETS, 0);
    long plane = (long) info.width * info.height * info.getBytesPerPixel();
    if (info.longOffset + images * plane > Files.size(file))
      throw new IOException(file + " is cut off before its end; copy it again.");
    ImageStack stack = new ImageStack(info.width, info.height);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ij.io.ImageReader planes = new ij.io.ImageReader(info);
      for (int i = 0; i < images; i++)
        stack.addSlice(null, planes.readPixels(in, i == 0 ? info.longOffset : 0));
    }
    return new ImagePlus(name, stack);
  }

  private int fileType() throws IOException {
    long bits = number(BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, 8);
    long samples = number(BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, 1);
    if (samples == 3 && bits == 8) return FileInfo.RGB;
    if (samples == 1 && bits == 8) return FileInfo.GRAY8;
    if (samples == 1 && bits == 16) return FileInfo.GRAY16_UNSIGNED;
    if (samples == 1 && bits == 32) return FileInfo.GRAY32_FLOAT;
    throw new UnsupportedPictureException(
        file + " is a stack of an unknown pixel type; open it in ImageJ and save it as TIFF.");
  }

  private long number(int tag, long otherwise) {
    TIFFField field = first.getTIFFField(tag);
    return field == null ? otherwise : field.getAsLong(0);
  }

  /**
   * What the tags say; the description's display range is the image's own.
   *
   * @param most of all pages, so that they can be compared
   */
  private HeaderWhite white(double most) {
    TIFFField said = first.getTIFFField(WHITE);
    if (said != null && said.getAsDouble(0) > 0)
      return HeaderWhite.of(said.getAsDouble(0), "SMaxSampleValue");
    return HeaderWhite.atLeast(Math.max(most, number(BaselineTIFFTagSet.TAG_MAX_SAMPLE_VALUE, 0)));
  }

  /** Pages that are channels of one picture are put together as ImageJ's. */
  private int bytesPerPixel(int page) throws IOException {
    return description.channels() > 1 ? 8 : DecodedImage.bytesPerPixel(decoder, page);
  }

  private Calibration calibration() {
    Calibration calibration = new Calibration();
    if (description.signed()) calibration.setSigned16BitCalibration();
    TIFFField perUnitX = first.getTIFFField(BaselineTIFFTagSet.TAG_X_RESOLUTION);
    TIFFField perUnitY = first.getTIFFField(BaselineTIFFTagSet.TAG_Y_RESOLUTION);
    PixelSize size = description.pixelSize();
    if (!description.unit().isEmpty() && perUnitX != null && perUnitY != null) {
      calibration.setUnit(description.unit());
      calibration.pixelWidth = 1 / perUnitX.getAsDouble(0);
      calibration.pixelHeight = 1 / perUnitY.getAsDouble(0);
    } else if (!size.equals(PixelSize.UNKNOWN)) {
      calibration.setUnit(size.unit());
      calibration.pixelWidth = size.width();
      calibration.pixelHeight = size.height();
    }
    return calibration;
  }
}
