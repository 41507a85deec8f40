package sc.fiji.cavga.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.w3c.dom.Element;
import sc.fiji.cavga.picture.HeaderWhite;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.file.Decoding;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.read.file.FileKind;
import sc.fiji.cavga.read.file.ImageBytes;
import sc.fiji.cavga.read.file.ImageReader;
import sc.fiji.cavga.read.file.MemoryNeed;
import sc.fiji.cavga.read.file.PictureFile;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/**
 * Reads JPEG, PNG, BMP, GIF (its first image) and TIFF (all pages), upright and in sRGB as {@link
 * Appearance} says. What is transparent is black.
 *
 * <p>ImageJ's own opener reports failures in windows, on the console and in static fields, which
 * neither a headless run nor several threads can use. So this reader calls the decoders that the
 * opener calls, and makes ImageJ images of what they give.
 */
@Plugin(type = ImageReader.class, priority = Priority.HIGH)
public final class PhotographReader implements ImageReader {

  @Override
  public boolean accepts(Path file) {
    return format(FileBytes.ofReadable(file)) != null;
  }

  /** The decoder's name for the format, or null when it is none of this reader's. */
  private static String format(FileBytes bytes) {
    switch (FileKind.of(bytes)) {
      case JPEG:
        return "jpeg";
      case PNG:
        return "png";
      case BMP:
        return "bmp";
      case GIF:
        return "gif";
      case TIFF:
        return "tiff";
      case BIG_TIFF:
        return "bigtiff";
      default:
        return null;
    }
  }

  @Override
  public List<Picture> read(Path file) throws IOException {
    try (PictureFile pictures = open(file)) {
      return pictures.all();
    }
  }

  @Override
  public PictureFile open(Path file) throws IOException {
    String format = format(FileBytes.of(file));
    if (format == null)
      throw new UnsupportedPictureException(
          file + " is not a JPEG, PNG, BMP, GIF or TIFF file; export it as one of these.");
    if (format.equals("jpeg")) return PictureFile.of(readJpeg(file));
    if (format.equals("bigtiff"))
      throw new UnsupportedPictureException(
          file
              + " is a BigTIFF, which only Bio-Formats can read, and Bio-Formats is missing; use"
              + " Fiji, which brings it, or save the picture as plain TIFF.");
    if (format.equals("tiff")) return TiffPages.open(file, decoder(format));
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      return PictureFile.of(decode(file, format, stream));
    }
  }

  private static List<Picture> readJpeg(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    JpegHeader header = JpegHeader.of(bytes);
    if (header.components() == 4)
      throw new IOException(file + " is a JPEG in the colours of print (CMYK); save it as RGB.");
    if (!header.complete())
      throw new IOException(file + " is cut off before its end; copy it again.");
    try (ImageInputStream stream = new ImageBytes(bytes)) {
      Picture picture = decode(file, "jpeg", stream).get(0);
      return Collections.singletonList(Appearance.of(header).applied(picture));
    }
  }

  private static List<Picture> decode(Path file, String format, ImageInputStream stream)
      throws IOException {
    javax.imageio.ImageReader decoder = decoder(format);
    try {
      return Decoding.explained(
          file,
          format,
          () -> {
            decoder.setInput(stream);
            return decoded(file, format, decoder);
          });
    } finally {
      decoder.dispose();
    }
  }

  private static List<Picture> decoded(Path file, String format, javax.imageio.ImageReader decoder)
      throws IOException {
    int width = decoder.getWidth(0);
    int height = decoder.getHeight(0);
    MemoryNeed.check(file, width, height, DecodedImage.bytesPerPixel(decoder, 0));
    MemoryNeed.requireContent(
        file,
        (long) width * height,
        format.equals("jpeg") ? JpegHeader.PIXELS_PER_BYTE : MemoryNeed.PIXELS_PER_BYTE);
    String name = file.getFileName().toString();
    if (format.equals("png")) return png(name, PngHeader.of(file), decoder);
    return DecodedImage.of(name, decoder, 0, gif(format, decoder)).pictures(HeaderWhite.SILENT);
  }

  private static List<Picture> png(String name, PngHeader header, javax.imageio.ImageReader decoder)
      throws IOException {
    int bits = header.significantBits();
    HeaderWhite white =
        bits < 8 || bits > 15 ? HeaderWhite.SILENT : HeaderWhite.of((1 << bits) - 1, "sBIT");
    Appearance appearance = Appearance.of(header);
    List<Picture> pictures = new ArrayList<>();
    for (Picture picture : DecodedImage.of(name, decoder, 0, header.transparency()).pictures(white))
      pictures.add(appearance.applied(picture));
    return pictures;
  }

  /** In a GIF one colour of the table may be transparent. */
  private static Transparency gif(String format, javax.imageio.ImageReader decoder)
      throws IOException {
    if (!format.equals("gif")) return Transparency.OF_PIXELS;
    IIOMetadata metadata = decoder.getImageMetadata(0);
    Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    Element control = (Element) root.getElementsByTagName("GraphicControlExtension").item(0);
    return control == null || !control.getAttribute("transparentColorFlag").equals("TRUE")
        ? Transparency.NONE
        : Transparency.ofColour(Integer.parseInt(control.getAttribute("transparentColorIndex")));
  }

  /** The JDK's own, whatever else is on the class path: the same pixels everywhere. */
  private static javax.imageio.ImageReader decoder(String format) {
    Iterator<javax.imageio.ImageReader> decoders = ImageIO.getImageReadersByFormatName(format);
    javax.imageio.ImageReader first = decoders.next();
    javax.imageio.ImageReader chosen = first;
    while (decoders.hasNext() && !ofJdk(chosen)) chosen = decoders.next();
    return ofJdk(chosen) ? chosen : first;
  }

  private static boolean ofJdk(javax.imageio.ImageReader decoder) {
    return decoder.getClass().getName().startsWith("com.sun.imageio.");
  }
}
