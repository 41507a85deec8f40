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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Layouts;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.cavga.training.EpochRecord;
import sc.fiji.cavga.method.cavga.training.TrainingCurves;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.CommonSettings.Variation;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.TrainingDivergedException;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.picture.Picture;

class TrainerTest {

  @TempDir Path folder;

  @Test
  void writesACalibratedModelAndLearns() throws Exception {
    TrainingConfig config =
        TinyTraining.config().with(CavgaSettings.EPOCHS, 8).with(CavgaSettings.LEARNING_RATE, 4e-3);
    TrainedModel model = TinyTraining.train(config, folder.resolve("eye.cavga"));
    TrainedModel read = ModelFile.read(folder.resolve("eye.cavga"));
    assertArrayEquals(
        TinyTraining.flat(TinyTraining.network(model)),
        TinyTraining.flat(TinyTraining.network(read)));
    MethodPart local = TinyTraining.part(read, "local");
    assertEquals(EnumSet.of(MapKind.DEFAULT), local.calibrations().keySet());
    assertEquals(config.settings(local.method()), local.entries().settings());
    assertEquals("all steps", local.training().get("stopped").getAsString());
    assertEquals(3, local.training().get("steps").getAsInt());
    MethodPart cavga = TinyTraining.part(read, "cavga");
    assertEquals(EnumSet.allOf(MapKind.class), cavga.calibrations().keySet());
    assertEquals(config.settings(cavga.method()), cavga.entries().settings());
    JsonObject record = cavga.training();
    // The last epoch's model is a file of its own where it is not the best.
    boolean lastIsBest = record.get("epoch").getAsInt() == 8;
    assertEquals(
        lastIsBest ? List.of("eye.cavga") : List.of("eye-last.cavga", "eye.cavga"), names());
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

  /** With so high a rate the validation gets worse again. */
  @Test
  void theLastEpochsModelLiesBesideABetterOne() throws Exception {
    TrainingConfig config =
        TinyTraining.config()
            .with(CavgaSettings.EPOCHS, 12)
            .with(CavgaSettings.LEARNING_RATE, 0.05);
    TinyTraining.train(config, folder.resolve("eye.cavga"));
    assertEquals(List.of("eye-last.cavga", "eye.cavga"), names());
    TrainedModel best = ModelFile.read(folder.resolve("eye.cavga"));
    TrainedModel last = ModelFile.read(folder.resolve("eye-last.cavga"));
    int epoch = TinyTraining.part(best, "cavga").training().get("epoch").getAsInt();
    assertTrue(epoch < 12, "epoch " + epoch);
    assertEquals(12, TinyTraining.part(last, "cavga").training().get("epoch").getAsInt());
    assertEquals(3, TinyTraining.part(last, "cavga").calibrations().size());
    assertEquals(
        TinyTraining.part(best, "local").training(), TinyTraining.part(last, "local").training());
  }

  @Test
  void sameSeedSameFile() throws Exception {
    TrainingConfig config = TinyTraining.config();
    TinyTraining.train(config, folder.resolve("one.cavga"));
    TinyTraining.train(config, folder.resolve("two.cavga"));
    byte[] one = Files.readAllBytes(folder.resolve("one.cavga"));
    assertArrayEquals(one, Files.readAllBytes(folder.resolve("two.cavga")));
    TrainedModel other =
        TinyTraining.train(
            TinyTraining.config().with(CommonSettings.SEED, 6L), folder.resolve("x.cavga"));
    float[] weights =
        TinyTraining.flat(TinyTraining.network(ModelFile.read(folder.resolve("one.cavga"))));
    assertTrue(weights[0] != TinyTraining.flat(TinyTraining.network(other))[0]);
  }

  /** Where eyes are varied as other cameras might show them, and several nets learn. */
  @Test
  void sameSeedSameFileForOtherCamerasAndSeveralNets() throws Exception {
    Dataset all = Layouts.discovered().openForTraining(Path.of("sample-fundus"), "folder", null);
    Dataset eyes = new Dataset(all.trainNormal().subList(0, 8), List.of(), List.of());
    TrainingConfig config =
        TrainingConfig.of("local")
            .with(CommonSettings.SIZE, 32)
            .with(CommonSettings.BATCH, 2)
            .with(CommonSettings.AUGMENTATION, Variation.CAMERAS)
            .with(LocalSettings.NETS, 3)
            .with(LocalSettings.STEPS, 2);
    List<byte[]> models = new ArrayList<>();
    for (long seed : new long[] {5, 5, 6}) {
      Path file = folder.resolve(models.size() + ".cavga");
      TinyTraining.trainer(config.with(CommonSettings.SEED, seed)).train(eyes, file);
      models.add(Files.readAllBytes(file));
    }
    assertArrayEquals(models.get(0), models.get(1));
    assertFalse(Arrays.equals(models.get(1), models.get(2)));
  }

  @Test
  void weaklySupervisedTrainingUsesTheAnomalousPictures() throws Exception {
    TrainingConfig config = TinyTraining.config().with(CommonSettings.WEAK, true);
    TrainedModel model = TinyTraining.train(config, folder.resolve("weak.cavga"));
    MethodPart cavga = TinyTraining.part(model, "cavga");
    assertTrue(CavgaSettings.network(cavga.entries().settings()).weaklySupervised());
    assertTrue(TinyTraining.part(model, "local").entries().settings().get(CommonSettings.WEAK));
    assertEquals(3, model.provenance().get("anomalous_pictures").getAsInt());
    EpochRecord epoch =
        TrainingCurves.fromJson(cavga.training().getAsJsonArray("curves")).epochs().get(2);
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
    String last = warnings.get(warnings.size() - 1);
    assertTrue(last.contains("from only 2 held-out pictures"), warnings.toString());
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
        TinyTraining.config()
            .with(CavgaSettings.RECONSTRUCTION_WEIGHT, 1e300)
            .with(CavgaSettings.DIVERGENCE_WEIGHT, 1e300);
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
  void picturesThatAreAllTheSameAreOnePicture() {
    List<Sample> same = new ArrayList<>();
    for (int i = 0; i < 12; i++) same.add(new DrawnSample("same/" + i, false, 1));
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                TinyTraining.trainer(TinyTraining.config())
                    .train(new Dataset(same, List.of(), List.of()), target()));
    assertTrue(e.getMessage().contains("there is 1 of 12"), e.getMessage());
  }

  @Test
  void copiesAreLearnedFromOnceAndContradictionsNotAtAll() throws Exception {
    List<Sample> normal = new ArrayList<>(DrawnSample.normals(12));
    for (int i = 0; i < 19; i++) normal.add(new DrawnSample("copy/" + i, false, 3));
    List<Sample> anomalous = new ArrayList<>(DrawnSample.anomalous(2));
    anomalous.add(
        new DrawnSample("both", true, 0) {
          @Override
          public Picture picture() throws IOException {
            return normal.get(0).picture();
          }
        });
    List<String> warnings = new ArrayList<>();
    TrainedModel model =
        TinyTraining.trainer(TinyTraining.local().with(CommonSettings.WEAK, true))
            .listener(new Warnings(warnings))
            .train(new Dataset(normal, anomalous, List.of()), target());
    assertTrue(
        warnings.stream().anyMatch(w -> w.contains("20 copies of one picture (normal/3.png, copy")),
        warnings::toString);
    assertTrue(
        warnings.stream().anyMatch(w -> w.contains("not learned from: normal/0.png, both.")),
        warnings::toString);
    JsonObject origin = model.provenance();
    assertEquals(9, origin.get("training_pictures").getAsInt());
    assertEquals(2, origin.get("held_out_pictures").getAsInt());
    assertEquals(2, origin.get("anomalous_pictures").getAsInt());
    assertEquals(13, origin.get("contents_sha256").getAsJsonArray().size());
  }

  @Test
  void whatWasWarnedOfStandsInTheModel() throws Exception {
    List<Sample> same = DrawnSample.normals(12);
    List<String> warnings = new ArrayList<>();
    TrainedModel model =
        TinyTraining.trainer(TinyTraining.config())
            .listener(new Warnings(warnings))
            .train(new Dataset(same, List.of(), List.of()), target());
    // What the listener heard at the end stands in the file too.
    assertEquals(
        warnings.size() - 1,
        model.parts().stream()
            .mapToInt(part -> part.training().getAsJsonArray("warnings").size())
            .sum(),
        warnings::toString);
    assertEquals(3, TinyTraining.part(model, "cavga").calibrations().size());
    assertTrue(model.calibration(MapKind.DEFAULT).mapThreshold() > 0);
  }

  @Test
  void theTimeLimitEndsTrainingWithAModel() throws Exception {
    TrainedModel model = limited(TinyTraining.cavga().with(CavgaSettings.EPOCHS, 100));
    JsonObject record = TinyTraining.part(model, "cavga").training();
    assertEquals("time limit", record.get("stopped").getAsString());
    assertTrue(record.get("steps").getAsInt() < 300);
    assertEquals(3, TinyTraining.part(model, "cavga").calibrations().size());
  }

  @Test
  void theModelSaysHowManyStepsTheTimeLimitLeftTheUNet() throws Exception {
    int[] made = {0};
    TrainingListener counting =
        new TrainingListener() {
          @Override
          public void progressed(TrainingProgress progress) {
            made[0]++;
          }
        };
    TrainedModel model = limited(TinyTraining.local().with(LocalSettings.STEPS, 1000), counting);
    JsonObject record = TinyTraining.part(model, "local").training();
    assertEquals("time limit", record.get("stopped").getAsString());
    assertTrue(made[0] > 0 && made[0] < 100, made[0] + " steps");
    assertEquals(made[0], record.get("steps").getAsInt());
    assertEquals(1000, record.get("steps_asked_for").getAsInt());
    assertEquals(1, TinyTraining.part(model, "local").calibrations().size());
  }

  /** So that the second is not left without any. */
  @Test
  void theMethodsShareTheTime() throws Exception {
    TrainedModel model =
        limited(
            TinyTraining.config().with(LocalSettings.STEPS, 1000).with(CavgaSettings.EPOCHS, 1000));
    JsonObject local = TinyTraining.part(model, "local").training();
    JsonObject cavga = TinyTraining.part(model, "cavga").training();
    assertEquals("time limit", local.get("stopped").getAsString());
    assertEquals("time limit", cavga.get("stopped").getAsString());
    double share = cavga.get("steps").getAsDouble() / local.get("steps").getAsDouble();
    assertTrue(share > 0.5 && share < 2, local.get("steps") + " and " + cavga.get("steps"));
  }

  /** For six seconds, of which a tenth is over each time that somebody asks. */
  private TrainedModel limited(TrainingConfig config, TrainingListener... listeners)
      throws Exception {
    long[] now = {0};
    Trainer trainer =
        new Trainer(config.with(CommonSettings.MINUTES, 0.1)).nanoTime(() -> now[0] += 100_000_000);
    for (TrainingListener listener : listeners) trainer.listener(listener);
    return trainer.train(TinyTraining.pictures(), target());
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
