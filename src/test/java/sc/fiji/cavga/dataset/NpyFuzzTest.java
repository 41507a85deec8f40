package sc.fiji.cavga.dataset;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.layout.NpyFile;
import sc.fiji.cavga.fuzz.HostileInput;

/** Any bytes as a NumPy array of masks [N,H,W], of which the first mask is read. */
class NpyFuzzTest {

  private static final long PER_BYTE = 400;

  @TempDir static Path folder;

  @FuzzTest
  void anArrayIsReadOrRefused(byte[] bytes) throws Exception {
    Path path = Files.write(folder.resolve("masks.npy"), bytes);
    HostileInput.read(
        bytes,
        PER_BYTE,
        () -> {
          NpyFile file = NpyFile.open(path, 3);
          long plane = file.dimension(1) * file.dimension(2);
          if (file.dimension(0) > 0 && plane <= bytes.length) file.nonZero(0, (int) plane);
        });
  }
}
