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
import javax.imageio.ImageIO;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.cavga.picture.HeaderWhite;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.read.file.Decoding;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.read.file.InsufficientHeapException;
import sc.fiji.cavga.read.file.MemoryNeed;
import sc.fiji.cavga.read.file.PictureFile;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/**
 * The pages of a TIFF, each read when it is asked for. The description may say that pages are
 * channels of one picture, or that a whole stack lies behind a single page: ImageJ's hyperstacks
 * are read at once, and so are stacks behind a page whose numbers have one white for all.
 */
final class TiffPages implements PictureFile {

  private static final String FORMAT = "tiff";

  /** The tag SMaxSampleValue, which Java has no name for. */
  private static final int WHITE = 341;

  private final Path file;
  private final String name;
  private final javax.imageio.ImageReader decoder;
  private final TIFFDirectory first;
  private final TiffDescription description;

  /** Those that are shown: thumbnails after the first are not. */
  private final List<Integer> pages = new ArrayList<>();

  /** How many planes lie behind the only page, or 0. */
  private final int planes;

  /** Those that were read at once; empty where each is read by itself. */
  private final List<Picture> together;

  private final ImageInputStream stream;

  /** The highest number of all pages; below 0 as long as nobody has asked. */
  private double highest = -1;

  private TiffPages(Path file, javax.imageio.ImageReader decoder, ImageInputStream stream)
      throws IOException {
    this.file = file;
    this.name = file.getFileName().toString();
    this.decoder = decoder;
    this.stream = stream;
    int chain = TiffChain.length(file);
    if (chain == 0) throw new EOFException("it has no page");
    decoder.setInput(stream);
    this.first = TIFFDirectory.createFromMetadata(decoder.getImageMetadata(0));
    TIFFField text = first.getTIFFField(BaselineTIFFTagSet.TAG_IMAGE_DESCRIPTION);
    this.description = new TiffDescription(text == null ? "" : text.getAsString(0));
    if (description.needsBioFormats())
      throw new UnsupportedPictureException(
          file
              + " is an OME-TIFF whose pages only Bio-Formats can put together, and Bio-Formats is"
              + " missing; use Fiji, which brings it, or save the picture as plain TIFF.");
    refuseOtherColours();
    requireContent(chain);
    for (int page = 0; page < chain; page++) if (page == 0 || !thumbnail(page)) pages.add(page);
    int images = description.images();
    boolean behind = chain == 1 && images > 1 && number(BaselineTIFFTagSet.TAG_COMPRESSION, 1) == 1;
    planes = behind ? images : 0;
    if (behind) requirePlanes();
    boolean eightBits = number(BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, 8) == 8;
    together = description.channels() > 1 || behind && !eightBits ? together() : List.of();
  }

  /**
   * @param decoder for this file alone
   */
  static PictureFile open(Path file, javax.imageio.ImageReader decoder) throws IOException {
    ImageInputStream stream = ImageIO.createImageInputStream(file.toFile());
    boolean open = false;
    try {
      TiffPages pages =
          Decoding.explained(file, FORMAT, () -> new TiffPages(file, decoder, stream));
      open = true;
      return pages;
    } finally {
      if (!open) close(decoder, stream);
    }
  }

  private static void close(javax.imageio.ImageReader decoder, ImageInputStream stream) {
    decoder.dispose();
    try {
      stream.close();
    } catch (IOException nothingWasWritten) {
      return;
    }
  }

  @Override
  public void close() {
    close(decoder, stream);
  }

  @Override
  public int count() {
    if (!together.isEmpty()) return together.size();
    return planes > 0 ? planes : pages.size();
  }

  @Override
  public Picture picture(int index) throws IOException {
    if (!together.isEmpty()) return together.get(index);
    return Decoding.explained(file, FORMAT, () -> page(index));
  }

  private Picture page(int index) throws IOException {
    boolean alone = count() == 1;
    double most = alone ? 0 : highest();
    DecodedImage page = decoded(index);
    page.calibrate(calibration(), description.displayRange());
    Picture picture = page.pictures(white(alone ? page.highest() : most)).get(0);
    Picture seen = Appearance.of(first).applied(picture);
    return alone ? seen : seen.named(name + " #" + (index + 1));
  }

  private DecodedImage decoded(int index) throws IOException {
    if (planes > 0) return DecodedImage.opaque(contiguous(index, 1));
    int page = pages.get(index);
    MemoryNeed.check(file, decoder.getWidth(page), decoder.getHeight(page), bytesPerPixel(page));
    MemoryNeed.requireContent(file, pixels(page), MemoryNeed.PIXELS_PER_BYTE);
    return DecodedImage.of(name, decoder, page, transparency(page));
  }

  /**
   * Of all pages, so that they can be compared; one after the other, and those that can be read.
   */
  private double highest() throws IOException {
    if (highest >= 0) return highest;
    double most = 0;
    for (int index = 0; index < count() && planes == 0 && !saysWhite(); index++)
      try {
        if (DecodedImage.isDeep(decoder, pages.get(index)))
          most = Math.max(most, decoded(index).highest());
      } catch (InsufficientHeapException othersMayLeave) {
        throw othersMayLeave;
      } catch (IOException | RuntimeException damaged) {
        continue;
      }
    highest = most;
    return most;
  }

  private List<Picture> together() throws IOException {
    MemoryNeed.check(
        file,
        decoder.getWidth(0),
        decoder.getHeight(0),
        (long) bytesPerPixel(0) * Math.max(pages.size(), description.images()));
    List<DecodedImage> read = new ArrayList<>();
    if (planes > 0) read.add(DecodedImage.opaque(contiguous(0, planes)));
    else for (int index = 0; index < pages.size(); index++) read.add(decoded(index));
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

  private long pixels(int page) throws IOException {
    return (long) decoder.getWidth(page) * decoder.getHeight(page);
  }

  /**
   * Every page, as several may share the same data; one that claims too much is its own trouble.
   */
  private void requireContent(int chain) throws IOException {
    long pixels = 0;
    for (int page = 0; page < chain; page++)
      try {
        MemoryNeed.requireContent(file, pixels(page), MemoryNeed.PIXELS_PER_BYTE);
        pixels += pixels(page);
      } catch (IOException | RuntimeException whenItIsRead) {
        continue;
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

  /** False where nobody can tell, so that it is read, and said. */
  private boolean thumbnail(int page) {
    try {
      TIFFDirectory directory = TIFFDirectory.createFromMetadata(decoder.getImageMetadata(page));
      TIFFField kind = directory.getTIFFField(BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE);
      return kind != null && (kind.getAsLong(0) & 1) != 0;
    } catch (IOException | RuntimeException damaged) {
      return false;
    }
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

  private FileInfo plane() throws IOException {
    FileInfo info = new FileInfo();
    info.width = decoder.getWidth(0);
    info.height = decoder.getHeight(0);
    info.fileType = fileType();
    info.intelByteOrder = FileBytes.of(file).startWith('I', 'I');
    return info;
  }

  /** Where a plane begins. */
  private long offset(int plane) throws IOException {
    FileInfo info = plane();
    long length = (long) info.width * info.height * info.getBytesPerPixel();
    return number(BaselineTIFFTagSet.TAG_STRIP_OFFSETS, 0) + plane * length;
  }

  private void requirePlanes() throws IOException {
    if (offset(planes) > Files.size(file))
      throw new IOException(file + " is cut off before its end; copy it again.");
  }

  /** ImageJ writes large stacks as raw planes, one behind the other, with a page for the first. */
  private ImagePlus contiguous(int from, int count) throws IOException {
    FileInfo info = plane();
    MemoryNeed.check(file, info.width, info.height, (long) count * info.getBytesPerPixel());
    ImageStack stack = new ImageStack(info.width, info.height);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ij.io.ImageReader planes = new ij.io.ImageReader(info);
      for (int i = 0; i < count; i++)
        stack.addSlice(null, planes.readPixels(in, i == 0 ? offset(from) : 0));
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
    if (saysWhite()) return HeaderWhite.of(said.getAsDouble(0), "SMaxSampleValue");
    return HeaderWhite.atLeast(Math.max(most, number(BaselineTIFFTagSet.TAG_MAX_SAMPLE_VALUE, 0)));
  }

  private boolean saysWhite() {
    TIFFField said = first.getTIFFField(WHITE);
    return said != null && said.getAsDouble(0) > 0;
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
