package sc.fiji.cavga.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.fuzz.HostileInput;

/** Any bytes as a picture: JPEG, PNG, TIFF, BMP, GIF or DICOM, as their beginning says. */
class PictureFuzzTest {

  /** Pictures may unfold, and what they may ask for is bounded by the memory that there is. */
  private static final long PER_BYTE = Long.MAX_VALUE >> 40;

  @TempDir static Path folder;

  @FuzzTest
  void aPictureIsReadOrRefused(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("picture"), bytes);
    HostileInput.read(bytes, PER_BYTE, () -> PictureReader.standard().read(file));
  }
}
