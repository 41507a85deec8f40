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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.patients.Patients;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.Fingerprint;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.LearnedPictures;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.preprocess.PreparedPicture;

class RecalibratorTest {

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path file;
  private static TrainedModel model;

  @BeforeAll
  static void train() throws Exception {
    file = shared.resolve("both.cavga");
    TinyTraining.trainer(TinyTraining.config().with(CommonSettings.HELD_OUT, 0.4))
        .train(TinyTraining.pictures(40), file);
    model = ModelFile.read(file);
  }

  private static List<Sample> others(int first, int last) {
    return DrawnSample.normals(last).subList(first, last).stream()
        .map(OtherCamera::new)
        .collect(Collectors.toList());
  }

  private static Dataset eyes(int count) {
    return new Dataset(others(0, count), List.of(), List.of());
  }

  private static Recalibrator recalibrator(TrainedModel earlier) {
    return new Recalibrator(earlier).steps(0).clock(TinyTraining.CLOCK);
  }

  private TrainedModel fitted(String name, Dataset eyes) throws Exception {
    Path target = folder.resolve(name);
    recalibrator(model).fit(eyes, ThresholdChange.none(), target);
    return ModelFile.read(target);
  }

  private TrainedModel changed(TrainedModel earlier, ThresholdChange change) throws Exception {
    return recalibrator(earlier).overwrite(true).change(change, folder.resolve("changed.cavga"));
  }

  private static Calibration local(TrainedModel of) {
    return TinyTraining.part(of, "local").calibrations().get(MapKind.DEFAULT);
  }

  /** As often as asked, and not every one; sometimes a few more, as forty eyes are few. */
  @Test
  void healthyEyesOfAnotherCameraAreCalledAnomalousAsRarelyAsBefore() throws Exception {
    List<Sample> unseen = others(60, 100);
    double[] before = alarms(model, unseen);
    double[] after = alarms(fitted("m.cavga", eyes(40)), unseen);
    assertTrue(before[0] > 0.05 && after[0] < 0.02, before[0] + " of pixels, now " + after[0]);
    assertTrue(before[1] > 0.3 && after[1] < 0.15, before[1] + " of pictures, now " + after[1]);
    List<Sample> ill =
        DrawnSample.anomalous(10).stream().map(OtherCamera::new).collect(Collectors.toList());
    assertTrue(alarms(fitted("n.cavga", eyes(40)), ill)[0] > 3 * after[0]);
  }

  /** Shares of pixels marked and of pictures called anomalous. */
  private static double[] alarms(TrainedModel of, List<Sample> samples) throws Exception {
    double marked = 0;
    double pixels = 0;
    double called = 0;
    try (Predictor predictor = new Predictor(of, MapKind.DEFAULT)) {
      for (Sample sample : samples) {
        PreparedPicture picture = of.preprocessing().prepare(sample.picture());
        Prediction prediction = predictor.predict(picture);
        for (float value : prediction.map()) {
          pixels++;
          if (value > 1) marked++;
        }
        if (prediction.score() > prediction.threshold()) called++;
      }
    }
    return new double[] {marked / pixels, called / samples.size()};
  }

  @Test
  void theSameEyesGiveTheSameBits() throws Exception {
    fitted("a.cavga", eyes(12));
    fitted("b.cavga", eyes(12));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.cavga")),
        Files.readAllBytes(folder.resolve("b.cavga")));
  }

  @Test
  void networksStayAndEveryMapHasThresholdsOfTheNewEyes() throws Exception {
    TrainedModel fitted = fitted("m.cavga", eyes(12));
    assertArrayEquals(
        TinyTraining.flat(TinyTraining.network(model)),
        TinyTraining.flat(TinyTraining.network(fitted)));
    Map<String, List<NamedArray>> before = TinyTraining.part(model, "local").entries().arrays();
    Map<String, List<NamedArray>> after = TinyTraining.part(fitted, "local").entries().arrays();
    assertArrayEquals(
        TinyTraining.flat(before.get("segmentation_net")),
        TinyTraining.flat(after.get("segmentation_net")));
    for (int i = 0; i < model.parts().size(); i++) {
      MethodPart part = fitted.parts().get(i);
      assertEquals(model.parts().get(i).calibrations().keySet(), part.calibrations().keySet());
      part.calibrations().values().forEach(each -> assertEquals(12, each.pictures()));
    }
  }

  /** Steps of teaching change the U-Net, and the same ones alike. */
  @Test
  void theUNetIsTaughtFurtherWhereAsked() throws Exception {
    List<float[]> nets = new ArrayList<>();
    for (int steps : new int[] {0, 4, 4}) {
      TrainedModel fitted =
          recalibrator(model)
              .overwrite(true)
              .steps(steps)
              .fit(eyes(9), ThresholdChange.none(), folder.resolve("m.cavga"));
      nets.add(
          TinyTraining.flat(
              TinyTraining.part(fitted, "local").entries().arrays().get("segmentation_net")));
      assertEquals(
          steps,
          fitted
              .provenance()
              .getAsJsonArray("recalibrations")
              .get(0)
              .getAsJsonObject()
              .get("steps")
              .getAsInt());
    }
    assertFalse(Arrays.equals(nets.get(0), nets.get(1)));
    assertArrayEquals(nets.get(1), nets.get(2));
    assertThrows(IllegalArgumentException.class, () -> recalibrator(model).steps(-1));
    assertThrows(IllegalArgumentException.class, () -> recalibrator(model).steps(3001));
  }

  @Test
  void theModelSaysWhatItWasRecalibratedFrom() throws Exception {
    TrainedModel once = fitted("once.cavga", eyes(12));
    JsonObject entry = once.provenance().getAsJsonArray("recalibrations").get(0).getAsJsonObject();
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.stream().write(Files.readAllBytes(file));
    assertEquals(fingerprint.text(), entry.get("from_sha256").getAsString());
    assertEquals(12, entry.get("pictures").getAsInt());
    assertEquals("2026-01-02T03:04:05Z", entry.get("date").getAsString());
    assertTrue(entry.get("warnings").toString().contains("only 12 healthy eyes"));
    LearnedPictures known = LearnedPictures.of(once.provenance());
    assertTrue(known.contain(eyes(12).trainNormal().get(3).picture()));
    assertTrue(known.contain(DrawnSample.normals(40).get(3).picture()));
    assertFalse(known.contain(others(60, 61).get(0).picture()));
    TrainedModel twice = changed(once, new ThresholdChange(0.9, null, null, null));
    JsonObject second =
        twice.provenance().getAsJsonArray("recalibrations").get(1).getAsJsonObject();
    assertEquals(ModelFile.fingerprint(once), second.get("from_sha256").getAsString());
    assertEquals("{\"map_quantile\":0.9}", second.get("asked_for").toString());
  }

  @Test
  void quantilesAreMovedWithoutPicturesAndBack() throws Exception {
    TrainedModel wider = changed(model, new ThresholdChange(0.999, 0.8, null, null));
    for (MethodPart part : model.parts())
      part.calibrations()
          .forEach(
              (kind, before) -> {
                Calibration now =
                    TinyTraining.part(wider, part.method().name()).calibrations().get(kind);
                assertTrue(now.mapThreshold() > before.mapThreshold());
                assertEquals(0.999, now.mapQuantile());
                assertEquals(0.8, now.scoreQuantile());
              });
    assertTrue(local(wider).scoreThreshold() < local(model).scoreThreshold());
    TrainedModel back = changed(wider, new ThresholdChange(0.99, 0.95, null, null));
    for (MethodPart part : model.parts())
      part.calibrations()
          .forEach(
              (kind, before) -> {
                Calibration now =
                    TinyTraining.part(back, part.method().name()).calibrations().get(kind);
                assertEquals(before.mapThreshold(), now.mapThreshold());
                assertEquals(before.scoreThreshold(), now.scoreThreshold());
              });
  }

  @Test
  void whatWasSetByHandStaysWhereTheOthersQuantileIsAskedFor() throws Exception {
    TrainedModel set = changed(model, new ThresholdChange(null, null, 1.5, 6.0));
    TrainedModel map = changed(set, new ThresholdChange(0.9, null, null, null));
    assertEquals(6.0, local(map).scoreThreshold());
    assertEquals(local(set).scoreQuantile(), local(map).scoreQuantile());
    assertTrue(local(map).mapThreshold() < local(set).mapThreshold());
    TrainedModel score = changed(set, new ThresholdChange(null, 0.5, null, null));
    assertEquals(local(set).mapThreshold(), local(score).mapThreshold());
    assertEquals(local(set).mapQuantile(), local(score).mapQuantile());
    assertTrue(local(score).scoreThreshold() < 6);
  }

  @Test
  void thresholdsAreSetInTheUnitsOfTheModelsResults() throws Exception {
    TrainedModel set = changed(model, new ThresholdChange(null, null, 1.5, 0.7));
    assertEquals(1.5 * local(model).mapThreshold(), local(set).mapThreshold());
    assertEquals(0.7, local(set).scoreThreshold());
    // It is known which quantiles these are.
    assertTrue(local(set).mapQuantile() > 0.99);
    // Another method's stay.
    assertEquals(
        TinyTraining.part(model, "cavga").calibrations().get(MapKind.DEFAULT).mapThreshold(),
        TinyTraining.part(set, "cavga").calibrations().get(MapKind.DEFAULT).mapThreshold());
  }

  /** A score that is made of the calibrated map is lower where its threshold is higher. */
  @Test
  void theDecisionStaysWhereOnlyTheMapsThresholdIsSet() throws Exception {
    TrainedModel cavga =
        new TrainedModel(
            model.preprocessing(), List.of(TinyTraining.part(model, "cavga")), model.provenance());
    TrainedModel set = changed(cavga, new ThresholdChange(null, null, 2.0, null));
    assertEquals(
        cavga.calibration(MapKind.DEFAULT).scoreThreshold() / 2,
        set.calibration(MapKind.DEFAULT).scoreThreshold(),
        1e-9);
    List<Sample> some = DrawnSample.normals(50);
    assertEquals(alarms(cavga, some)[1], alarms(set, some)[1]);
  }

  @Test
  void aModelOfEarlierSoftwareSaysThatItsHeldOutEyesAreNotKnown() throws Exception {
    List<MethodPart> parts = new ArrayList<>();
    for (MethodPart part : model.parts()) {
      Map<MapKind, Calibration> old = new EnumMap<>(MapKind.class);
      part.calibrations()
          .forEach(
              (kind, known) ->
                  old.put(
                      kind,
                      new Calibration(
                          known.size(),
                          known.mean(),
                          known.spread(),
                          known.mapThreshold(),
                          known.scoreThreshold(),
                          known.mapQuantile(),
                          known.scoreQuantile(),
                          known.scoreShare(),
                          known.pictures())));
      parts.add(new MethodPart(part.method(), part.entries(), old, part.training()));
    }
    TrainedModel earlier = new TrainedModel(model.preprocessing(), parts, model.provenance());
    String sentence =
        assertThrows(
                IOException.class,
                () -> changed(earlier, new ThresholdChange(0.999, null, null, null)))
            .getMessage();
    assertEquals(
        "The model does not say how its held-out eyes looked, as it was made by earlier software:"
            + " give healthy eyes, or set the thresholds themselves.",
        sentence);
    assertFalse(Files.exists(folder.resolve("changed.cavga")));
    // What needs nothing of them is done.
    TrainedModel set = changed(earlier, new ThresholdChange(null, null, 1.5, null));
    assertEquals(1.5 * local(model).mapThreshold(), local(set).mapThreshold());
    assertEquals(
        12,
        local(
                recalibrator(earlier)
                    .fit(eyes(12), ThresholdChange.none(), folder.resolve("f.cavga")))
            .pictures());
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, , , , map_quantile",
    ", 0, , , score_quantile",
    ", , -1, , A map's threshold must be positive",
    ", , , NaN, A score's threshold must be a finite number",
    "0.9, , 1.1, , A threshold follows from its quantile"
  })
  void impossibleChangesAreRefused(
      Double mapQuantile, Double scoreQuantile, Double map, Double score, String expected) {
    String sentence =
        assertThrows(
                IllegalArgumentException.class,
                () -> new ThresholdChange(mapQuantile, scoreQuantile, map, score))
            .getMessage();
    assertTrue(
        sentence.toLowerCase().replace(' ', '_').contains(expected.toLowerCase().replace(' ', '_')),
        sentence);
  }

  @Test
  void fewEyesAndUselessQuestionsAreRefused() {
    Path target = folder.resolve("m.cavga");
    assertEquals(
        "Recalibrating needs at least 5 pictures of healthy eyes that can be used, but there are 4"
            + " of 4: add some, better 20 or more.",
        assertThrows(
                IOException.class,
                () -> recalibrator(model).fit(eyes(4), ThresholdChange.none(), target))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> recalibrator(model).change(ThresholdChange.none(), target));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            recalibrator(model).fit(eyes(12), new ThresholdChange(null, null, 2.0, null), target));
    assertFalse(Files.exists(target));
  }

  @Test
  void patientsJudgeEachOther() throws Exception {
    String sentence =
        assertThrows(
                IOException.class,
                () ->
                    recalibrator(model)
                        .fit(
                            Patients.of("[.]").of(eyes(12)),
                            ThresholdChange.none(),
                            folder.resolve("m.cavga")))
            .getMessage();
    assertTrue(sentence.contains("at least 3 patients"), sentence);
    TrainedModel fitted = fitted("n.cavga", Patients.of("([0-9])[.]").of(eyes(12)));
    JsonObject entry =
        fitted.provenance().getAsJsonArray("recalibrations").get(0).getAsJsonObject();
    assertEquals(10, entry.get("patients").getAsInt());
  }

  @Test
  void aCheckpointIsNotRecalibrated() throws Exception {
    List<MethodPart> parts = new ArrayList<>();
    for (MethodPart part : model.parts())
      parts.add(new MethodPart(part.method(), part.entries(), Map.of(), part.training()));
    TrainedModel checkpoint = new TrainedModel(model.preprocessing(), parts, model.provenance());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> new Recalibrator(checkpoint))
            .getMessage()
            .startsWith("The training of this model has not come to its end"));
  }

  @Test
  void onlyAModelIsReplacedAndOnlyWhenAsked() throws Exception {
    Path own = Files.copy(file, folder.resolve("own.cavga"));
    ThresholdChange change = new ThresholdChange(0.9, null, null, null);
    assertThrows(IOException.class, () -> recalibrator(model).change(change, own));
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(own));
    recalibrator(model).overwrite(true).change(change, own);
    assertEquals(0.9, local(ModelFile.read(own)).mapQuantile());
    Path text = Files.writeString(folder.resolve("notes.txt"), "notes");
    assertThrows(IOException.class, () -> recalibrator(model).overwrite(true).change(change, text));
    assertEquals("notes", Files.readString(text));
  }

  @Test
  void aCancelLeavesWhatWasThere() throws Exception {
    Path own = Files.copy(file, folder.resolve("own.cavga"));
    TrainingControl control = new TrainingControl();
    TrainingListener canceller =
        new TrainingListener() {
          @Override
          public void calibrating(int done, int total) {
            if (done > 0) control.cancel();
          }
        };
    assertThrows(
        InterruptedException.class,
        () ->
            recalibrator(model)
                .overwrite(true)
                .control(control)
                .listener(canceller)
                .fit(eyes(40), ThresholdChange.none(), own));
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(own));
    assertEquals(
        Set.of("own.cavga"),
        Files.list(folder).map(each -> each.getFileName().toString()).collect(Collectors.toSet()));
  }

  /** Labels taught which deviations matter, and how whole pictures look; other eyes do not. */
  @Test
  void whatLabelsTaughtIsKept() throws Exception {
    Path target = folder.resolve("weak.cavga");
    TrainedModel weak =
        TinyTraining.trainer(TinyTraining.local().with(CommonSettings.WEAK, true))
            .train(TinyTraining.pictures(20), target);
    TrainedModel fitted =
        recalibrator(weak).fit(eyes(12), ThresholdChange.none(), folder.resolve("fitted.cavga"));
    List<NamedArray> before =
        TinyTraining.part(weak, "local").entries().arrays().get("gaussian_field");
    List<NamedArray> after =
        TinyTraining.part(fitted, "local").entries().arrays().get("gaussian_field");
    for (int i = 0; i < before.size(); i++) {
      assertEquals(before.get(i).name(), after.get(i).name());
      assertEquals(
          before.get(i).name().equals("likeness.weights"),
          Arrays.equals(before.get(i).values(), after.get(i).values()),
          before.get(i).name());
    }
  }
}
