package sc.fiji.cavga.read.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.file.FileBytes;
import sc.fiji.cavga.read.file.ImageReader;
import sc.fiji.cavga.read.file.PictureFile;
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

  private static final String UNCOMPRESSED = "1\\.2\\.840\\.10008\\.1\\.2(\\.1|\\.2)?";
  private static final String NOBODY_READS =
      "1\\.2\\.840\\.10008\\.1\\.2\\.4\\.(1\\d\\d|20\\d|9[45])";

  @Override
  public boolean accepts(Path file) {
    return FileBytes.ofReadable(file).hold("DICM", 128);
  }

  @Override
  public List<Picture> read(Path file) throws IOException {
    try (PictureFile pictures = open(file)) {
      return pictures.all();
    }
  }

  @Override
  public PictureFile open(Path file) throws IOException {
    if (!FileBytes.of(file).hold("DICM", 128))
      throw new UnsupportedPictureException(file + " is not a DICOM file; choose another.");
    return DicomFrames.explained(
        file,
        () -> {
          DicomHeader header = DicomHeader.read(file);
          DicomContent.requirePicture(file, header);
          refuseCompressed(file, header);
          return new DicomFrames(file, header);
        });
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
}
