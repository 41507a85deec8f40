package sc.fiji.cavga.toy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.Evaluator;
import sc.fiji.cavga.evaluate.metric.Metric;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.localize.FurtherColumns;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.OverlayPicture;
import sc.fiji.cavga.localize.folder.FolderLocalizer;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Methods;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.train.Checkpoint;
import sc.fiji.cavga.train.DrawnSample;
import sc.fiji.cavga.train.TinyTraining;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.ui.LocalizationTables;
import sc.fiji.cavga.ui.OverlayPainting;
import sc.fiji.cavga.ui.Placing;

/** A further method is trained, stored, resumed, used and measured by code that knows none. */
class ToyMethodTest {

  private static final String MODEL = ",model,model_fingerprint";
  private static final String KNOWN =
      "image,score,threshold,anomalous,regions,anomalous_fraction,seconds,status,message,judged,warning";

  @TempDir Path folder;

  private static TrainingConfig config(String methods) {
    TrainingConfig config =
        TrainingConfig.of(methods)
            .with(CommonSettings.SIZE, 16)
            .with(CommonSettings.BATCH, 4)
            .with(CommonSettings.FIELD_OF_VIEW, FieldOfViewMode.WHOLE_PICTURE)
            .with(ToyMethod.GAIN, 2.0);
    return config.settings().has(LocalSettings.STEPS)
        ? config.with(LocalSettings.STEPS, 2)
        : config;
  }

  private TrainedModel trained(String methods) throws Exception {
    Path file = folder.resolve("model.cavga");
    TinyTraining.train(config(methods), file);
    return ModelFile.read(file);
  }

  private List<CSVRecord> localized(TrainedModel model) throws IOException {
    ToyPictures.write(folder.resolve("in"));
    try (Localizer localizer = new Localizer(model, MapKind.DEFAULT)) {
      new FolderLocalizer(localizer, PictureReader.standard(), FolderOptions.DEFAULT)
          .run(folder.resolve("in"), folder.resolve("out"), progress -> {}, () -> false);
    }
    return TableFormat.rows(folder.resolve("out/results.csv"));
  }

  private String header() throws IOException {
    return Files.readAllLines(folder.resolve("out/results.csv")).get(0);
  }

  @Test
  void itIsFoundAndIsNotTheDefault() {
    Methods methods = Methods.discovered();
    assertEquals("toy", methods.find("toy").name());
    assertNotEquals("toy", methods.all().get(0).name());
    assertEquals("--toy-gain", ToyMethod.GAIN.option());
  }

  @Test
  void theFileHoldsItsSettingAndItsArrayAndNothingElse() throws Exception {
    TrainedModel model = trained("toy");
    assertEquals(1, model.parts().size());
    assertEquals(2, model.parts().get(0).entries().settings().get(ToyMethod.GAIN));
    assertEquals(1, model.parts().get(0).entries().require("brightness").size());
    assertTrue(model.parts().get(0).training().has("mean"));
    List<String> entries = new ArrayList<>();
    try (ZipFile zip = new ZipFile(folder.resolve("model.cavga").toFile())) {
      zip.stream().forEach(entry -> entries.add(entry.getName()));
    }
    assertEquals(
        List.of("model.json", "toy-brightness.safetensors", "toy-calibration.safetensors"),
        entries);
  }

  @Test
  void tablesHaveItsMeasureOrTheReasonWhyThereIsNone() throws Exception {
    List<CSVRecord> rows = localized(trained("toy"));
    assertEquals(KNOWN + ",measured,not_measured_because,brightness" + MODEL, header());
    assertEquals(3, rows.size());
    assertEquals("true", rows.get(0).get("measured"));
    assertEquals("", rows.get(0).get("not_measured_because"));
    double normal = Double.parseDouble(rows.get(0).get("brightness"));
    double anomalous = Double.parseDouble(rows.get(1).get("brightness"));
    assertTrue(normal > 0.2 && normal < anomalous, normal + " " + anomalous);
    assertEquals("true", rows.get(1).get("anomalous"));
    assertEquals("ok", rows.get(2).get("status"));
    assertEquals("false", rows.get(2).get("measured"));
    assertEquals(ToyModel.TOO_DARK, rows.get(2).get("not_measured_because"));
    assertEquals("", rows.get(2).get("brightness"));
    assertEquals("", rows.get(2).get("score"));
    assertEquals("", rows.get(2).get("anomalous"));
  }

  @Test
  void furtherTablesHaveTheirRows() throws Exception {
    String normal = localized(trained("toy")).get(0).get("brightness");
    List<String> lines = Files.readAllLines(folder.resolve("out/sides.csv"));
    assertEquals(
        List.of("image,side,brightness", "a.png,left," + normal, "a.png,right,"),
        lines.subList(0, 3));
    assertEquals(5, lines.size());
  }

  @Test
  void labelImagesAndOutlinesAreWritten() throws Exception {
    localized(trained("toy"));
    ImagePlus labels = IJ.openImage(folder.resolve("out/halves/b.png").toString());
    assertEquals(8, labels.getBitDepth());
    assertEquals(20, labels.getWidth());
    assertEquals(255, labels.getProcessor().get(9, 19));
    assertEquals(0, labels.getProcessor().get(10, 0));
    try (ZipFile zip = new ZipFile(folder.resolve("out/rois/a.zip").toFile())) {
      Roi middle =
          RoiDecoder.openFromByteArray(
              zip.getInputStream(zip.getEntry(ToyModel.MIDDLE + ".roi")).readAllBytes());
      assertEquals(5, middle.getXBase());
      assertEquals(5, middle.getYBase());
      assertEquals(10, middle.getFloatWidth());
    }
  }

  @Test
  void asSecondMethodItHasColumnsOfItsOwn() throws Exception {
    List<CSVRecord> rows = localized(trained("local,toy"));
    assertEquals(
        KNOWN + ",toy_score,toy_anomalous,measured,not_measured_because,brightness" + MODEL,
        header());
    assertEquals("true", rows.get(1).get("toy_anomalous"));
    assertTrue(
        Double.parseDouble(rows.get(1).get("toy_score"))
            > Double.parseDouble(rows.get(0).get("toy_score")));
    assertNotEquals(rows.get(1).get("score"), rows.get(1).get("toy_score"));
    assertEquals("false", rows.get(2).get("measured"));
    assertEquals("", rows.get(2).get("toy_score"));
    assertEquals("", rows.get(2).get("toy_anomalous"));
    assertTrue(Files.exists(folder.resolve("out/halves/a.png")));
  }

  @Test
  void itsFirstMapAndScoreAreTheSameAloneAndBesideAnother() throws Exception {
    String alone = localized(trained("toy")).get(1).get("score");
    Path both = folder.resolve("both.cavga");
    TinyTraining.train(config("toy,local"), both);
    try (Localizer localizer = new Localizer(ModelFile.read(both), MapKind.DEFAULT)) {
      assertEquals(List.of("local"), localizer.others());
      Picture picture = PictureReader.standard().read(folder.resolve("in/b.png")).get(0);
      assertEquals(Double.parseDouble(alone), localizer.localize(picture).score(), 1e-6);
    }
  }

  @Test
  void overlaysShowItsOutlines() throws Exception {
    Picture picture = DrawnSample.normals(1).get(0).picture();
    try (Localizer localizer = new Localizer(trained("toy"), MapKind.DEFAULT)) {
      Localization found = localizer.localize(picture);
      ImagePlus image = new ImagePlus("", new ColorProcessor(20, 20));
      new OverlayPainting(0).paint(image, 1, found);
      Overlay overlay = image.getOverlay();
      Roi outline = overlay.get(overlay.size() - 1);
      assertEquals(ToyModel.MIDDLE, outline.getName());
      assertTrue(Placing.isPainted(outline));
      // The overlay picture is 25.6 times as large; the line lies just outside the outline.
      ColorProcessor painted = OverlayPicture.paint(picture, found);
      assertEquals(0xffffff, painted.get(127, 256) & 0xffffff);
      assertEquals(0xffffff, painted.get(256, 384) & 0xffffff);
      assertNotEquals(0xffffff, painted.get(256, 256) & 0xffffff);
    }
  }

  @Test
  void tablesInWindowsHaveTheSameColumns() throws Exception {
    Picture picture = DrawnSample.normals(1).get(0).picture();
    LocalizationTables tables =
        new LocalizationTables(FurtherColumns.ofModel("eyes.cavga", "0af3"));
    tables.addFailed("broken", "It cannot be read.");
    try (Localizer localizer = new Localizer(trained("local,toy"), MapKind.DEFAULT)) {
      tables.add(localizer.localize(picture));
    }
    ResultsTable table = tables.pictures();
    for (String column : List.of("toy_score", "toy_anomalous", "measured", "brightness"))
      assertTrue(table.columnExists(column), column);
    for (int row = 0; row < 2; row++) {
      assertEquals("eyes.cavga", table.getStringValue("model", row));
      assertEquals("0af3", table.getStringValue("model_fingerprint", row));
    }
    assertEquals("true", table.getStringValue("measured", 1));
    assertEquals("", table.getStringValue("not_measured_because", 1));
    assertTrue(table.getValue("brightness", 1) > 0.2);
    assertTrue(Double.isNaN(table.getValue("brightness", 0)));
    assertTrue(Double.isNaN(table.getValue("toy_score", 0)));
  }

  @Test
  void itIsEvaluatedByTheSameMeasures() throws Exception {
    List<Sample> test = new ArrayList<>(DrawnSample.normals(6));
    test.addAll(DrawnSample.anomalous(6));
    EvaluationReport report =
        new Evaluator(trained("toy"), MapKind.DEFAULT)
            .evaluate(
                new Dataset(List.of(), List.of(), test), (done, total, result) -> {}, () -> false);
    assertEquals(1, report.metrics().value(Metric.IMAGE_AUROC));
    assertEquals(0, report.failed());
  }

  @Test
  void asSecondMethodItIsEvaluatedToo() throws Exception {
    List<Sample> test = new ArrayList<>(DrawnSample.normals(6));
    test.addAll(DrawnSample.anomalous(6));
    EvaluationReport report =
        new Evaluator(trained("local,toy"), MapKind.DEFAULT)
            .evaluate(
                new Dataset(List.of(), List.of(), test), (done, total, result) -> {}, () -> false);
    assertEquals(List.of("toy"), report.further().methods());
    assertEquals(1, report.further().auroc("toy"));
    assertEquals(1, report.toJson().get("toy_image_auroc").getAsDouble());
  }

  @Test
  void aResumedTrainingGivesTheBitsOfAnUninterruptedOne() throws Exception {
    Path whole = folder.resolve("whole.cavga");
    Path parts = folder.resolve("parts.cavga");
    TinyTraining.train(config("local,toy"), whole);
    Path checkpoint = cancelled(config("local,toy"), 5, parts);
    assertFalse(Files.exists(parts));
    TinyTraining.trainer(Checkpoint.read(checkpoint).config())
        .resume(TinyTraining.pictures(), checkpoint, parts);
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(parts));
  }

  /** The checkpoint of a training that was cancelled after so many pictures of the toy. */
  private static Path cancelled(TrainingConfig config, int pictures, Path target) {
    TrainingControl control = new TrainingControl();
    TrainingListener afterSome =
        new TrainingListener() {
          @Override
          public void progressed(TrainingProgress progress) {
            if (progress.activity().equals("Looking at pictures") && progress.step() == pictures)
              control.cancel();
          }
        };
    return assertThrows(
            TrainingCancelledException.class,
            () ->
                TinyTraining.eagerTrainer(config)
                    .control(control)
                    .listener(afterSome)
                    .train(TinyTraining.pictures(), target))
        .checkpoint()
        .orElseThrow();
  }
}
