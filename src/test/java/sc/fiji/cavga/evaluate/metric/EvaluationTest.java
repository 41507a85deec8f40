package sc.fiji.cavga.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import sc.fiji.cavga.evaluate.report.AxisStep;
import sc.fiji.cavga.evaluate.report.EvaluationPlots;
import sc.fiji.cavga.evaluate.report.ScoreHistogram;

class EvaluationTest {

  @TempDir Path folder;

  @Test
  void reportHasExactlyTheKeysThatItPromises() throws IOException {
    List<String> keys =
        List.of(
            "image_auroc",
            "image_auroc_low",
            "image_auroc_high",
            "image_ap",
            "balanced_accuracy",
            "accuracy",
            "sensitivity_at_95_specificity",
            "pixel_auroc",
            "pixel_ap",
            "aupro_30",
            "iou_at_threshold",
            "iou_at_paper_threshold",
            "mean_iou_at_paper_threshold",
            "paper_accuracy",
            "paper_balanced_accuracy",
            "iou_max",
            "dice_at_threshold",
            "normal",
            "anomalous",
            "masks",
            "intervals_95");
    JsonObject nothing = new Evaluation(1).metrics().toJson();
    assertEquals(keys, List.copyOf(nothing.keySet()));
    for (String key : keys.subList(0, 17)) assertTrue(nothing.get(key).isJsonNull(), key);
    assertEquals(0, nothing.get("masks").getAsInt());
    JsonObject filled = filled().metrics().toJson();
    assertEquals(keys, List.copyOf(filled.keySet()));
    for (String key : keys.subList(0, 20))
      assertTrue(filled.get(key).getAsJsonPrimitive().isNumber(), key);
    assertEquals(20, filled.get("normal").getAsInt());
    assertEquals(100, filled.get("anomalous").getAsInt());
    assertEquals(100, filled.get("masks").getAsInt());
    JsonObject intervals = filled.getAsJsonObject("intervals_95");
    for (String key : intervals.keySet()) {
      double value = filled.get(key).getAsDouble();
      double low = intervals.getAsJsonArray(key).get(0).getAsDouble();
      double high = intervals.getAsJsonArray(key).get(1).getAsDouble();
      assertTrue(low <= value && value <= high && low < high, key);
    }
    assertEquals(10, intervals.size());
    assertEquals(0, nothing.getAsJsonObject("intervals_95").size());
  }

  @Test
  void measuresPicturesWithoutMasks() {
    Evaluation evaluation = new Evaluation(2);
    evaluation.addScore(1, false);
    evaluation.addScore(2, false);
    evaluation.addScore(2, true);
    evaluation.addScore(3, true);
    evaluation.addNormalMap(new float[] {0.5f, 2});
    Metrics metrics = evaluation.metrics();
    assertEquals(0.75, metrics.value(Metric.BALANCED_ACCURACY));
    assertEquals(0.875, metrics.value(Metric.IMAGE_AUROC));
    assertTrue(Double.isNaN(metrics.value(Metric.PIXEL_AUROC)));
    assertTrue(Double.isNaN(metrics.value(Metric.IOU_AT_THRESHOLD)));
    assertEquals(2, metrics.normal());
    assertEquals(2, metrics.anomalous());
    assertEquals(0, metrics.masks());
    assertThrows(IllegalArgumentException.class, () -> evaluation.addScore(Double.NaN, true));
    assertArrayEquals(new double[] {2, 3}, evaluation.scores(true));
  }

  /** An ill eye that nobody has looked at is not found, and a healthy one is no alarm. */
  @Test
  void anIllEyeThatWasNotJudgedIsAMissAndATie() {
    Evaluation evaluation = new Evaluation(2);
    evaluation.addScore(1, false);
    evaluation.addScore(1, false);
    evaluation.addScore(3, true);
    evaluation.addNotJudged(true);
    evaluation.addNotJudged(false);
    Metrics metrics = evaluation.metrics();
    assertEquals((0.5 + 1) / 2, metrics.value(Metric.BALANCED_ACCURACY));
    assertEquals(3 / 4.0, metrics.value(Metric.ACCURACY));
    assertEquals(0.5, metrics.value(Metric.SENSITIVITY_AT_95_SPECIFICITY));
    // Two pairs of six are told apart, the others are ties.
    assertEquals((2 + 4 / 2.0) / 6, metrics.value(Metric.IMAGE_AUROC), 1e-12);
    assertEquals(0, evaluation.decisions().missed());
    assertEquals(1, evaluation.notJudged(true));
  }

  /** Scaled from 1 and 3 to 0 and 1, so that 2 lies on the threshold and not above it. */
  @Test
  void decidesAsThePaperDoes() {
    Evaluation evaluation = new Evaluation(1);
    evaluation.addPaperScore(1, false);
    evaluation.addPaperScore(2, false);
    evaluation.addPaperScore(2.5, false);
    evaluation.addPaperScore(2, true);
    evaluation.addPaperScore(3, true);
    assertEquals(0.6, evaluation.metrics().value(Metric.PAPER_ACCURACY), 1e-12);
    assertEquals(
        (2 / 3.0 + 0.5) / 2, evaluation.metrics().value(Metric.PAPER_BALANCED_ACCURACY), 1e-12);
  }

  /** Overlaps of one and three quarters, so the mean is not that of all pixels together. */
  @Test
  void meanOverlapCountsEachPictureOnce() {
    Evaluation evaluation = new Evaluation(1);
    evaluation.addPaperMap(new float[] {1, 0, 0, 0}, new boolean[] {true, false, false, false});
    evaluation.addPaperMap(new float[] {1, 1, 1, 0}, new boolean[] {true, true, true, true});
    evaluation.addPaperMap(new float[] {0, 0, 0, 1}, null);
    Metrics metrics = evaluation.metrics();
    assertEquals(0.875, metrics.value(Metric.MEAN_IOU_AT_PAPER_THRESHOLD), 1e-12);
    assertEquals(4 / 6.0, metrics.value(Metric.IOU_AT_PAPER_THRESHOLD), 1e-12);
  }

  @Test
  void plotsAreWellFormed() throws Exception {
    EvaluationPlots.write(folder, filled());
    assertEquals(2, polylines("roc.svg"));
    assertEquals(2, polylines("precision_recall.svg"));
    assertEquals(0, polylines("score_histogram.svg"));
    String roc = Files.readString(folder.resolve("roc.svg"));
    assertTrue(roc.contains("Pictures, area 0."));
    assertTrue(Files.size(folder.resolve("roc.svg")) < 100_000);
    Path empty = folder.resolve("empty");
    EvaluationPlots.write(empty, new Evaluation(1));
    assertFalse(Files.exists(empty.resolve("roc.svg")));
  }

  @Test
  void histogramHoldsAllScoresAndTheThreshold() {
    double[] normal = {0.5, 0.6, 0.7, Double.POSITIVE_INFINITY};
    double[] anomalous = {3.05, 2};
    ScoreHistogram histogram = new ScoreHistogram(normal, anomalous, 1);
    assertEquals(0.1, histogram.binWidth(), 1e-12);
    assertEquals(0.5, histogram.minimum(), 1e-12);
    double normalSum = 0;
    double anomalousSum = 0;
    for (int bin = 0; bin < histogram.bins(); bin++) {
      normalSum += histogram.normal(bin);
      anomalousSum += histogram.anomalous(bin);
    }
    assertEquals(1, normalSum, 1e-12);
    assertEquals(1, anomalousSum, 1e-12);
    assertEquals(0.5, histogram.highest());
    assertEquals(1, new ScoreHistogram(new double[] {1}, new double[] {1}, 1).bins());
    assertEquals(0.2, AxisStep.above(0.11), 1e-12);
    assertEquals(10, AxisStep.above(5.1), 1e-12);
  }

  private int polylines(String name)
      throws IOException, ParserConfigurationException, SAXException {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve(name).toFile());
    return document.getElementsByTagName("polyline").getLength();
  }

  /** Pictures whose anomalous ones, and in them whose anomalous pixels, have larger values. */
  private static Evaluation filled() {
    Random random = new Random(8);
    Evaluation evaluation = new Evaluation(1.2);
    for (int i = 0; i < 120; i++) {
      boolean anomalous = i >= 20;
      evaluation.addPaperScore(random.nextDouble() + (anomalous ? 0.5 : 0), anomalous);
      evaluation.addScore(0.9 + 0.3 * random.nextGaussian() + (anomalous ? 0.5 : 0), anomalous);
      float[] map = new float[400];
      boolean[] mask = new boolean[400];
      for (int p = 0; p < 400; p++) {
        mask[p] = anomalous && Math.hypot(p % 20 - 9, p / 20 - 9) < 4;
        map[p] = (float) (0.4 + 0.35 * random.nextGaussian() + (mask[p] ? 0.5 : 0));
      }
      if (anomalous) evaluation.addAnomalousMap(map, mask, 20);
      else evaluation.addNormalMap(map);
      evaluation.addPaperMap(map, mask);
    }
    return evaluation;
  }
}
