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
import sc.fiji.cavga.method.cavga.NetworkConfigJson;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

class ModelFileTest {

  @TempDir Path folder;

  @Test
  void comesBackToTheBit() throws IOException {
    TrainedModel model = TinyModel.create();
    Path file = folder.resolve("m.cavga");
    ModelFile.write(file, model);
    TrainedModel back = ModelFile.read(file);
    assertEquals(
        NetworkConfigJson.toJson(model.network()), NetworkConfigJson.toJson(back.network()));
    assertEquals(model.preprocessing().size(), back.preprocessing().size());
    assertEquals(model.preprocessing().fieldOfView(), back.preprocessing().fieldOfView());
    assertEquals(model.training(), back.training());
    assertEquals(model.provenance(), back.provenance());
    assertArrayEquals(model.weights().get(0).values(), back.weights().get(0).values());
    assertArrayEquals(model.weights().get(0).shape(), back.weights().get(0).shape());
    assertEquals(model.calibrations().keySet(), back.calibrations().keySet());
    Calibration before = model.calibration(MapKind.ATTENTION);
    Calibration after = back.calibration(MapKind.ATTENTION);
    assertArrayEquals(before.mean(), after.mean());
    assertArrayEquals(before.spread(), after.spread());
    assertEquals(before.mapThreshold(), after.mapThreshold());
    assertEquals(before.scoreThreshold(), after.scoreThreshold());
    assertEquals(before.pictures(), after.pictures());
    assertTrue(ModelFile.readState(file).isEmpty());
  }

  @Test
  void networkGetsItsWeightsBack() throws IOException {
    Path file = folder.resolve("m.cavga");
    try (CavgaNetwork trained = new CavgaNetwork(TinyModel.network(), 1);
        CavgaNetwork restored = new CavgaNetwork(TinyModel.network(), 2)) {
      ModelFile.write(
          file, TinyModel.with(TinyModel.network(), trained.weights(), new JsonObject()));
      restored.setWeights(ModelFile.read(file).weights());
      for (int i = 0; i < trained.weights().size(); i++)
        assertArrayEquals(trained.weights().get(i).values(), restored.weights().get(i).values());
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
    assertEquals(2, ModelFile.read(file).calibrations().size());
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
    TrainedModel model = TinyModel.with(TinyModel.network(), TinyModel.weights(), training);
    assertThrows(IllegalArgumentException.class, () -> ModelFile.write(file, model));
    assertArrayEquals(before, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void modelIsImmutableAndItsPartsFit() {
    TrainedModel model = TinyModel.create();
    assertNotSame(model.training(), model.training());
    model.training().addProperty("epochs", 99);
    assertFalse(model.training().get("epochs").getAsInt() == 99);
    assertThrows(
        UnsupportedOperationException.class, () -> model.calibrations().remove(MapKind.DEFAULT));
    assertThrows(IllegalArgumentException.class, () -> model.calibration(MapKind.RECONSTRUCTION));
    Map<MapKind, Calibration> wrongSize =
        Map.of(
            MapKind.DEFAULT, new Calibration(1, new float[1], new float[] {1}, 1, 1, 0.9, 0.9, 1));
    assertThrows(IllegalArgumentException.class, () -> model.withCalibrations(wrongSize));
    assertEquals(0, model.withCalibrations(Map.of()).calibrations().size());
    Preprocessing other = new Preprocessing(32, 3, FieldOfViewMode.RETINA);
    JsonObject none = new JsonObject();
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrainedModel(model.network(), other, Map.of(), model.weights(), none, none));
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
