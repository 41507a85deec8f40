package sc.fiji.cavga.picture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.fuzz.HostileInput;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.file.MemoryNeed;

/** Any bytes as a picture: JPEG, PNG, TIFF, BMP, GIF or DICOM, as their beginning says. */
class PictureFuzzTest {

  /** A pixel passes through several decoders' hands. */
  private static final long PER_BYTE = 32 * MemoryNeed.PIXELS_PER_BYTE;

  @TempDir static Path folder;

  @FuzzTest
  void aPictureIsReadOrRefused(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("picture"), bytes);
    HostileInput.read(bytes, PER_BYTE, () -> PictureReader.standard().read(file));
  }
}
