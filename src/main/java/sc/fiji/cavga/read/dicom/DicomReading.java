package sc.fiji.cavga.read.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

/** What a DICOM file is asked for. */
interface DicomReading<T> {

  T now() throws IOException;

  /** The answer; all that may go wrong in one sentence. */
  static <T> T explained(Path file, DicomReading<T> reading) throws IOException {
    try {
      return reading.now();
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
}
