package sc.fiji.cavga.train;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.fuzz.HostileInput;
import sc.fiji.cavga.fuzz.StoredZips;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.TrainingState;

/** Any bytes as the state in a checkpoint that is whole otherwise: checksums hold. */
class CheckpointFuzzTest {

  private static final long PER_BYTE = 400;

  @TempDir static Path folder;

  private static Map<String, byte[]> entries;

  @BeforeAll
  static void write() throws IOException {
    TrainingConfig config = TinyTraining.cavga();
    List<NamedArray> memory = List.of(new NamedArray("m", new long[] {1}, new float[1]));
    List<MethodPart> parts = new ArrayList<>();
    for (Method method : config.methods())
      parts.add(
          new MethodPart(
              method,
              new ModelEntries(config.settings(method), Map.of()),
              Map.of(),
              new JsonObject()));
    TrainedModel model =
        new TrainedModel(CommonSettings.preprocessing(config.settings()), parts, new JsonObject());
    Path file = folder.resolve("whole.cavga");
    ModelFile.write(file, model, new TrainingState(Map.of("optimizer", memory), new JsonObject()));
    entries = StoredZips.read(file);
  }

  @FuzzTest
  void aStateIsReadOrRefused(byte[] bytes) throws Exception {
    entries.put("state.json", bytes);
    Path file = folder.resolve("m.checkpoint.cavga");
    StoredZips.write(file, entries);
    HostileInput.read(bytes, PER_BYTE, () -> Checkpoint.read(file));
  }
}
