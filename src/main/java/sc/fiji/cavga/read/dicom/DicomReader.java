package sc.fiji.cavga.read.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.picture.Planes;
import sc.fiji.cavga.picture.WhiteLevel;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.read.file.ImageReader;
import sc.fiji.cavga.read.file.MemoryNeed;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/**
 * Reads uncompressed DICOM: grey, RGB, YBR and palette, 8 and 16 bits, every frame a picture.
 * Brightness is scaled by the bits that the file says are stored; where those are all 16, by the
 * upper end of its window or by its highest number.
 *
 * <p>ImageJ's own DICOM plugin knows neither YBR nor 16-bit colour, and reports failures in
 * windows; so this is done here, alike whether or not Bio-Formats is present. Compressed files are
 * left to Bio-Formats.
 */
@Plugin(type = ImageReader.class, priority = Priority.HIGH)
public final class DicomReader implements ImageReader {

  private static final String YBR = "Its colours were converted from YBR to RGB.";
  private static final String UNCOMPRESSED = "1\\.2\\.840\\.10008\\.1\\.2(\\.1|\\.2)?";
  private static final String NOBODY_READS =
      "1\\.2\\.840\\.10008\\.1\\.2\\.4\\.(1\\d\\d|20\\d|9[45])";

  @Override
  public boolean accepts(Path file) {
    return FileBytes.ofReadable(file).hold("DICM", 128);
  }

  @Override
  public List<Picture> read(Path file) throws IOException {
    if (!FileBytes.of(file).hold("DICM", 128))
      throw new UnsupportedPictureException(file + " is not a DICOM file; choose another.");
    try {
      DicomHeader header = DicomHeader.read(file);
      DicomContent.requirePicture(file, header);
      refuseCompressed(file, header);
      return pictures(file, header);
    } catch (EOFException cutOff) {
      throw new IOException(file + " is cut off before its end; copy it again.", cutOff);
    } catch (IOException problem) {
      if (String.valueOf(problem.getMessage()).startsWith(file.toString())) throw problem;
      String sentence =
          file
              + " is a DICOM file that cannot be read, because "
              + problem.getMessage()
              + "; export the picture as PNG or TIFF.";
      throw problem instanceof UnsupportedPictureException
          ? new UnsupportedPictureException(sentence, problem)
          : new IOException(sentence, problem);
    }
  }

  private static void refuseCompressed(Path file, DicomHeader header) throws IOException {
    String syntax = header.text(DicomHeader.TRANSFER_SYNTAX);
    if (syntax.matches(NOBODY_READS))
      throw new IOException(
          file
              + " is a DICOM file compressed as "
              + compression(syntax)
              + ", which neither ImageJ nor Bio-Formats can read; export it as uncompressed DICOM,"
              + " PNG or TIFF.");
    if (!syntax.isEmpty() && !syntax.matches(UNCOMPRESSED) || header.pixelLength() < 0)
      throw new UnsupportedPictureException(
          file
              + " is a DICOM file compressed as "
              + compression(syntax)
              + ", which only Bio-Formats can read, and Bio-Formats is missing; use Fiji, which"
              + " brings it, or put bioformats_package.jar into the plugins folder or on the class"
              + " path, or export the picture as uncompressed DICOM, PNG or TIFF.");
  }

  private static String compression(String syntax) {
    String last = syntax.substring(syntax.lastIndexOf('.') + 1);
    if (syntax.endsWith(".1.2.5")) return "RLE";
    if (last.matches("5\\d|70")) return "JPEG";
    if (last.matches("8[01]")) return "JPEG-LS";
    if (last.matches("9[0-5]")) return "JPEG 2000";
    if (last.matches("20\\d")) return "High-Throughput JPEG 2000";
    return last.matches("1\\d\\d")
        ? "video"
        : syntax.isEmpty() ? "unknown data" : Excerpt.of(syntax);
  }

  /** Of the image, else of the body part that was examined. */
  private static Laterality side(DicomHeader header) {
    String image = header.text(DicomHeader.IMAGE_LATERALITY);
    return Laterality.ofCode(image.isEmpty() ? header.text(DicomHeader.LATERALITY) : image);
  }

  private static List<Picture> pictures(Path file, DicomHeader header) throws IOException {
    DicomPixels pixels = new DicomPixels(header);
    long needed = pixels.frames() * pixels.frameLength();
    if (header.pixelStart() + needed > Files.size(file) || needed > header.pixelLength())
      throw new EOFException("it ends too early");
    MemoryNeed.check(
        file,
        pixels.width(),
        pixels.height(),
        needed / ((long) pixels.width() * pixels.height()) + 1);
    if (pixels.frameLength() > Integer.MAX_VALUE - 8)
      throw new UnsupportedPictureException("a single picture of it has more than 2 GB");
    String name = file.getFileName().toString();
    List<Picture> pictures = new ArrayList<>();
    try (SeekableByteChannel channel = Files.newByteChannel(file);
        InputStream in = Channels.newInputStream(channel.position(header.pixelStart()))) {
      List<byte[]> frames = new ArrayList<>();
      for (int frame = 0; frame < pixels.frames(); frame++)
        frames.add(in.readNBytes((int) pixels.frameLength()));
      WhiteLevel level = pixels.level(frames);
      for (byte[] frame : frames) {
        Planes.Plane[] planes = pixels.planes(frame, level);
        Picture picture =
            new Picture(
                    frames.size() == 1 ? name : name + " #" + (pictures.size() + 1),
                    PixelView.of(
                        pixels.width(),
                        pixels.height(),
                        planes.length,
                        Planes.source(pixels.width(), planes)),
                    pixels.pixelSize())
                .withSide(side(header))
                .scaledBy(level);
        pictures.add(pixels.isYbr() ? picture.changed(YBR) : picture);
      }
    }
    return pictures;
  }
}
