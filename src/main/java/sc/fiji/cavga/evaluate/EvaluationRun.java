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
import sc.fiji.cavga.model.AnomalyMap;
import sc.fiji.cavga.model.AnomalyMaps;
import sc.fiji.cavga.model.Calibration;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.model.MapKind;
import sc.fiji.cavga.model.RawMap;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.NetworkOutput;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** What an evaluation has gathered on its way through the test pictures. */
final class EvaluationRun {

  private final CavgaModel model;
  private final MapKind kind;
  private final Calibration calibration;
  private final Path maps;
  private final Evaluation evaluation;
  private final MarkedPixels normalPixels = new MarkedPixels();
  private final Gallery gallery = new Gallery();

  /**
   * @param maps folder for {@link MapStack}s; null for none
   */
  EvaluationRun(CavgaModel model, MapKind kind, Path maps) {
    this.model = model;
    this.kind = kind;
    this.maps = maps;
    calibration = model.calibration(kind);
    evaluation = new Evaluation(calibration.scoreThreshold());
  }

  /**
   * @param row of the picture in the table of the scores, from 1
   * @throws IOException with one sentence when its maps cannot be written
   */
  PictureResult measure(TestPicture test, CavgaNetwork network, AnomalyMaps anomalyMaps, int row)
      throws IOException {
    String name = test.sample.name();
    boolean anomalous = test.sample.anomalous();
    if (test.problem != null) return PictureResult.failed(name, anomalous, test.problem);
    NetworkOutput output = network.infer(PictureBatch.of(List.of(test.picture)));
    RawMap raw = anomalyMaps.raw(kind, test.picture, output, 0);
    float[] inside = test.picture.fieldOfView();
    if (!raw.isFinite(inside))
      return PictureResult.failed(
          name,
          anomalous,
          "The model gives no numbers for this picture: train it again with a lower learning"
              + " rate.");
    float[] map = calibration.calibrated(raw.values(), inside);
    double score = calibration.score(raw, map);
    evaluation.addScore(score, anomalous);
    evaluation.addPaperScore(PaperScore.of(test.picture, output), anomalous);
    addPixels(test, map, paperMap(test.picture, output));
    if (maps != null) MapStack.write(MapStack.file(maps, row), map, truth(test, map.length));
    PictureResult result =
        PictureResult.measured(
            name,
            anomalous,
            score,
            MarkedPixels.markedShare(map),
            test.mask == null ? Double.NaN : auroc(map, test.mask),
            output.anomalousProbability() == null ? Double.NaN : output.anomalousProbability()[0]);
    gallery.offer(result, test.picture, map, test.mask);
    return result;
  }

  private void addPixels(TestPicture test, float[] map, float[] paperMap) {
    if (!test.sample.anomalous()) {
      evaluation.addNormalMap(map);
      evaluation.addPaperMap(paperMap, null);
      normalPixels.add(map);
    } else if (test.mask != null) {
      evaluation.addAnomalousMap(map, test.mask, test.picture.size());
      evaluation.addPaperMap(paperMap, test.mask);
    }
  }

  private static boolean[] truth(TestPicture test, int pixels) {
    return test.sample.anomalous() ? test.mask : new boolean[pixels];
  }

  /** 1 − A as it is, NaN outside the field of view. */
  private static float[] paperMap(PreparedPicture picture, NetworkOutput output) {
    float[] map = AnomalyMap.raw(MapKind.ATTENTION, picture, output, 0);
    for (int i = 0; i < map.length; i++) if (!(picture.fieldOfView()[i] > 0)) map[i] = Float.NaN;
    return map;
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
