package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.model.training.TrainingState;

/** Checkpoints come from strangers too. */
class CheckpointTest {

  @TempDir Path folder;

  private final TrainingConfig config = TinyTraining.config();
  private Path file;
  private TrainedModel model;
  private TrainingState state;

  @BeforeEach
  void interruptATraining() throws Exception {
    TrainingControl control = new TrainingControl();
    TrainingListener cancelling =
        new TrainingListener() {
          @Override
          public void batch(TrainingProgress progress) {
            if (progress.epoch() == 2) control.cancel();
          }
        };
    Trainer trainer = TinyTraining.eagerTrainer(config).control(control).listener(cancelling);
    Path target = folder.resolve("model.cavga");
    file =
        assertThrows(
                TrainingCancelledException.class,
                () -> trainer.train(TinyTraining.pictures(), target))
            .checkpoint()
            .orElseThrow();
    model = ModelFile.read(file);
    state = ModelFile.readState(file).orElseThrow();
  }

  @Test
  void tellsHowItWasTrained() throws IOException {
    Checkpoint checkpoint = Checkpoint.read(file);
    assertEquals(config, checkpoint.config());
    assertEquals(1, checkpoint.curves().epochs().size());
  }

  @Test
  void aStateThatDoesNotFitIsRefused() throws Exception {
    assertTrue(refusal(json -> json.addProperty("step", 17)).contains("do not belong together"));
    assertTrue(refusal(json -> json.addProperty("seconds", -1)).contains("do not belong"));
    assertTrue(refusal(CheckpointTest::anEpochWithoutEnd).contains("more steps than an epoch"));
    assertTrue(refusal(json -> json.remove("pictures")).contains("pictures"));
    assertTrue(refusal(json -> json.addProperty("luck", 1)).contains("luck"));
    assertTrue(
        refusal(json -> json.getAsJsonObject("partial").addProperty("count", -1)).length() > 0);
    assertTrue(
        refusal(json -> json.getAsJsonObject("partial").getAsJsonArray("sums").remove(0))
            .contains("sum of losses"));
  }

  @Test
  void theSixthLossOfEarlierVersionsIsLeftOut() throws Exception {
    JsonObject training = model.training();
    for (JsonElement epoch : training.getAsJsonArray("curves"))
      for (String part : List.of("training", "validation"))
        epoch.getAsJsonObject().getAsJsonObject(part).addProperty("guidance", 0.0);
    JsonObject values = state.values();
    values.getAsJsonObject("partial").getAsJsonArray("sums").add(0.0);
    TrainedModel earlier =
        new TrainedModel(
            model.network(),
            model.preprocessing(),
            Map.of(),
            model.weights(),
            training,
            model.provenance());
    Checkpoint before = Checkpoint.read(file);
    ModelFile.write(file, earlier, new TrainingState(state.arrays(), values));
    assertEquals(before.curves().toJson(), Checkpoint.read(file).curves().toJson());
    Path resumed = folder.resolve("resumed.cavga");
    TrainedModel one = TinyTraining.trainer(config).resume(TinyTraining.pictures(), file, resumed);
    TrainedModel other = TinyTraining.train(config, folder.resolve("uninterrupted.cavga"));
    assertArrayEquals(TinyTraining.flat(other.weights()), TinyTraining.flat(one.weights()));
  }

  @Test
  void arraysThatDoNotFitAreRefused() throws Exception {
    assertTrue(refusalOfArrays(arrays -> arrays.remove("optimizer")).contains("do not belong"));
    assertTrue(refusalOfArrays(arrays -> arrays.remove("best")).contains("do not belong"));
    NamedArray stranger = new NamedArray("stranger", new long[] {1}, new float[1]);
    assertTrue(refusalOfArrays(a -> a.put("optimizer", List.of(stranger))).contains("stranger"));
    assertTrue(refusalOfArrays(a -> a.put("best", List.of(stranger))).contains("stranger"));
  }

  @Test
  void aFileThatIsNoneIsRefused() throws Exception {
    Files.writeString(file, "no zip");
    assertThrows(IOException.class, () -> Checkpoint.read(file));
  }

  /** Counters that agree with each other, and with which no epoch would ever be over. */
  private static void anEpochWithoutEnd(JsonObject state) {
    JsonObject partial = state.getAsJsonObject("partial");
    long before = state.get("step").getAsLong() - partial.get("count").getAsLong();
    partial.addProperty("count", 1000);
    state.addProperty("step", before + 1000);
  }

  private String refusal(Consumer<JsonObject> change) throws IOException {
    JsonObject values = state.values();
    change.accept(values);
    return refusal(new TrainingState(state.arrays(), values));
  }

  private String refusalOfArrays(Consumer<Map<String, List<NamedArray>>> change)
      throws IOException {
    Map<String, List<NamedArray>> arrays = new TreeMap<>(state.arrays());
    change.accept(arrays);
    return refusal(new TrainingState(arrays, state.values()));
  }

  private String refusal(TrainingState changed) throws IOException {
    ModelFile.write(file, model, changed);
    Trainer trainer = TinyTraining.trainer(config);
    String message =
        assertThrows(
                IOException.class,
                () ->
                    trainer.resume(TinyTraining.pictures(), file, folder.resolve("resumed.cavga")))
            .getMessage();
    assertTrue(message.contains(file.toString()), message);
    return message;
  }
}
