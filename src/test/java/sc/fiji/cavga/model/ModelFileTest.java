package sc.fiji.cavga.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.cavga.map.CavgaModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

class ModelFileTest {

  @TempDir Path folder;

  @Test
  void comesBackToTheBit() throws IOException {
    TrainedModel model = TinyModel.create();
    Path file = folder.resolve("m.cavga");
    ModelFile.write(file, model);
    TrainedModel back = ModelFile.read(file);
    MethodPart part = model.parts().get(0);
    MethodPart partBack = back.parts().get(0);
    assertEquals(1, back.parts().size());
    assertEquals("cavga", partBack.method().name());
    assertEquals(part.entries().settings(), partBack.entries().settings());
    assertEquals(model.preprocessing().size(), back.preprocessing().size());
    assertEquals(model.preprocessing().fieldOfView(), back.preprocessing().fieldOfView());
    assertEquals(part.training(), partBack.training());
    assertEquals(model.provenance(), back.provenance());
    NamedArray weights = weights(model).get(0);
    NamedArray weightsBack = weights(back).get(0);
    assertEquals(weights.name(), weightsBack.name());
    assertArrayEquals(weights.values(), weightsBack.values());
    assertArrayEquals(weights.shape(), weightsBack.shape());
    assertEquals(part.calibrations().keySet(), partBack.calibrations().keySet());
    Calibration before = model.calibration(MapKind.ATTENTION);
    Calibration after = back.calibration(MapKind.ATTENTION);
    assertArrayEquals(before.mean(), after.mean());
    assertArrayEquals(before.spread(), after.spread());
    assertEquals(before.mapThreshold(), after.mapThreshold());
    assertEquals(before.scoreThreshold(), after.scoreThreshold());
    assertEquals(before.pictures(), after.pictures());
    assertTrue(ModelFile.readState(file).isEmpty());
  }

  private static List<NamedArray> weights(TrainedModel model) throws IOException {
    return model.parts().get(0).entries().require("network");
  }

  @Test
  void networkGetsItsWeightsBack() throws IOException {
    Path file = folder.resolve("m.cavga");
    List<NamedArray> trained = CavgaParts.weights(TinyModel.settings(), 1);
    ModelFile.write(file, TinyModel.with(TinyModel.settings(), trained, new JsonObject()));
    try (CavgaModel restored =
        (CavgaModel) new CavgaMethod().read(ModelFile.read(file).parts().get(0).entries())) {
      assertEquals(trained.size(), restored.weights().size());
      for (int i = 0; i < trained.size(); i++)
        assertArrayEquals(trained.get(i).values(), restored.weights().get(i).values());
    }
  }

  @Test
  void sameContentGivesTheSameBytes() throws IOException {
    Path first = folder.resolve("1.cavga");
    Path second = folder.resolve("2.cavga");
    TimeZone zone = TimeZone.getDefault();
    ModelFile.write(first, TinyModel.create());
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      ModelFile.write(second, TinyModel.create());
    } finally {
      TimeZone.setDefault(zone);
    }
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void checkpointIsAModelWithState() throws IOException {
    JsonObject values = new JsonObject();
    values.addProperty("iteration", 12345678901L);
    NamedArray moment = new NamedArray("m", new long[] {2}, new float[] {1, 2});
    TrainingState state =
        new TrainingState(Map.of("adam", List.of(moment), "best_weights", List.of()), values);
    Path file = folder.resolve("c.cavga");
    ModelFile.write(file, TinyModel.create(), state);
    TrainingState back = ModelFile.readState(file).orElseThrow();
    assertEquals(values, back.values());
    assertEquals(state.arrays().keySet(), back.arrays().keySet());
    assertArrayEquals(moment.values(), back.arrays().get("adam").get(0).values());
    assertEquals(2, ModelFile.read(file).parts().get(0).calibrations().size());
    assertThrows(
        IllegalArgumentException.class, () -> new TrainingState(Map.of("../x", List.of()), values));
  }

  @Test
  void keepsTheEarlierModelWhenWritingFails() throws IOException {
    Path file = folder.resolve("m.cavga");
    ModelFile.write(file, TinyModel.create());
    byte[] before = Files.readAllBytes(file);
    JsonObject training = new JsonObject();
    training.addProperty("loss", Double.NaN);
    TrainedModel model = TinyModel.with(TinyModel.settings(), TinyModel.weights(), training);
    assertThrows(IllegalArgumentException.class, () -> ModelFile.write(file, model));
    assertArrayEquals(before, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void modelIsImmutableAndItsPartsFit() {
    TrainedModel model = TinyModel.create();
    MethodPart part = model.parts().get(0);
    assertNotSame(part.training(), part.training());
    part.training().addProperty("epochs", 99);
    assertFalse(part.training().get("epochs").getAsInt() == 99);
    assertThrows(
        UnsupportedOperationException.class, () -> part.calibrations().remove(MapKind.DEFAULT));
    assertThrows(UnsupportedOperationException.class, () -> model.parts().remove(0));
    assertThrows(
        UnsupportedOperationException.class, () -> part.entries().arrays().remove("network"));
    Exception other =
        assertThrows(
            IllegalArgumentException.class, () -> model.calibration(MapKind.RECONSTRUCTION));
    assertTrue(other.getMessage().endsWith("choose attention or default."), other.getMessage());
    TrainedModel bare = TinyModel.with(model, Map.of());
    assertEquals(0, bare.parts().get(0).calibrations().size());
    Exception none =
        assertThrows(IllegalArgumentException.class, () -> bare.calibration(MapKind.DEFAULT));
    assertTrue(none.getMessage().endsWith("finish its training."), none.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrainedModel(model.preprocessing(), List.of(part, part), new JsonObject()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrainedModel(model.preprocessing(), List.of(), new JsonObject()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ModelEntries(TinyModel.settings(), Map.of("../x", List.of())));
  }

  @Test
  void aCalibrationOfMapsOfAnotherSizeGivesNoMap() throws IOException {
    Calibration small =
        new Calibration(
            1, new float[1], new float[] {1}, 1, 1, 0.9, 0.9, Calibration.SCORE_SHARE, 1);
    TrainedModel model =
        TinyModel.with(
            TinyModel.with(
                TinyModel.settings(),
                CavgaParts.weights(TinyModel.settings(), 1),
                new JsonObject()),
            Map.of(MapKind.DEFAULT, small));
    PreparedPicture picture =
        new PreparedPicture(
            16,
            3,
            new float[3 * 256],
            new float[256],
            new Placement(16, 16, 0, 0, 16, (x, y) -> true));
    try (Predictor predictor = new Predictor(model, MapKind.DEFAULT)) {
      Exception thrown =
          assertThrows(IllegalArgumentException.class, () -> predictor.predict(picture));
      assertTrue(thrown.getMessage().contains("calibration's size"), thrown.getMessage());
    }
  }

  @Test
  void refusesEveryTruncationAndEveryFlippedByte() throws IOException {
    Path file = folder.resolve("m.cavga");
    ModelFile.write(file, TinyModel.create());
    byte[] whole = Files.readAllBytes(file);
    Path damaged = folder.resolve("damaged.cavga");
    for (int length = 0; length < whole.length; length += 97) {
      Files.write(damaged, Arrays.copyOf(whole, length));
      refused(damaged);
    }
    int refused = 0;
    int tried = 0;
    for (int position = 0; position < whole.length; position += 61, tried++) {
      byte[] flipped = whole.clone();
      flipped[position] ^= 0x10;
      Files.write(damaged, flipped);
      try {
        ModelFile.read(damaged);
      } catch (IOException e) {
        refused++;
      }
    }
    // A flipped bit in a local header's time or the like changes nothing.
    assertTrue(refused > 0.9 * tried, refused + " of " + tried);
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    IOException thrown =
        assertThrows(IOException.class, () -> ModelFile.read(folder.resolve("missing.cavga")));
    assertTrue(thrown.getMessage().startsWith("There is no model file "));
    refused(folder);
    refused(Files.writeString(folder.resolve("text.cavga"), "This is a text."));
  }

  private static void refused(Path file) {
    IOException thrown = assertThrows(IOException.class, () -> ModelFile.read(file));
    assertTrue(thrown.getMessage().contains(file.toString()), thrown.getMessage());
    assertThrows(IOException.class, () -> ModelFile.readState(file));
  }
}
