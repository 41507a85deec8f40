package sc.fiji.cavga.export.bioimageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.onnx.runtime.OnnxRuntime;

class ModelPackageTest {

  private static final Rights RIGHTS = new Rights(List.of("A. Author", "B. Author"), "CC-BY-4.0");

  @TempDir Path folder;

  private static TrainedModel model(String name) throws Exception {
    String file = "/sc/fiji/cavga/model/version1/" + name + ".cavga";
    return ModelFile.read(Path.of(ModelPackageTest.class.getResource(file).toURI()));
  }

  private Map<String, byte[]> written(OnnxExport export) throws IOException {
    Path target = ModelPackage.beside(folder.resolve("an eye.onnx"));
    assertEquals("an eye.bioimageio.zip", target.getFileName().toString());
    String done = ModelPackage.write(target, export, export.bytes(Map.of()), RIGHTS);
    assertTrue(done.contains(target.toString()), done);
    byte[] bytes = Files.readAllBytes(target);
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry())
        files.put(each.getName(), zip.readAllBytes());
    }
    return files;
  }

  @ParameterizedTest
  @CsvSource({
    "local-weak, DEFAULT, true",
    "cavga-d-weak, ATTENTION, true",
    "cavga-r, ATTENTION, false"
  })
  void keepsTheSpecification(String name, MapKind kind, boolean anomalous) throws Exception {
    OnnxExport export = new OnnxExport(model(name), kind);
    Map<String, byte[]> files = written(export);
    PackageFiles own = new PackageFiles(export, export.bytes(Map.of()), "an eye.onnx");
    for (String each : own.names())
      assertArrayEquals(own.content(each), files.get(each), "the same twice: " + each);
    JsonObject description = ResourceDescription.of(export, own, RIGHTS);
    assertEquals(
        YamlText.of(description), new String(files.get("rdf.yaml"), StandardCharsets.UTF_8));
    assertEquals(List.of(), SpecificationCheck.breaches(description, files));
    assertEquals(anomalous, files.containsKey("test_anomalous.npy"));
    reproduces(description, files);
  }

  /** What other programs do first: the test's inputs must give the test's outputs. */
  private static void reproduces(JsonObject description, Map<String, byte[]> files)
      throws IOException {
    byte[] model = files.get("an eye.onnx");
    try (OnnxRuntime runtime =
        OnnxRuntime.open(ModelPackageTest.class.getClassLoader(), model, 1)) {
      Map<String, OnnxRuntime.Floats> inputs = new LinkedHashMap<>();
      for (JsonElement each : description.getAsJsonArray("inputs")) {
        NumpyArray array = test(each, files);
        inputs.put(id(each), new OnnxRuntime.Floats(array.floats(), array.shape));
      }
      Map<String, Object> outputs = runtime.run(inputs);
      JsonArray described = description.getAsJsonArray("outputs");
      assertEquals(described.size(), outputs.size());
      int index = 0;
      for (Map.Entry<String, Object> output : outputs.entrySet()) {
        JsonElement each = described.get(index++);
        assertEquals(id(each), output.getKey(), "outputs in their order");
        if (!each.getAsJsonObject().has("test_tensor")) continue;
        NumpyArray expected = test(each, files);
        if (output.getValue() instanceof boolean[])
          assertEquals(expected.first() > 0, ((boolean[]) output.getValue())[0], output.getKey());
        else agree(expected.floats(), (float[]) output.getValue());
      }
    }
  }

  private static NumpyArray test(JsonElement tensor, Map<String, byte[]> files) {
    JsonObject file = tensor.getAsJsonObject().getAsJsonObject("test_tensor");
    return new NumpyArray(files.get(file.get("source").getAsString()));
  }

  private static String id(JsonElement tensor) {
    return tensor.getAsJsonObject().get("id").getAsString();
  }

  /** As its programs compare them. */
  private static void agree(float[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++)
      if (Float.isNaN(expected[i])) assertTrue(Float.isNaN(actual[i]));
      else assertEquals(expected[i], actual[i], 1e-3 + 1e-3 * Math.abs(expected[i]));
  }

  /** A check that nothing can break protects nothing. */
  @Test
  void theCheckSeesWhatIsWrong() throws Exception {
    OnnxExport export = new OnnxExport(model("local-weak"), MapKind.DEFAULT);
    PackageFiles own = new PackageFiles(export, export.bytes(Map.of()), "an eye.onnx");
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : own.names()) files.put(name, own.content(name));
    Map<String, Consumer<JsonObject>> breaks = new LinkedHashMap<>();
    breaks.put("name", json -> json.addProperty("name", "a, b"));
    breaks.put("unknown", json -> json.addProperty("licence", "MIT"));
    breaks.put("version", json -> json.addProperty("format_version", "0.4.9"));
    breaks.put("weights", json -> json.remove("weights"));
    breaks.put("sum", json -> onnx(json).addProperty("sha256", "0"));
    breaks.put("opset", json -> onnx(json).addProperty("opset_version", 6));
    breaks.put("axes", json -> input(json).getAsJsonArray("axes").remove(0));
    breaks.put("test", json -> input(json).remove("test_tensor"));
    breaks.put("id", json -> input(json).addProperty("id", "score"));
    breaks.put(
        "range",
        json ->
            input(json)
                .getAsJsonObject("data")
                .getAsJsonArray("range")
                .set(1, new JsonPrimitive(0.1)));
    breaks.forEach(
        (what, each) -> {
          JsonObject description = ResourceDescription.of(export, own, RIGHTS);
          assertEquals(List.of(), SpecificationCheck.breaches(description, files));
          each.accept(description);
          assertFalse(SpecificationCheck.breaches(description, files).isEmpty(), what);
        });
  }

  private static JsonObject onnx(JsonObject description) {
    return description.getAsJsonObject("weights").getAsJsonObject("onnx");
  }

  private static JsonObject input(JsonObject description) {
    return description.getAsJsonArray("inputs").get(0).getAsJsonObject();
  }

  @Test
  void rightsMustBeSaid() {
    assertThrows(IllegalArgumentException.class, () -> new Rights(List.of(), "MIT"));
    assertThrows(IllegalArgumentException.class, () -> new Rights(List.of("a/b"), "MIT"));
    assertThrows(IllegalArgumentException.class, () -> new Rights(List.of("a\n- b"), "MIT"));
    assertThrows(IllegalArgumentException.class, () -> new Rights(List.of("a"), null));
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class, () -> new Rights(List.of("a"), "free for all"));
    assertTrue(wrong.getMessage().contains("free for all"), wrong.getMessage());
  }
}
