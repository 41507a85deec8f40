package sc.fiji.cavga.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.evaluate.metric.Evaluation;
import sc.fiji.cavga.evaluate.metric.Metric;
import sc.fiji.cavga.evaluate.metric.Metrics;
import sc.fiji.cavga.io.StrictJson;

/** Agreement with what scikit-learn computed, written once by write_metrics_fixture.py. */
class FixtureTest {

  private static final double TOLERANCE = 1e-12;

  @Test
  void agreesOnPictures() throws IOException {
    for (JsonElement element : fixture().getAsJsonArray("images")) {
      JsonObject expected = element.getAsJsonObject();
      JsonArray scores = expected.getAsJsonArray("scores");
      JsonArray labels = expected.getAsJsonArray("labels");
      Evaluation evaluation = new Evaluation(expected.get("threshold").getAsDouble());
      for (int i = 0; i < scores.size(); i++)
        evaluation.addScore(scores.get(i).getAsDouble(), labels.get(i).getAsBoolean());
      same(
          expected,
          evaluation.metrics(),
          Metric.IMAGE_AUROC,
          Metric.IMAGE_AP,
          Metric.BALANCED_ACCURACY,
          Metric.ACCURACY,
          Metric.SENSITIVITY_AT_95_SPECIFICITY);
    }
  }

  @Test
  void agreesOnPixels() throws IOException {
    for (JsonElement element : fixture().getAsJsonArray("pixels")) {
      JsonObject expected = element.getAsJsonObject();
      Evaluation evaluation = new Evaluation(0);
      JsonArray maps = expected.getAsJsonArray("maps");
      for (int i = 0; i < maps.size(); i++) {
        float[] map = floats(maps.get(i).getAsJsonArray());
        boolean[] mask = truths(expected.getAsJsonArray("masks").get(i).getAsString());
        if (i == 0) {
          evaluation.addNormalMap(map);
          evaluation.addPaperMap(map, null);
        } else {
          evaluation.addAnomalousMap(map, mask, expected.get("width").getAsInt());
          evaluation.addPaperMap(map, mask);
        }
      }
      Metrics metrics = evaluation.metrics();
      assertEquals(maps.size() - 1, metrics.masks());
      same(
          expected,
          metrics,
          Metric.PIXEL_AUROC,
          Metric.PIXEL_AP,
          Metric.AUPRO_30,
          Metric.IOU_AT_THRESHOLD,
          Metric.DICE_AT_THRESHOLD,
          Metric.IOU_AT_PAPER_THRESHOLD,
          Metric.MEAN_IOU_AT_PAPER_THRESHOLD,
          Metric.IOU_MAX);
    }
  }

  private static void same(JsonObject expected, Metrics metrics, Metric... compared) {
    for (Metric metric : compared)
      assertEquals(
          expected.get(metric.key()).getAsDouble(), metrics.value(metric), TOLERANCE, metric.key());
  }

  private static JsonObject fixture() throws IOException {
    try (InputStream in = FixtureTest.class.getResourceAsStream("metrics.json")) {
      return StrictJson.parseObject(in.readAllBytes());
    }
  }

  private static float[] floats(JsonArray array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++)
      values[i] = array.get(i).isJsonNull() ? Float.NaN : array.get(i).getAsFloat();
    return values;
  }

  private static boolean[] truths(String digits) {
    boolean[] values = new boolean[digits.length()];
    for (int i = 0; i < values.length; i++) values[i] = digits.charAt(i) == '1';
    return values;
  }
}
