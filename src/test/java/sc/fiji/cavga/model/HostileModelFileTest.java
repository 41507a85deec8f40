package sc.fiji.cavga.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.io.Safetensors;
import sc.fiji.cavga.io.StoredZipReader;
import sc.fiji.cavga.io.StoredZipWriter;
import sc.fiji.cavga.model.training.TrainingState;

/** Model files that somebody has put together by hand. */
class HostileModelFileTest {

  @TempDir Path folder;

  private Path file;
  private final Map<String, byte[]> entries = new TreeMap<>();

  @BeforeEach
  void readEntries() throws IOException {
    file = folder.resolve("m.cavga");
    ModelFile.write(file, TinyModel.create());
    try (StoredZipReader zip = new StoredZipReader(file)) {
      for (String name : zip.names())
        entries.put(name, zip.read(name, (in, length) -> in.readNBytes((int) length)));
    }
  }

  @Test
  void takesEntriesAndKeysOfLaterVersions() throws IOException {
    entries.put("preview.png", new byte[10]);
    change(json -> json.replaceFirst("\\{", "{\"later\": 1,"));
    writeStored();
    assertEquals(2, ModelFile.read(file).parts().get(0).calibrations().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format_version\": 2 | \"format_version\": 3 | newer version of this software (format 3)",
        "\"format_version\": 2 | \"format_version\": 0 | does not exist",
        "\"format_version\": 2 | \"format_version\": \"2\" | a number as \"format_version\"",
        "\"format\": \"cavga\" | \"format\": \"other\" | not a model file",
        "\"method\": \"cavga\" | \"method\": \"other\" | no method \"other\": choose local or cavga",
        "\"method\": \"cavga\" | \"method\": 1 | \"method\"",
        "\"method\": \"cavga\" | \"method\": \"local\" | detector or density as \"default_map\"",
        "\"methods\": [ | \"methods\": [1, | one of its methods is no object",
        "\"methods\": [ | \"others\": [ | must have a list as \"methods\"",
        "\"width\": 2 | \"width\": 256 | fewer weights",
        "\"width\": 2 | \"width\": 1 | must be 2 to 256, not 1",
        "\"latent_channels\": 1 | \"latent_channels\": 1024 | fewer weights",
        "\"flat_latent\": false | \"flat_latent\": true | fewer weights",
        "\"width\": 2 | \"wide\": 2 | 0 to 256 as \"network.width\"",
        "\"width\": 2 | \"width\": 2, \"wide\": 2 | unknown key: network.wide",
        "\"variant\": \"d\" | \"variant\": \"vgg\" | must be d or r, not vgg",
        "\"levels\": 2 | \"levels\": 2.5 | not 2.5",
        "\"weakly_supervised\": false | \"weakly_supervised\": 0 | true or false",
        "\"field_of_view\": \"retina\" | \"field_of_view\": \"x\" | must be retina or whole_picture",
        "\"size\": 16 | \"size\": 15 | must be 16 to 1024, not 15",
        "\"map_threshold\": 2.1 | \"map_threshold\": -2.1 | must be positive",
        "\"pictures\": 1 | \"pictures\": 0 | at least one",
        "\"attention\": { | \"heat\": { | no map named",
        "\"training\": { | \"training\": [ | malformed",
        "\"training\" | \"trained\" | must have an object as \"training\"",
      })
  void saysWhatIsWrongWithItsDescription(String before, String after, String message)
      throws IOException {
    change(json -> replaceLast(json, before, after));
    writeStored();
    refused(message);
  }

  @Test
  void saysThatItsDescriptionIsMissing() throws IOException {
    entries.remove("model.json");
    writeStored();
    refused("its entry model.json is missing");
  }

  @Test
  void saysThatItsAtlasesAreMissing() throws IOException {
    entries.remove("cavga-calibration.safetensors");
    writeStored();
    refused("array default.mean is missing");
  }

  @Test
  void saysThatWhatItsMethodNeedsIsMissing() throws IOException {
    entries.remove("cavga-network.safetensors");
    writeStored();
    refused("its network is missing");
  }

  /** In a checkpoint, methods that wait for their turn have none. */
  @Test
  void aCheckpointsMethodsMayBeWithoutTheirArrays() throws IOException {
    MethodPart part = TinyModel.create().parts().get(0);
    ModelEntries nothing = new ModelEntries(part.entries().settings(), Map.of());
    ModelFile.write(
        file,
        new TrainedModel(
            TinyModel.create().preprocessing(),
            List.of(new MethodPart(part.method(), nothing, Map.of(), new JsonObject())),
            new JsonObject()),
        new TrainingState(Map.of(), new JsonObject()));
    assertEquals(1, ModelFile.read(file).parts().size());
  }

  @Test
  void refusesCalibrationsWithoutTheirAtlas() throws IOException {
    entries.put("cavga-calibration.safetensors", entries.get("cavga-network.safetensors"));
    writeStored();
    refused("array default.mean is missing or not square");
  }

  @Test
  void refusesCompressedEntries() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    refused("is compressed");
  }

  @Test
  void refusesTooManyEntries() throws IOException {
    for (int i = 0; i < 100; i++) entries.put("more" + i, new byte[0]);
    writeStored();
    refused("too many entries");
  }

  @Test
  void refusesEntriesOfOneName() throws IOException {
    entries.put("model.jsoX", entries.get("model.json"));
    writeStored();
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace("model.jsoX", "model.json"), StandardCharsets.ISO_8859_1);
    refused("comes twice");
  }

  @Test
  void refusesEntriesThatClaimToBeLargerThanTheFile() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int central = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
    for (int offset : new int[] {20, 24}) {
      bytes[central + offset] = (byte) 0xf0;
      bytes[central + offset + 3] = 0x7f;
    }
    Files.write(file, bytes);
    IOException thrown = assertThrows(IOException.class, () -> ModelFile.read(file));
    assertTrue(thrown.getMessage().startsWith("The model " + file), thrown.getMessage());
  }

  @Test
  void refusesDamagedAndUnfinishedWeights() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int weights =
        new String(bytes, StandardCharsets.ISO_8859_1).indexOf("cavga-network.safetensors") + 300;
    bytes[weights] ^= 1;
    Files.write(file, bytes);
    refused("damaged");
    NamedArray nan = new NamedArray("w", new long[] {1}, new float[] {Float.NaN});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(out, List.of(nan));
    entries.put("cavga-network.safetensors", out.toByteArray());
    writeStored();
    refused("not finite");
  }

  @Test
  void refusesStateWithGroupsThatCannotBeNamedSo() throws IOException {
    ModelFile.write(file, TinyModel.create(), new TrainingState(Map.of(), new JsonObject()));
    entries.put("state.json", "{}".getBytes(StandardCharsets.UTF_8));
    entries.put("state-../x.safetensors", entries.get("cavga-network.safetensors"));
    writeStored();
    IOException thrown = assertThrows(IOException.class, () -> ModelFile.readState(file));
    assertTrue(thrown.getMessage().contains("cannot be named"), thrown.getMessage());
  }

  private void change(UnaryOperator<String> change) {
    String json = new String(entries.get("model.json"), StandardCharsets.UTF_8);
    String changed = change.apply(json);
    assertTrue(!changed.equals(json), "The test must change something.");
    entries.put("model.json", changed.getBytes(StandardCharsets.UTF_8));
  }

  private static String replaceLast(String text, String before, String after) {
    int position = text.lastIndexOf(before);
    return text.substring(0, position) + after + text.substring(position + before.length());
  }

  private void writeStored() throws IOException {
    AtomicFile.write(
        file,
        out -> {
          try (StoredZipWriter zip = new StoredZipWriter(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet())
              zip.add(entry.getKey(), stream -> stream.write(entry.getValue()));
          }
        });
  }

  private void refused(String message) {
    IOException thrown = assertThrows(IOException.class, () -> ModelFile.read(file));
    assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
  }
}
