package sc.fiji.cavga.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.toy.ToyMethod;

class ModelExporterTest {

  private static TrainedModel model;

  @TempDir Path folder;

  @BeforeAll
  static void make() throws IOException {
    model = SmallModels.local(32, 3, 1, false);
  }

  private static OnnxExport export() {
    return new OnnxExport(model, MapKind.DEFAULT);
  }

  private static String sentence(ModelExporter exporter, Path file) {
    String message = assertThrows(IOException.class, () -> exporter.write(file)).getMessage();
    assertTrue(message.matches("[^\\n]*\\."), message);
    return message;
  }

  @Test
  void theFileSaysWhatItIsAndHowItWasChecked() throws Exception {
    Path file = folder.resolve("new/model.onnx");
    String said = new ModelExporter(export()).write(file);
    assertTrue(said.contains(" computes the same of 3 made pictures"), said);
    Map<String, String> properties;
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
      properties = session.getMetadata().getCustomMetadata();
      assertEquals(List.of("picture", "field_of_view"), new ArrayList<>(session.getInputNames()));
      assertEquals(
          List.of("map", "score", "anomalous", "judged"),
          new ArrayList<>(session.getOutputNames()));
    }
    assertEquals("local", properties.get("cavga.method"));
    assertEquals("default", properties.get("cavga.map"));
    JsonObject thresholds = json(properties, "cavga.thresholds");
    assertEquals(1, thresholds.get("map").getAsDouble());
    assertEquals(
        model.calibration(MapKind.DEFAULT).scoreThreshold(), thresholds.get("score").getAsDouble());
    JsonObject check = json(properties, ExportProperties.CHECK);
    assertTrue(check.get("checked").getAsBoolean());
    assertTrue(check.get("engine").getAsString().startsWith("ONNX Runtime "), check.toString());
    assertTrue(check.get("largest_difference").getAsDouble() < ExportCheck.MOST);
    assertTrue(properties.get("cavga.not_included").contains("judged knows the score alone"));
  }

  private static JsonObject json(Map<String, String> properties, String key) {
    return JsonParser.parseString(properties.get(key)).getAsJsonObject();
  }

  @Test
  void theSameModelGivesTheSameBytes() throws IOException {
    Path one = folder.resolve("one.onnx");
    Path other = folder.resolve("other.onnx");
    new ModelExporter(export()).check(false).write(one);
    String said = new ModelExporter(export()).check(false).write(other);
    assertTrue(said.endsWith("It was not checked."), said);
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
  }

  /** Compared with what another model says. */
  @Test
  void whatComputesSomethingElseIsNotWritten() throws IOException {
    TrainedModel other = SmallModels.local(32, 3, 0, false);
    Exported compared = new OnnxExport(other, MapKind.DEFAULT);
    Path file = folder.resolve("model.onnx");
    String sentence = sentence(new ModelExporter(export(), compared), file);
    assertTrue(sentence.contains("does not compute what CAVGA does"), sentence);
    assertFalse(Files.exists(file));
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() throws IOException {
    ModelExporter exporter = new ModelExporter(export()).check(false);
    assertTrue(sentence(exporter, folder.resolve("model.txt")).contains("must end in .onnx"));
    assertTrue(sentence(exporter, folder.resolve(".onnx")).contains("has no name"));
    Path isFolder = Files.createDirectory(folder.resolve("folder.onnx"));
    assertTrue(sentence(exporter, isFolder).contains("is a folder"));
    Path inFile = Files.createFile(folder.resolve("file")).resolve("model.onnx");
    assertTrue(sentence(exporter, inFile).startsWith(inFile + " cannot be written"));
    Path there = Files.write(folder.resolve("there.onnx"), new byte[3]);
    assertTrue(sentence(exporter, there).contains("is there already"));
    exporter.overwrite(true).write(there);
    assertTrue(Files.size(there) > 1000);
  }

  @Test
  void aMethodThatKnowsNoOnnxIsRefused() {
    MethodPart own = model.parts().get(0);
    MethodPart toy =
        new MethodPart(
            new ToyMethod(),
            new ModelEntries(own.entries().settings(), Map.of()),
            own.calibrations(),
            new JsonObject());
    TrainedModel other = new TrainedModel(model.preprocessing(), List.of(toy), model.provenance());
    assertEquals(
        "The method toy cannot be exported as ONNX: choose another method or model.",
        assertThrows(
                IllegalArgumentException.class, () -> ExportChoice.of(other, null, MapKind.DEFAULT))
            .getMessage());
  }

  @Test
  void aMethodThatTheModelHasNotIsSaid() {
    assertEquals(
        "The model has no method \"disc\": choose local.",
        assertThrows(
                IllegalArgumentException.class,
                () -> ExportChoice.of(model, "disc", MapKind.DEFAULT))
            .getMessage());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> ExportChoice.of(model, "local", MapKind.ATTENTION))
            .getMessage()
            .contains("has no map attention"));
  }

  /** Whoever asked for an engine is not told to export something. */
  @Test
  void anEngineThatCannotComputeAMethodSaysWhichOneCan() throws IOException {
    TrainedModel shipped = ShippedModels.read(Path.of(ShippedModels.HEALTHY_FUNDUS));
    TrainedModel disc =
        new TrainedModel(
            shipped.preprocessing(), List.of(shipped.parts().get(1)), shipped.provenance());
    assertEquals(
        "ONNX Runtime cannot compute the method disc: let CAVGA's own engine do it, with --engine"
            + " own.",
        assertThrows(
                IllegalArgumentException.class,
                () -> new OnnxEngine().judge(disc, disc.parts().get(0), MapKind.DEFAULT))
            .getMessage());
  }
}
