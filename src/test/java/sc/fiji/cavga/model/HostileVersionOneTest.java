package sc.fiji.cavga.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.fuzz.StoredZips;
import sc.fiji.cavga.model.examination.MapKind;

/** Models of version 1 that somebody has changed by hand. */
class HostileVersionOneTest {

  @TempDir static Path folder;

  private static VersionOneFiles files;

  @BeforeAll
  static void unpack() throws IOException {
    files = new VersionOneFiles(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"guided\": false | \"guided\": true | guided by synthetic anomalies",
        "\"variant\": \"dcgan\" | \"variant\": 3 | d or r as \"network.variant\"",
        "\"variant\": \"dcgan\" | \"variant\": \"vgg\" | d or r, not vgg",
        "\"levels\": 2 | \"levels\": 2.5 | 2.5",
        "\"width\": 2 | \"wide\": 2 | 0 to 256 as \"network.width\"",
        "\"map_threshold\": | \"threshold\": | a number as \"map_threshold\"",
        "\"density_weight\": 0.5 | \"density_weight\": -1 | weights of 0 or more",
        "\"density_mean\" | \"density_means\" | a number as \"mean\"",
        "\"painted\": \"lesions\" | \"painted\": \"glaucoma\" | for glaucoma with the method disc",
        "\"painted\": \"lesions\" | \"painted\": \"cats\" | \"painted\" is not lesions",
        "\"network\": { | \"net\": { | an object as \"network\"",
        "\"calibration\": { | \"calibrated\": { | an object as \"calibration\"",
        "\"format_version\": 1 | \"format_version\": 2 | a list as \"methods\""
      })
  void saysWhatIsWrongWithItsDescription(String before, String after, String message)
      throws IOException {
    Map<String, byte[]> entries = files.entries("local");
    String json = new String(entries.get("model.json"), UTF_8);
    assertTrue(json.contains(before), before);
    entries.put("model.json", json.replace(before, after).getBytes(UTF_8));
    refused(entries, message);
  }

  @ParameterizedTest
  @CsvSource({
    "density.safetensors,detector.safetensors,array means is missing",
    "detector.safetensors,density.safetensors,",
    "weights.safetensors,calibration.safetensors,",
    "calibration.safetensors,weights.safetensors,array default.mean is missing"
  })
  void saysWhatIsWrongWithItsArrays(String entry, String instead, String message)
      throws IOException {
    Map<String, byte[]> entries = files.entries("local");
    entries.put(entry, entries.get(instead));
    Path broken = folder.resolve("arrays.cavga");
    StoredZips.write(broken, entries);
    IOException thrown =
        assertThrows(
            IOException.class,
            () -> {
              TrainedModel model = ModelFile.read(broken);
              for (MapKind kind : MapKind.values()) new Predictor(model, kind).close();
            });
    assertTrue(thrown.getMessage().contains(message == null ? "" : message), thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
  }

  /** Each is a model whose pictures would all fail, or whose map would be another one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local | detector.safetensors | its detector is missing",
        "local | density.safetensors | its density is missing",
        "local-weak | detector.safetensors | its detector is missing",
        "local-weak | density.safetensors | its density is missing",
        "local | weights.safetensors | its network is missing",
        "cavga-d-weak | weights.safetensors | its network is missing",
        "cavga-r | calibration.safetensors | array default.mean is missing"
      })
  void saysWhichEntryIsMissing(String name, String entry, String message) throws IOException {
    Map<String, byte[]> entries = files.entries(name);
    entries.remove(entry);
    refused(entries, message);
  }

  @Test
  void aMapOfTheDensityAloneNeedsTheDensity() throws IOException {
    Map<String, byte[]> entries = files.entries("local-density");
    entries.remove("density.safetensors");
    refused(entries, "its density is missing");
  }

  private static void refused(Map<String, byte[]> entries, String message) throws IOException {
    Path broken = folder.resolve("broken.cavga");
    StoredZips.write(broken, entries);
    IOException thrown = assertThrows(IOException.class, () -> ModelFile.read(broken));
    assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
    assertTrue(thrown.getMessage().startsWith("The model " + broken), thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
  }

  @Test
  void trainingDoesNotGoOnFromItsCheckpoint() throws IOException {
    Map<String, byte[]> entries = files.entries("cavga-d-weak");
    entries.put("state.json", "{}".getBytes(UTF_8));
    Path checkpoint = folder.resolve("checkpoint.cavga");
    StoredZips.write(checkpoint, entries);
    assertEquals(1, ModelFile.read(checkpoint).parts().size());
    assertTrue(ModelFile.readState(files.file("cavga-d-weak")).isEmpty());
    IOException thrown = assertThrows(IOException.class, () -> ModelFile.readState(checkpoint));
    assertTrue(thrown.getMessage().contains("or begin anew"), thrown.getMessage());
  }
}
