package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.cavga.training.EpochRecord;
import sc.fiji.cavga.method.cavga.training.TrainingCurves;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.TrainingDivergedException;
import sc.fiji.cavga.model.training.TrainingListener;

class TrainerTest {

  @TempDir Path folder;

  @Test
  void writesACalibratedModelAndLearns() throws Exception {
    TrainingConfig config = TinyTraining.config().with(CavgaSettings.EPOCHS, 8).with(CavgaSettings.LEARNING_RATE, 4e-3);
    TrainedModel model = TinyTraining.train(config, folder.resolve("eye.cavga"));
    assertEquals(List.of("eye-last.cavga", "eye.cavga"), names());
    TrainedModel read = ModelFile.read(folder.resolve("eye.cavga"));
    assertArrayEquals(TinyTraining.flat(model.weights()), TinyTraining.flat(read.weights()));
    assertEquals(EnumSet.allOf(MapKind.class), read.calibrations().keySet());
    JsonObject record = read.training();
    assertEquals(config, TrainingConfig.fromJson(record.getAsJsonObject("configuration")));
    List<EpochRecord> epochs = TrainingCurves.fromJson(record.getAsJsonArray("curves")).epochs();
    assertEquals(8, epochs.size());
    double first = epochs.get(0).validationLoss(LossWeights.PAPER);
    double last = epochs.get(7).validationLoss(LossWeights.PAPER);
    assertTrue(last < first - 5, first + " → " + last);
    assertEquals("all epochs", record.get("stopped").getAsString());
    JsonObject origin = read.provenance();
    assertEquals("2026-01-02T03:04:05Z", origin.get("date").getAsString());
    assertEquals(13, origin.get("training_pictures").getAsInt());
    assertEquals(3, origin.get("held_out_pictures").getAsInt());
  }

  @Test
  void sameSeedSameFile() throws Exception {
    TrainingConfig config = TinyTraining.config();
    TinyTraining.train(config, folder.resolve("one.cavga"));
    TinyTraining.train(config, folder.resolve("two.cavga"));
    byte[] one = Files.readAllBytes(folder.resolve("one.cavga"));
    assertArrayEquals(one, Files.readAllBytes(folder.resolve("two.cavga")));
    TrainedModel other =
        TinyTraining.train(TinyTraining.config().with(CommonSettings.SEED, 6), folder.resolve("x.cavga"));
    float[] weights = TinyTraining.flat(ModelFile.read(folder.resolve("one.cavga")).weights());
    assertTrue(weights[0] != TinyTraining.flat(other.weights())[0]);
  }

  @Test
  void weaklySupervisedTrainingUsesTheAnomalousPictures() throws Exception {
    TrainingConfig config = TinyTraining.config().with(CommonSettings.WEAK, true);
    TrainedModel model = TinyTraining.train(config, folder.resolve("weak.cavga"));
    assertTrue(model.network().weaklySupervised());
    assertEquals(3, model.provenance().get("anomalous_pictures").getAsInt());
    EpochRecord epoch =
        TrainingCurves.fromJson(model.training().getAsJsonArray("curves")).epochs().get(2);
    assertTrue(epoch.training().classification > 0);
  }

  @Test
  void weakSupervisionWithoutAnomalousPicturesIsRefused() {
    TrainingConfig config = TinyTraining.config().with(CommonSettings.WEAK, true);
    Dataset normals = new Dataset(DrawnSample.normals(8), List.of(), List.of());
    String message = refusal(config, normals);
    assertTrue(message.contains("at least one anomalous picture"), message);
  }

  @Test
  void tooFewPicturesAreRefusedAndFewAreWarnedOf() throws Exception {
    TrainingConfig config = TinyTraining.config().with(CavgaSettings.EPOCHS, 1);
    Dataset three = new Dataset(DrawnSample.normals(3), List.of(), List.of());
    assertTrue(refusal(config, three).contains("at least 4 normal pictures"));
    Dataset four = new Dataset(DrawnSample.normals(4), List.of(), List.of());
    List<String> warnings = new ArrayList<>();
    TinyTraining.trainer(config).listener(new Warnings(warnings)).train(four, target());
    assertTrue(warnings.get(0).contains("only 4 normal pictures"), warnings.toString());
    assertTrue(Files.exists(target()));
  }

  @Test
  void picturesThatCannotBeReadAreLeftOutByName() throws Exception {
    List<Sample> samples = new ArrayList<>(DrawnSample.normals(24));
    samples.add(new BrokenSample("normal/torn.jpg"));
    List<String> warnings = new ArrayList<>();
    TrainedModel model =
        TinyTraining.trainer(TinyTraining.config().with(CavgaSettings.EPOCHS, 1))
            .listener(new Warnings(warnings))
            .train(new Dataset(samples, List.of(), List.of()), target());
    assertTrue(warnings.get(0).contains("torn.jpg"), warnings.toString());
    assertEquals(1, model.provenance().get("skipped_pictures").getAsInt());
  }

  @Test
  void aTargetThatCannotBeWrittenIsRefusedBeforeTraining() {
    List<String> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void checked(int done, int total) {
            heard.add("checked");
          }
        };
    Trainer trainer = TinyTraining.trainer(TinyTraining.config()).listener(listener);
    IOException e =
        assertThrows(IOException.class, () -> trainer.train(TinyTraining.pictures(), folder));
    assertTrue(e.getMessage().contains("is a folder"), e.getMessage());
    assertEquals(List.of(), heard);
  }

  @Test
  void divergingTrainingStopsAndKeepsEarlierResults() throws Exception {
    Files.writeString(target(), "earlier");
    TrainingConfig config =
        TinyTraining.config().losses(new LossWeights(1e300, 1e300, 1, 0.01, 0));
    Trainer trainer = TinyTraining.trainer(config);
    IOException e =
        assertThrows(
            TrainingDivergedException.class,
            () -> trainer.train(TinyTraining.pictures(), target()));
    assertTrue(e.getMessage().contains("lower learning rate"), e.getMessage());
    assertEquals("earlier", Files.readString(target()));
    assertFalse(names().stream().anyMatch(n -> n.endsWith(".part")), names().toString());
  }

  @Test
  void picturesThatAreAllTheSameGiveAModelThatCanBeUsed() throws Exception {
    List<Sample> same = new ArrayList<>();
    for (int i = 0; i < 12; i++) same.add(new DrawnSample("same/" + i, false, 1));
    List<String> warnings = new ArrayList<>();
    TrainedModel model =
        TinyTraining.trainer(TinyTraining.config())
            .listener(new Warnings(warnings))
            .train(new Dataset(same, List.of(), List.of()), target());
    // What the listener heard at the end stands in the file too.
    assertEquals(
        warnings.size() - 1,
        model.training().getAsJsonArray("warnings").size(),
        warnings::toString);
    assertEquals(3, model.calibrations().size());
    assertTrue(model.calibration(MapKind.DEFAULT).mapThreshold() > 0);
  }

  @Test
  void theTimeLimitEndsTrainingWithAModel() throws Exception {
    long[] now = {0};
    TrainingConfig config = TinyTraining.config().with(CavgaSettings.EPOCHS, 100).with(CommonSettings.MINUTES, 0.1);
    TrainedModel model =
        new Trainer(config)
            .nanoTime(() -> now[0] += 100_000_000)
            .train(TinyTraining.pictures(), target());
    assertEquals("time limit", model.training().get("stopped").getAsString());
    assertTrue(model.training().get("steps").getAsInt() < 300);
    assertEquals(3, model.calibrations().size());
  }

  private String refusal(TrainingConfig config, Dataset dataset) {
    Trainer trainer = TinyTraining.trainer(config);
    return assertThrows(IOException.class, () -> trainer.train(dataset, target())).getMessage();
  }

  private Path target() {
    return folder.resolve("model.cavga");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }

  private static final class Warnings implements TrainingListener {
    private final List<String> messages;

    Warnings(List<String> messages) {
      this.messages = messages;
    }

    @Override
    public void warned(String message) {
      messages.add(message);
    }
  }
}
