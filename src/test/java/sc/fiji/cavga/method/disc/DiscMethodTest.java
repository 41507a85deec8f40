package sc.fiji.cavga.method.disc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.NamedSample;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.Evaluator;
import sc.fiji.cavga.evaluate.metric.Metric;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.fuzz.StoredZips;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.cup.DiscDesign;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.train.Checkpoint;
import sc.fiji.cavga.train.DrawnSample;
import sc.fiji.cavga.train.Recalibrator;
import sc.fiji.cavga.train.ThresholdChange;
import sc.fiji.cavga.train.TinyTraining;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;

/** The method from pictures to results, on drawn discs. */
class DiscMethodTest {

  private static final int SIZE = 192;

  /** A drawn disc; drawn once, however often it is read. */
  private static final class DrawnEye extends NamedSample {

    private final Picture picture;

    DrawnEye(String name, boolean ill, long seed) {
      this(name, ill, ill, seed);
    }

    DrawnEye(String name, boolean ill, boolean largeCup, long seed) {
      super(name, ill);
      DiscDesign design = largeCup ? DiscDesign.enlargedCup(seed) : DiscDesign.healthy(seed);
      picture =
          new Picture(
              name,
              new FundusPhantom(SIZE, SIZE).drawAroundDisc(seed, design).pixels(),
              PixelSize.UNKNOWN);
    }

    @Override
    public Picture picture() {
      return picture;
    }
  }

  private static final List<Sample> HEALTHY = new ArrayList<>();
  private static final List<Sample> LABELLED = new ArrayList<>();
  private static final List<Sample> TEST = new ArrayList<>();

  @TempDir static Path folder;

  /** Trained without labels; several tests look at it. */
  private static TrainedModel unlabelled;

  /** Not those that come along, but as another teaching would have them. */
  private static List<NamedArray> otherNetworks;

  /** Trained with a few labels and the other networks. */
  private static Path weak;

  @BeforeAll
  static void train() throws Exception {
    for (int i = 0; i < 24; i++) HEALTHY.add(new DrawnEye("healthy" + i, false, i));
    for (int i = 0; i < 3; i++) LABELLED.add(new DrawnEye("ill" + i, true, 100 + i));
    for (int i = 0; i < 8; i++) TEST.add(new DrawnEye("new" + i, i % 2 == 0, 200 + i));
    Path file = folder.resolve("model.cavga");
    TinyTraining.trainer(config(false)).train(dataset(), file);
    unlabelled = ModelFile.read(file);
    otherNetworks = otherNetworks();
    weak = folder.resolve("weak.cavga");
    TinyTraining.trainer(weakConfig()).train(dataset(), weak);
  }

  private static TrainingConfig config(boolean weak) {
    return TrainingConfig.of("disc").with(CommonSettings.SIZE, 64).with(CommonSettings.WEAK, weak);
  }

  private static Dataset dataset() {
    return new Dataset(HEALTHY, LABELLED, TEST);
  }

  private static TrainingConfig weakConfig() {
    return config(true).with(new DiscMethod(otherNetworks));
  }

  private static EvaluationReport evaluated(TrainedModel model, List<Sample> test)
      throws IOException {
    return new Evaluator(model, MapKind.DEFAULT)
        .evaluate(new Dataset(List.of(), List.of(), test), (i, n, result) -> {}, () -> false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"networks", "limits"})
  void aFileWithoutOneOfItsPartsIsRefused(String part) throws Exception {
    Path file = folder.resolve("part.cavga");
    ModelFile.write(file, unlabelled);
    Map<String, byte[]> entries = StoredZips.read(file);
    entries.remove("disc-" + part + ".safetensors");
    StoredZips.write(file, entries);
    IOException thrown = assertThrows(IOException.class, () -> ModelFile.read(file));
    assertTrue(thrown.getMessage().contains("its " + part + " is missing"), thrown.getMessage());
  }

  @Test
  void largeCupsAreFoundWithoutAnyLabel() throws Exception {
    TrainedModel model = unlabelled;
    assertEquals(1, evaluated(model, TEST).metrics().value(Metric.IMAGE_AUROC));
    try (Localizer localizer = new Localizer(model, MapKind.DEFAULT)) {
      Localization ill = localizer.localize(((DrawnEye) TEST.get(0)).picture());
      assertTrue(ill.judged());
      assertEquals("disc", ill.prediction().outlines().get(0).name());
      assertEquals(12, ill.prediction().tables().get(0).rows().size());
      assertEquals(SIZE * SIZE, ill.prediction().labels().get(0).labels().length);
    }
    assertEquals(
        HEALTHY.size() - model.provenance().get("held_out_pictures").getAsInt(),
        model.parts().get(0).training().get("healthy_eyes_measured").getAsInt());
  }

  @Test
  void aFewLabelsTeachHowToWeigh() throws Exception {
    TrainedModel model = ModelFile.read(weak);
    assertTrue(model.parts().get(0).entries().has("labels"));
    assertEquals(3, model.parts().get(0).training().get("labelled_eyes_measured").getAsInt());
    assertEquals(1, evaluated(model, TEST).metrics().value(Metric.IMAGE_AUROC));
  }

  @Test
  void whatShowsNoDiscIsNotJudgedAndATieWithAll() throws Exception {
    TrainedModel model = unlabelled;
    List<Sample> test = new ArrayList<>(TEST);
    test.addAll(DrawnSample.normals(2));
    EvaluationReport report = evaluated(model, test);
    assertEquals(2, report.notJudged());
    assertEquals(0, report.failed());
    assertTrue(
        report
            .pictures()
            .endsWith(
                "0 more could not be used. Of 2 normal and 0 anomalous ones the model can say"
                    + " nothing: an anomalous one counts as missed."),
        report.pictures());
    // Four healthy discs are told from four ill ones; two more are ties.
    assertEquals((16 + 4) / 24.0, report.metrics().value(Metric.IMAGE_AUROC), 1e-9);
    assertEquals(2, report.toJson().get("not_judged_normal").getAsInt());
    try (Localizer localizer = new Localizer(model, MapKind.DEFAULT)) {
      Localization none = localizer.localize(DrawnSample.normals(1).get(0).picture());
      assertFalse(none.judged());
      assertTrue(none.decision().startsWith("Not judged: "), none.decision());
      assertTrue(none.regions().isEmpty());
      assertTrue(none.prediction().outlines().isEmpty());
    }
  }

  @Test
  void picturesWithoutDiscsGiveNoLimits() {
    IOException problem =
        assertThrows(
            IOException.class,
            () ->
                TinyTraining.trainer(config(false))
                    .train(TinyTraining.pictures(), folder.resolve("none.cavga")));
    assertTrue(problem.getMessage().contains("optic disc"), problem.getMessage());
    assertFalse(Files.exists(folder.resolve("none.cavga")));
  }

  /** The shipped ones with other weights in one place. */
  private static List<NamedArray> otherNetworks() throws IOException {
    try (DiscOutliner shipped = DiscOutliner.shipped()) {
      List<NamedArray> networks = new ArrayList<>(shipped.weights());
      NamedArray last = networks.get(networks.size() - 1);
      float[] values = last.values().clone();
      for (int i = 0; i < values.length; i++) values[i] *= 1.01f;
      networks.set(networks.size() - 1, new NamedArray(last.name(), last.shape(), values));
      return networks;
    }
  }

  /** Also with networks of one's own, which the checkpoint has to hold. */
  @Test
  void aResumedTrainingGivesTheBitsOfAnUninterruptedOne() throws Exception {
    TrainingConfig config = weakConfig();
    Path parts = folder.resolve("parts.cavga");
    TrainingControl control = new TrainingControl();
    TrainingListener afterSome = TinyTraining.cancelling(control, progress -> progress.step() == 7);
    Path checkpoint =
        assertThrows(
                TrainingCancelledException.class,
                () ->
                    TinyTraining.eagerTrainer(config)
                        .control(control)
                        .listener(afterSome)
                        .train(dataset(), parts))
            .checkpoint()
            .orElseThrow();
    TinyTraining.trainer(Checkpoint.read(checkpoint).config()).resume(dataset(), checkpoint, parts);
    assertArrayEquals(Files.readAllBytes(weak), Files.readAllBytes(parts));
    NamedArray changed = otherNetworks.get(otherNetworks.size() - 1);
    NamedArray held =
        ModelFile.read(parts).parts().get(0).entries().require("networks").stream()
            .filter(array -> array.name().equals(changed.name()))
            .findFirst()
            .orElseThrow();
    assertArrayEquals(changed.values(), held.values());
  }

  /** As in a people with large cups: what is normal of them is learned anew. */
  @Test
  void otherHealthyEyesGiveOtherLimits() throws Exception {
    List<Sample> large = new ArrayList<>();
    for (int i = 0; i < 16; i++) large.add(new DrawnEye("large" + i, false, true, 300 + i));
    TrainedModel fitted =
        new Recalibrator(unlabelled)
            .fit(
                new Dataset(large, List.of(), List.of()),
                ThresholdChange.none(),
                folder.resolve("large.cavga"));
    List<Sample> more = new ArrayList<>();
    for (int i = 0; i < 6; i++) more.add(new DrawnEye("more" + i, false, true, 400 + i));
    assertTrue(called(unlabelled, more) >= 4, called(unlabelled, more) + " of 6 before");
    assertTrue(called(fitted, more) <= 1, called(fitted, more) + " of 6 after");
    assertEquals(1, fitted.calibration(MapKind.DEFAULT).mapThreshold());
  }

  /** Said before anything is taught, of all eyes and not of those of one part. */
  @Test
  void eyesThatAreTooFewToJudgeEachOtherAreRefusedAtOnce() {
    List<Sample> few = new ArrayList<>();
    for (int i = 0; i < 12; i++) few.add(new DrawnEye("few" + i, false, false, 500 + i));
    Dataset eyes = new Dataset(few, List.of(), List.of());
    Path target = folder.resolve("few.cavga");
    for (int steps : new int[] {0, 2}) {
      IOException problem =
          assertThrows(
              IOException.class,
              () ->
                  new Recalibrator(unlabelled)
                      .steps(steps)
                      .fit(eyes, ThresholdChange.none(), target));
      assertTrue(problem.getMessage().contains("12 of 12 healthy eyes"), problem.getMessage());
      String needed = "at least " + (steps == 0 ? 13 : 15) + " ";
      assertTrue(problem.getMessage().contains(needed), problem.getMessage());
    }
    assertFalse(Files.exists(target));
  }

  private static long called(TrainedModel model, List<Sample> test) throws IOException {
    long called = 0;
    try (Localizer localizer = new Localizer(model, MapKind.DEFAULT, 0, true)) {
      for (Sample sample : test) if (localizer.localize(sample.picture()).anomalous()) called++;
    }
    return called;
  }
}
