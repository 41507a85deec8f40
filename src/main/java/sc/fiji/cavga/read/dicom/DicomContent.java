package sc.fiji.cavga.read.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import sc.fiji.cavga.io.Excerpt;

/** What a DICOM file holds when it holds no picture. */
final class DicomContent {

  private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
  private static final String DIRECTORY = "1.2.840.10008.1.3.10";

  private static final String VIEWER = "open it in a DICOM viewer";

  private DicomContent() {}

  private static Map<String, String[]> kinds() {
    Map<String, String[]> kinds = new LinkedHashMap<>();
    kinds.put(STORAGE + "88.", new String[] {"a report (SR)", VIEWER});
    kinds.put(
        STORAGE + "104.1", new String[] {"a PDF document", "take it out with dcm2pdf of DCMTK"});
    kinds.put(STORAGE + "104.", new String[] {"a document", VIEWER});
    kinds.put(
        STORAGE + "11.", new String[] {"a way to show pictures (presentation state)", VIEWER});
    kinds.put(STORAGE + "9.", new String[] {"a waveform", VIEWER});
    kinds.put(STORAGE + "78.", new String[] {"measurements of an eye", VIEWER});
    kinds.put(STORAGE + "79.", new String[] {"measurements of an eye", VIEWER});
    kinds.put(STORAGE + "80.", new String[] {"measurements of an eye", VIEWER});
    kinds.put(
        DIRECTORY, new String[] {"a directory of other files (DICOMDIR)", "choose one of those"});
    return kinds;
  }

  /**
   * @throws EOFException when the file ends before the pixels that it announces
   * @throws IOException with one sentence when it holds something else, or nobody can unpack it
   */
  static void requirePicture(Path file, DicomHeader header) throws IOException {
    if (header.text(DicomHeader.TRANSFER_SYNTAX).equals(DicomHeader.DEFLATED))
      throw new IOException(
          file
              + " is a DICOM file whose data are deflated, which neither this program nor"
              + " Bio-Formats reads; inflate it with dcmconv of DCMTK, or export the picture as PNG"
              + " or TIFF.");
    if (header.pixelStart() >= 0) return;
    String kind = header.text(DicomHeader.CLASS);
    if (kind.isEmpty()) kind = header.text(DicomHeader.MEDIA_CLASS);
    for (Map.Entry<String, String[]> known : kinds().entrySet())
      if (kind.startsWith(known.getKey()))
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s is a DICOM file that holds %s and no picture; %s.",
                file,
                known.getValue()[0],
                known.getValue()[1]));
    if (header.number(DicomHeader.ROWS, 0) > 0) throw new EOFException("its pixels are missing");
    throw new IOException(
        file
            + " is a DICOM file that holds no picture"
            + (kind.isEmpty() ? "" : ", but something of the class " + Excerpt.of(kind))
            + "; "
            + VIEWER
            + ", and export pictures as DICOM, PNG or TIFF.");
  }
}
