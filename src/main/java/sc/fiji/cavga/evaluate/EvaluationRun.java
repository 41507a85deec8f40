package sc.fiji.cavga.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.evaluate.metric.Evaluation;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.evaluate.ranking.CountRanking;
import sc.fiji.cavga.evaluate.ranking.RankingMetrics;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.evaluate.report.Gallery;
import sc.fiji.cavga.method.cavga.map.CavgaExamination;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.MapKind;

/** What an evaluation has gathered on its way through the test pictures. */
final class EvaluationRun {

  private final MapKind kind;
  private final Path maps;
  private final Evaluation evaluation;
  private final MarkedPixels normalPixels = new MarkedPixels();
  private final Gallery gallery = new Gallery();

  /**
   * @param scoreThreshold the model's
   * @param maps folder for {@link MapStack}s; null for none
   */
  EvaluationRun(MapKind kind, double scoreThreshold, Path maps) {
    this.kind = kind;
    this.maps = maps;
    evaluation = new Evaluation(scoreThreshold);
  }

  /**
   * @param row of the picture in the table of the scores, from 1
   * @throws IOException with one sentence when its maps cannot be written
   */
  PictureResult measure(TestPicture test, Predictor predictor, int row) throws IOException {
    String name = test.sample.name();
    boolean anomalous = test.sample.anomalous();
    if (test.problem != null) return PictureResult.failed(name, anomalous, test.problem);
    Prediction prediction;
    try {
      prediction = predictor.predict(test.picture);
    } catch (IllegalStateException noNumbers) {
      return PictureResult.failed(name, anomalous, noNumbers.getMessage());
    }
    float[] map = prediction.map();
    evaluation.addScore(prediction.score(), anomalous);
    Examination examination = prediction.examination();
    CavgaExamination paper =
        examination instanceof CavgaExamination ? (CavgaExamination) examination : null;
    if (paper != null) evaluation.addPaperScore(paper.meanDifference(), anomalous);
    addPixels(test, map, paper);
    if (maps != null) MapStack.write(MapStack.file(maps, row), map, truth(test, map.length));
    PictureResult result =
        PictureResult.measured(
            name,
            anomalous,
            prediction.score(),
            MarkedPixels.markedShare(map),
            test.mask == null ? Double.NaN : auroc(map, test.mask),
            paper == null ? Double.NaN : paper.anomalousProbability().orElse(Double.NaN));
    gallery.offer(result, test.picture, map, test.mask);
    return result;
  }

  /**
   * @param paper the paper's own decisions; null for a method that has none
   */
  private void addPixels(TestPicture test, float[] map, CavgaExamination paper) {
    boolean normal = !test.sample.anomalous();
    if (!normal && test.mask == null) return;
    if (normal) {
      evaluation.addNormalMap(map);
      normalPixels.add(map);
    } else evaluation.addAnomalousMap(map, test.mask, test.picture.size());
    if (paper != null) evaluation.addPaperMap(paper.paperMap(), normal ? null : test.mask);
  }

  private static boolean[] truth(TestPicture test, int pixels) {
    return test.sample.anomalous() ? test.mask : new boolean[pixels];
  }

  private static double auroc(float[] map, boolean[] mask) {
    double[] values = new double[map.length];
    boolean[] labels = new boolean[map.length];
    int count = 0;
    for (int i = 0; i < map.length; i++) {
      if (Float.isNaN(map[i])) continue;
      values[count] = map[i];
      labels[count++] = mask[i];
    }
    return RankingMetrics.auroc(
        CountRanking.of(Arrays.copyOf(values, count), Arrays.copyOf(labels, count)));
  }

  EvaluationReport report(List<PictureResult> results) {
    return new EvaluationReport(kind, evaluation, results, normalPixels.markedShare(), gallery);
  }
}
