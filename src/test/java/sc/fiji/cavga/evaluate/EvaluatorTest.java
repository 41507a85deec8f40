package sc.fiji.cavga.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.metric.Evaluation;
import sc.fiji.cavga.evaluate.metric.Metric;
import sc.fiji.cavga.evaluate.metric.Metrics;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.model.ModelFingerprint;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.examination.MapKind;

class EvaluatorTest {

  @TempDir Path folder;

  private static Dataset dataset(Sample... test) {
    return new Dataset(List.of(), List.of(), List.of(test));
  }

  private static EvaluationReport evaluate(boolean weak, Sample... test) throws IOException {
    return new Evaluator(TestModel.create(weak), MapKind.RECONSTRUCTION)
        .evaluate(dataset(test), (done, total, result) -> {}, () -> false);
  }

  @Test
  void measuresPicturesAndPixels() throws IOException {
    EvaluationReport report =
        evaluate(
            false,
            new GreySample("n1", false, false),
            new GreySample("a1", true, true),
            new GreySample("n2", false, false),
            new GreySample("a2", true, false));
    Metrics metrics = report.metrics();
    assertEquals(2, metrics.normal());
    assertEquals(2, metrics.anomalous());
    assertEquals(1, metrics.masks());
    assertEquals(1, metrics.value(Metric.IMAGE_AUROC));
    assertEquals(1, metrics.value(Metric.BALANCED_ACCURACY));
    assertTrue(metrics.value(Metric.PIXEL_AUROC) > 0.99);
    assertTrue(metrics.value(Metric.IOU_AT_THRESHOLD) > 0.6);
    assertFalse(Double.isNaN(metrics.value(Metric.IOU_AT_PAPER_THRESHOLD)));
    assertEquals(0, report.normalPixelsMarked());
    assertEquals(0, report.failed());
    PictureResult ill = report.results().get(1);
    assertTrue(ill.pixelAuroc() > 0.99);
    assertEquals(16 / 256.0, ill.markedShare(), 16 / 256.0);
    assertTrue(ill.markedShare() > 0);
    assertTrue(Double.isNaN(report.results().get(3).pixelAuroc()));
    assertTrue(Double.isNaN(ill.classifierProbability()));
  }

  @Test
  void givesAFailingPictureARow() throws IOException {
    EvaluationReport report =
        evaluate(false, GreySample.broken("=b/1.png"), new GreySample("a", true, true));
    assertEquals(1, report.failed());
    assertEquals(0, report.metrics().normal());
    assertTrue(Double.isNaN(report.normalPixelsMarked()));
    report.write(folder);
    List<String> rows = Files.readAllLines(folder.resolve(EvaluationReport.SCORES));
    assertEquals(3, rows.size());
    assertEquals(
        "image,label,score,threshold,decision,marked_fraction,pixel_auroc,classifier_probability,"
            + "status,message,notes,warning",
        rows.get(0));
    assertEquals(
        "'=b/1.png,normal,,1.20000,,,,,failed,\"It is torn, \"\"scan\"\" it again.\",,",
        rows.get(1));
    assertTrue(rows.get(2).startsWith("a,anomalous,"), rows.get(2));
    assertTrue(rows.get(2).endsWith(",,ok,,,"), rows.get(2));
    JsonObject json =
        StrictJson.parseObject(Files.readString(folder.resolve(EvaluationReport.METRICS)));
    assertEquals(1, json.get("failed").getAsInt());
    assertTrue(json.get("normal_pixels_marked").isJsonNull());
    assertTrue(json.get("classifier_auroc").isJsonNull());
    assertEquals("reconstruction", json.get("map").getAsString());
    assertEquals("own", json.get("engine").getAsString());
    assertEquals("everything but black", json.get("masks_read_as").getAsString());
    assertEquals(
        ModelFingerprint.of(TestModel.create(false)), json.get("model_fingerprint").getAsString());
    String page = Files.readString(folder.resolve(EvaluationReport.PAGE));
    assertTrue(
        page.contains(
            "0 normal and 1 anomalous test pictures, 1 of them with a mask; 1 could not be used."
                + " Measured: map: reconstruction; engine: own; model: "),
        page);
  }

  /** As folder runs note it in their rows. */
  @Test
  void saysWhatTheReaderHasNoted() throws IOException {
    EvaluationReport report =
        evaluate(
            false,
            new GreySample("n", false, false).noting("It was turned.", "Its white is a <guess>."),
            new GreySample("m", false, false).noting("It was turned."),
            new GreySample("a", true, true));
    report.write(folder);
    List<String> rows = Files.readAllLines(folder.resolve(EvaluationReport.SCORES));
    assertTrue(rows.get(1).endsWith(",ok,,It was turned. Its white is a <guess>.,"), rows.get(1));
    assertTrue(rows.get(3).endsWith(",ok,,,"), rows.get(3));
    String page = Files.readString(folder.resolve(EvaluationReport.PAGE));
    assertTrue(page.contains("<td>It was turned.</td><td>n, m</td>"), page);
    assertTrue(page.contains("<td>Its white is a &lt;guess&gt;.</td><td>n</td>"), page);
    evaluate(false, new GreySample("n", false, false), new GreySample("a", true, true))
        .write(folder);
    assertFalse(Files.readString(folder.resolve(EvaluationReport.PAGE)).contains("Notes about"));
  }

  /** From the written maps and masks alone, anyone gets the same metrics. */
  @Test
  void writesWhatPixelMetricsAreComputedFrom() throws IOException {
    EvaluationReport report =
        new Evaluator(TestModel.create(false), MapKind.RECONSTRUCTION, folder, false, Predictor.OWN)
            .evaluate(
                dataset(
                    new GreySample("n1", false, false),
                    GreySample.broken("b"),
                    new GreySample("a1", true, true),
                    new GreySample("a2", true, false)),
                (done, total, result) -> {},
                () -> false);
    Evaluation again = new Evaluation(0);
    ImagePlus normal = IJ.openImage(folder.resolve("000001.tif").toString());
    again.addNormalMap((float[]) normal.getStack().getPixels(1));
    assertEquals(0, normal.getStack().getProcessor(2).getStats().max);
    assertFalse(Files.exists(folder.resolve("000002.tif")));
    ImagePlus anomalous = IJ.openImage(folder.resolve("000003.tif").toString());
    assertEquals(16, anomalous.getWidth());
    boolean[] mask = new boolean[256];
    for (int i = 0; i < mask.length; i++)
      mask[i] = anomalous.getStack().getProcessor(2).getf(i) > 0;
    again.addAnomalousMap((float[]) anomalous.getStack().getPixels(1), mask, 16);
    assertEquals(1, IJ.openImage(folder.resolve("000004.tif").toString()).getStackSize());
    for (Metric metric : List.of(Metric.PIXEL_AUROC, Metric.PIXEL_AP, Metric.AUPRO_30))
      assertEquals(report.metrics().value(metric), again.metrics().value(metric));
  }

  @Test
  void asksTheClassifierOfAWeaklySupervisedModel() throws IOException {
    EvaluationReport report =
        evaluate(true, new GreySample("n", false, false), new GreySample("a", true, true));
    double probability = report.results().get(0).classifierProbability();
    assertTrue(probability > 0 && probability < 1, "" + probability);
    assertFalse(report.toJson().get("classifier_auroc").isJsonNull());
  }

  @Test
  void failsWhereNothingCanBeUsed() {
    IOException e = assertThrows(IOException.class, () -> evaluate(false, GreySample.broken("b")));
    assertTrue(e.getMessage().contains("None of the 1 test pictures"), e.getMessage());
    assertTrue(e.getMessage().contains("torn"), e.getMessage());
    e = assertThrows(IOException.class, () -> evaluate(false));
    assertTrue(e.getMessage().contains("no test pictures"), e.getMessage());
  }

  @Test
  void refusesAMapThatTheModelIsNotCalibratedFor() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Evaluator(TestModel.create(false), MapKind.ATTENTION));
  }

  @Test
  void reportsInOrderAndStopsWhenCancelled() throws IOException {
    Sample[] samples = new Sample[20];
    for (int i = 0; i < samples.length; i++) samples[i] = new GreySample("n" + i, false, false);
    Evaluator evaluator = new Evaluator(TestModel.create(false), MapKind.RECONSTRUCTION);
    List<String> heard = new ArrayList<>();
    evaluator.evaluate(
        dataset(samples), (done, total, result) -> heard.add(done + "/" + total), () -> false);
    assertEquals("20/20", heard.get(19));
    heard.clear();
    assertThrows(
        CancellationException.class,
        () ->
            evaluator.evaluate(
                dataset(samples),
                (done, total, result) -> heard.add(result.name()),
                () -> heard.size() == 3));
    assertEquals(List.of("n0", "n1", "n2"), heard);
  }
}
