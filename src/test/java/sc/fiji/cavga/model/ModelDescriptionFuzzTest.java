package sc.fiji.cavga.model;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.fuzz.HostileInput;
import sc.fiji.cavga.fuzz.StoredZips;

/** Any bytes as the description in a model file that is whole otherwise: checksums hold. */
class ModelDescriptionFuzzTest {

  private static final long PER_BYTE = 400;

  @TempDir static Path folder;

  private static Map<String, byte[]> entries;

  @BeforeAll
  static void write() throws IOException {
    Path file = folder.resolve("whole.cavga");
    ModelFile.write(file, TinyModel.create());
    entries = StoredZips.read(file);
    // Under the names of version 1 as well, for descriptions of that version.
    entries.put("weights.safetensors", entries.get("cavga-network.safetensors"));
    entries.put("calibration.safetensors", entries.get("cavga-calibration.safetensors"));
  }

  @FuzzTest
  void aDescriptionIsReadOrRefused(byte[] bytes) throws Exception {
    entries.put("model.json", bytes);
    Path file = folder.resolve("m.cavga");
    StoredZips.write(file, entries);
    HostileInput.read(bytes, PER_BYTE, () -> ModelFile.read(file));
  }
}
