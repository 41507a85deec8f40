package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import sc.fiji.cavga.fuzz.StoredZips;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.TrainingListener;
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
        TinyTraining.cancelling(control, progress -> TinyTraining.epoch(progress) == 2);
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
    assertEquals(1, checkpoint.state.values().getAsJsonArray("curves").size());
    assertEquals(1, checkpoint.finished.size());
    assertEquals("local", checkpoint.finished.get(0).method().name());
  }

  @Test
  void aStateThatDoesNotFitIsRefused() throws Exception {
    assertTrue(refusal(json -> json.addProperty("seconds", -1)).contains("do not belong"));
    assertTrue(refusal(json -> json.addProperty("method", "luck")).contains("do not belong"));
    assertTrue(refusal(json -> json.remove("pictures")).contains("pictures"));
    assertTrue(refusal(json -> json.addProperty("luck", 1)).contains("luck"));
    assertTrue(refusalInside(json -> json.addProperty("luck", 1)).contains("luck"));
    assertTrue(
        refusalInside(json -> json.addProperty("step", 17)).contains("do not belong together"));
    assertTrue(
        refusalInside(CheckpointTest::anEpochWithoutEnd).contains("more steps than an epoch"));
    assertTrue(
        refusalInside(json -> json.getAsJsonObject("partial").addProperty("count", -1))
            .contains("sum of losses"));
    assertTrue(
        refusalInside(json -> json.getAsJsonObject("partial").getAsJsonArray("sums").remove(0))
            .contains("sum of losses"));
  }

  /** One that stopped in the first method, whose state is the U-Net's. */
  @Test
  void aStateOfTheUNetThatDoesNotFitIsRefused() throws Exception {
    TrainingControl control = new TrainingControl();
    TrainingListener cancelling =
        TinyTraining.cancelling(control, progress -> progress.step() == 2);
    Trainer trainer = TinyTraining.eagerTrainer(config).control(control).listener(cancelling);
    assertThrows(
        TrainingCancelledException.class,
        () -> trainer.train(TinyTraining.pictures(), folder.resolve("model.cavga")));
    model = ModelFile.read(file);
    state = ModelFile.readState(file).orElseThrow();
    assertEquals(List.of(), Checkpoint.read(file).finished);
    assertTrue(refusalInside(json -> json.addProperty("step", 0)).contains("do not belong"));
    assertTrue(refusalInside(json -> json.addProperty("taught", true)).contains("do not belong"));
    assertTrue(refusalInside(json -> json.addProperty("luck", 1)).contains("luck"));
    assertTrue(refusalOfArrays(arrays -> arrays.remove("net")).contains("do not belong"));
    NamedArray stranger = new NamedArray("stranger", new long[] {1}, new float[1]);
    for (String group : List.of("net", "net_optimizer"))
      assertTrue(refusalOfArrays(a -> a.put(group, List.of(stranger))).contains("stranger"));
  }

  @Test
  void aCheckpointOfAnEarlierVersionIsRefusedInOneSentence() throws Exception {
    String description = "{\"format\":\"cavga\",\"format_version\":1}";
    StoredZips.write(
        file,
        Map.of(
            "model.json", description.getBytes(StandardCharsets.UTF_8),
            "state.json", "{\"step\":3}".getBytes(StandardCharsets.UTF_8)));
    String message = assertThrows(IOException.class, () -> Checkpoint.read(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    assertTrue(
        message.endsWith(
            "it is a checkpoint of an earlier version: finish that training with the version that"
                + " began it, or begin anew."),
        message);
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

  /** Of what the method under way has stored. */
  private String refusalInside(Consumer<JsonObject> change) throws IOException {
    return refusal(json -> change.accept(json.getAsJsonObject("state")));
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
