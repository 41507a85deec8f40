package sc.fiji.cavga.model;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.fuzz.HostileInput;

/** Any bytes as a model file. */
class ModelFileFuzzTest {

  private static final long PER_BYTE = 400;

  @TempDir static Path folder;

  @FuzzTest
  void aFileIsReadOrRefused(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("m.cavga"), bytes);
    HostileInput.read(bytes, PER_BYTE, () -> ModelFile.read(file));
    HostileInput.read(bytes, PER_BYTE, () -> ModelFile.readState(file));
  }
}
