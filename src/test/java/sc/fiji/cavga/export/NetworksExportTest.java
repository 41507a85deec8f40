package sc.fiji.cavga.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.onnx.ExportableNetworks;
import sc.fiji.cavga.model.onnx.SquareNetworks;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** The networks of the method disc in ONNX Runtime, against our own engine. */
class NetworksExportTest {

  private static TrainedModel model;
  private static MethodPart part;

  @TempDir Path folder;

  @BeforeAll
  static void read() throws Exception {
    model = ShippedModels.read(Paths.get(ShippedModels.HEALTHY_FUNDUS));
    part = model.parts().get(1);
  }

  private static Exported export() {
    return ExportChoice.of(model, "disc", MapKind.DEFAULT);
  }

  /** In fields of view of all shapes, one by one and by threes. */
  @Test
  void squaresOfAllKindsAreTheSame() throws Exception {
    try (SquareNetworks own = ((ExportableNetworks) part.method()).networks(part.entries());
        OnnxSession session = new OnnxSession(export().bytes(Map.of()), 1)) {
      List<PreparedPicture> squares = OddPictures.of(own.size(), 3, 5);
      for (int count : new int[] {1, 3})
        for (int first = 0; first + count <= squares.size(); first += count) {
          List<PreparedPicture> some = squares.subList(first, first + count);
          Map<String, Object> answers = session.outputs(some);
          assertEquals(count * own.size() * own.size(), ((float[]) answers.get("disc")).length);
          double difference = ExportCheck.difference(answers, own, some);
          assertTrue(difference < ExportCheck.MOST, "from " + first + " on: " + difference);
        }
    }
  }

  @Test
  void theFirstRatioIsNearToTheMeasuredOne() throws Exception {
    PreparedPicture eye = MadePictures.of(model.preprocessing()).get(0);
    double measured;
    try (Predictor predictor = new Predictor(model, MapKind.DEFAULT)) {
      measured =
          predictor.predict(eye).measures().stream()
              .filter(measure -> measure.name().equals("cdr_vertical"))
              .findFirst()
              .orElseThrow()
              .value();
    }
    try (SquareNetworks own = ((ExportableNetworks) part.method()).networks(part.entries())) {
      List<PreparedPicture> squares = own.squares(eye);
      assertEquals(2, squares.size());
      Map<String, float[]> said = own.answer(squares.get(1));
      assertTrue(said.get("disc_certainty")[0] > 0.6);
      assertEquals(measured, said.get("vertical_ratio")[0], 0.05);
    }
  }

  /** Weights that are not the model's. */
  @Test
  void whatComputesSomethingElseIsSeen() throws Exception {
    List<NamedArray> others = new ArrayList<>();
    for (NamedArray each : part.entries().require("networks")) others.add(other(each));
    ModelEntries entries = new ModelEntries(part.entries().settings(), Map.of("networks", others));
    try (SquareNetworks own = ((ExportableNetworks) part.method()).networks(entries);
        OnnxSession session = new OnnxSession(export().bytes(Map.of()), 1)) {
      List<PreparedPicture> squares = OddPictures.of(own.size(), 3, 5).subList(0, 1);
      assertTrue(
          ExportCheck.difference(session.outputs(squares), own, squares) > 10 * ExportCheck.MOST);
    }
  }

  private static NamedArray other(NamedArray array) {
    float[] values = array.values().clone();
    if (array.name().endsWith("logit.bias")) values[0] += 0.3f;
    return new NamedArray(array.name(), array.shape(), values);
  }

  @Test
  void theFileSaysHowAllIsDone() throws Exception {
    Path file = folder.resolve("discs.onnx");
    new ModelExporter(export()).check(false).write(file);
    Map<String, String> properties;
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
      properties = session.getMetadata().getCustomMetadata();
    }
    assertEquals("disc", properties.get("cavga.method"));
    assertFalse(properties.containsKey("cavga.map"));
    JsonObject networks = json(properties, "cavga.networks");
    assertEquals(1, networks.get("version").getAsInt());
    String words = PreprocessingDescriptionTest.words(networks);
    TreeSet<String> unspoken = new TreeSet<>(networks.getAsJsonObject("numbers").keySet());
    unspoken.removeIf(number -> words.matches("(?s).*\\b" + number + "\\b.*"));
    assertTrue(unspoken.isEmpty(), unspoken::toString);
    JsonObject ratio = networks.getAsJsonObject("limits").getAsJsonObject("cdr_vertical");
    for (String number : List.of("expected", "spread", "reach_95", "reach_99_9", "given"))
      assertTrue(ratio.has(number) && words.contains(number), number);
    JsonObject thresholds = json(properties, "cavga.thresholds");
    assertEquals(6, thresholds.getAsJsonArray("image_score").size());
    assertEquals(
        part.calibrations().get(MapKind.DEFAULT).scoreThreshold(),
        thresholds.get("score_threshold").getAsDouble());
    assertFalse(thresholds.has("held_out"));
    String before =
        PreprocessingDescriptionTest.words(json(properties, PreprocessingDescription.KEY));
    assertTrue(before.contains("retina 8"), before);
    assertFalse(before.contains("eye side") || before.contains("round:"), before);
  }

  private static JsonObject json(Map<String, String> properties, String key) {
    return JsonParser.parseString(properties.get(key)).getAsJsonObject();
  }
}
