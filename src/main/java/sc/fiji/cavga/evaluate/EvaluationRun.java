package sc.fiji.cavga.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.cavga.evaluate.metric.Evaluation;
import sc.fiji.cavga.evaluate.metric.FurtherScores;
import sc.fiji.cavga.evaluate.metric.Overlap;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.evaluate.ranking.CountRanking;
import sc.fiji.cavga.evaluate.ranking.RankingMetrics;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.evaluate.report.Gallery;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.method.cavga.map.CavgaExamination;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.examination.Examination;

/** What an evaluation has gathered on its way through the test pictures. */
final class EvaluationRun {

  private final Map<String, String> facts;
  private final Path maps;
  private final Evaluation evaluation;
  private final MarkedPixels normalPixels = new MarkedPixels();
  private final Gallery gallery = new Gallery();
  private final FurtherScores further = new FurtherScores();
  private final List<String> warnings;
  private final List<String> learned = new ArrayList<>();

  /**
   * @param facts what is measured, and how, by their keys in the report
   * @param scoreThreshold the model's
   * @param maps folder for {@link MapStack}s; null for none
   * @param warnings about the data set; those about its masks are added
   */
  EvaluationRun(
      Map<String, String> facts, double scoreThreshold, Path maps, List<String> warnings) {
    this.warnings = new ArrayList<>(warnings);
    this.facts = facts;
    this.maps = maps;
    evaluation = new Evaluation(scoreThreshold);
  }

  /**
   * @param row of the picture in the table of the scores, from 1
   * @throws IOException with one sentence when its maps cannot be written
   */
  PictureResult measure(TestPicture test, Predictor predictor, int row) throws IOException {
    warnings.addAll(test.doubts());
    if (test.learned) learned.add(test.sample.name());
    return result(test, predictor, row).noting(test.notes);
  }

  private PictureResult result(TestPicture test, Predictor predictor, int row) throws IOException {
    String name = test.sample.name();
    boolean anomalous = test.sample.anomalous();
    if (test.problem != null) return PictureResult.failed(name, anomalous, test.problem);
    Prediction prediction;
    try {
      prediction = predictor.predict(test.picture);
    } catch (IllegalStateException | UncheckedIOException e) {
      return PictureResult.failed(name, anomalous, e.getMessage());
    }
    further.add(prediction.others(), anomalous);
    PictureResult result = measured(test, prediction, row);
    Optional<String> warning = prediction.warning();
    return warning.isPresent() ? result.warning(warning.get()) : result;
  }

  private PictureResult measured(TestPicture test, Prediction prediction, int row)
      throws IOException {
    String name = test.sample.name();
    boolean anomalous = test.sample.anomalous();
    Optional<String> notJudged = prediction.notJudgedBecause();
    if (Double.isNaN(prediction.score())) {
      evaluation.addNotJudged(anomalous);
      return PictureResult.notJudged(name, anomalous, notJudged.get());
    }
    float[] map = prediction.map();
    boolean[] mask;
    try {
      mask = test.mask(prediction.placement(), map.length);
    } catch (IOException | IllegalArgumentException e) {
      return PictureResult.failed(name, anomalous, e.getMessage());
    }
    if (notJudged.isPresent()) evaluation.addNotJudged(anomalous);
    else evaluation.addScore(prediction.score(), anomalous);
    Examination examination = prediction.examination();
    CavgaExamination paper =
        examination instanceof CavgaExamination ? (CavgaExamination) examination : null;
    if (paper != null) evaluation.addPaperScore(paper.meanDifference(), anomalous);
    addPixels(test, map, mask, paper);
    if (maps != null)
      MapStack.write(MapStack.file(maps, row), map, anomalous ? mask : new boolean[map.length]);
    if (notJudged.isPresent()) return PictureResult.notJudged(name, anomalous, notJudged.get());
    PictureResult result =
        PictureResult.measured(
            name,
            anomalous,
            prediction.score(),
            MarkedPixels.markedShare(map),
            mask == null ? Double.NaN : auroc(map, mask),
            paper == null ? Double.NaN : paper.anomalousProbability().orElse(Double.NaN));
    gallery.offer(result, test.part(prediction.placement(), map.length), map, mask);
    return result;
  }

  /**
   * @param paper the paper's own decisions; null for a method that has none
   */
  private void addPixels(TestPicture test, float[] map, boolean[] mask, CavgaExamination paper) {
    boolean normal = !test.sample.anomalous();
    if (!normal && mask == null) return;
    if (normal) {
      evaluation.addNormalMap(map);
      normalPixels.add(map);
    } else evaluation.addAnomalousMap(map, mask, (int) Math.round(Math.sqrt(map.length)));
    if (paper != null) evaluation.addPaperMap(paper.paperMap(), normal ? null : mask);
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

  /**
   * The worst first: a model knows the pictures that it was made of, so it does better on them.
   *
   * @param pictures how many there are
   */
  private void warnOfLearned(int pictures) {
    if (learned.isEmpty()) return;
    warnings.add(
        0,
        learned.size()
            + " of the "
            + pictures
            + " test pictures "
            + (learned.size() == 1 ? "was" : "were")
            + " learned from, or held out in the training, so these numbers are better than on new"
            + " pictures; test with others: "
            + Excerpt.of(learned, ", ")
            + ".");
  }

  EvaluationReport report(List<PictureResult> results) {
    warnOfLearned(results.size());
    return new EvaluationReport(
        facts, evaluation, further, results, normalPixels.markedShare(), gallery, warnings);
  }

  /** How much of some pictures is marked at the calibrated threshold. */
  private static final class MarkedPixels {

    private long inside;
    private long marked;

    /**
     * @param map calibrated, NaN outside the field of view
     */
    void add(float[] map) {
      for (float value : map) {
        if (!Float.isNaN(value)) inside++;
        if (value > Overlap.CALIBRATED) marked++;
      }
    }

    /** 0 to 1; NaN where there is no pixel. */
    double markedShare() {
      return marked / (double) inside;
    }

    /** That of one map. */
    static double markedShare(float[] map) {
      MarkedPixels one = new MarkedPixels();
      one.add(map);
      return one.markedShare();
    }
  }
}
