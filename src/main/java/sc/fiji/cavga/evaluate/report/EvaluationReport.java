package sc.fiji.cavga.evaluate.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import sc.fiji.cavga.evaluate.metric.Evaluation;
import sc.fiji.cavga.evaluate.metric.FurtherScores;
import sc.fiji.cavga.evaluate.metric.Metric;
import sc.fiji.cavga.evaluate.metric.Metrics;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.evaluate.metric.ScoreMetrics;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.StrictJson;

/** All that an evaluation found, and the files that say so. */
public final class EvaluationReport {

  /** File names in the output folder; the plots are {@link EvaluationPlots}'. */
  public static final String METRICS = "metrics.json";

  public static final String SCORES = "scores.csv";

  public static final String PAGE = "report.html";

  private final Evaluation evaluation;
  private final FurtherScores further;
  private final Metrics metrics;
  private final List<PictureResult> results;
  private final double normalPixelsMarked;
  private final Gallery gallery;
  private final List<String> warnings;
  private final Map<String, String> facts;

  /**
   * @param facts what was measured, and how, by the keys in {@code metrics.json}, in their order
   * @param warnings what is doubtful about the data set and its masks, a sentence each
   */
  public EvaluationReport(
      Map<String, String> facts,
      Evaluation evaluation,
      FurtherScores further,
      List<PictureResult> results,
      double normalPixelsMarked,
      Gallery gallery,
      List<String> warnings) {
    this.facts = new LinkedHashMap<>(facts);
    this.warnings = List.copyOf(warnings);
    this.evaluation = Objects.requireNonNull(evaluation);
    this.further = Objects.requireNonNull(further);
    metrics = evaluation.metrics();
    this.results = List.copyOf(results);
    this.normalPixelsMarked = normalPixelsMarked;
    this.gallery = Objects.requireNonNull(gallery);
  }

  public Metrics metrics() {
    return metrics;
  }

  /** In the data set's order, those that failed included. */
  public List<PictureResult> results() {
    return results;
  }

  /** What the model's further methods say. */
  public FurtherScores further() {
    return further;
  }

  /** How many pictures could not be used. */
  public int failed() {
    return (int) results.stream().filter(r -> r.problem().isPresent() && !r.isNotJudged()).count();
  }

  /** How many pictures count, for people. */
  public String pictures() {
    long anomalous = evaluation.notJudged(true);
    long normal = evaluation.notJudged(false);
    return (metrics.normal() + normal)
        + " normal and "
        + (metrics.anomalous() + anomalous)
        + " anomalous test pictures, "
        + metrics.masks()
        + " of them with a mask; "
        + failed()
        + (anomalous + normal == 0 ? "" : " more")
        + " could not be used."
        + (anomalous + normal == 0
            ? ""
            : " Of "
                + normal
                + " normal and "
                + anomalous
                + " anomalous ones the model can say nothing: an anomalous one counts as missed.");
  }

  /** What was measured, for people. */
  private String about() {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey().replace('_', ' ') + ": " + fact.getValue())
        .collect(Collectors.joining("; ", pictures() + " Measured: ", "."));
  }

  /** Of how many pictures the model can say nothing. */
  public int notJudged() {
    return (int) results.stream().filter(PictureResult::isNotJudged).count();
  }

  /** What is doubtful about the data set and its masks, a sentence each. */
  public List<String> warnings() {
    return warnings;
  }

  /** The model's threshold of the scores. */
  public double scoreThreshold() {
    return evaluation.scoreThreshold();
  }

  /**
   * The share of the normal test pictures' pixels that is marked at the calibrated threshold, 0 to
   * 1; NaN without normal pictures.
   */
  public double normalPixelsMarked() {
    return normalPixelsMarked;
  }

  /** The most important metrics in one sentence. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d normal and %d anomalous test pictures%s, %d failed: image AUROC %s, balanced accuracy"
            + " %s, pixel AUROC %s, IoU at the calibrated threshold %s.",
        metrics.normal() + evaluation.notJudged(false),
        metrics.anomalous() + evaluation.notJudged(true),
        notJudged() == 0 ? "" : ", " + notJudged() + " of them not judged",
        failed(),
        MetricText.number(metrics.value(Metric.IMAGE_AUROC)),
        MetricText.number(metrics.value(Metric.BALANCED_ACCURACY)),
        MetricText.number(metrics.value(Metric.PIXEL_AUROC)),
        MetricText.number(metrics.value(Metric.IOU_AT_THRESHOLD)));
  }

  /**
   * {@link Metrics#toJson} and, after it: {@code normal_pixels_marked}, {@code classifier_auroc},
   * {@code classifier_accuracy} and {@code classifier_balanced_accuracy} (the paper's image
   * decision where the model is weakly supervised, null elsewhere), what was measured and how, such
   * as {@code map}, {@code engine} and {@code model_fingerprint}, {@code failed}, and {@code
   * not_judged}, {@code not_judged_normal} and {@code not_judged_anomalous}, pictures of which the
   * model can say nothing: in {@code image_auroc} they count as ties with all others, and where
   * decisions are counted an anomalous one is a miss. Of each further method of the model there is
   * {@code METHOD_image_auroc}. Last come {@code warnings}, sentences.
   */
  public JsonObject toJson() {
    JsonObject json = metrics.toJson();
    Map<Metric, Double> classifier = classifier();
    json.add("normal_pixels_marked", number(normalPixelsMarked));
    json.add("classifier_auroc", number(classifier.get(Metric.IMAGE_AUROC)));
    json.add("classifier_accuracy", number(classifier.get(Metric.ACCURACY)));
    json.add("classifier_balanced_accuracy", number(classifier.get(Metric.BALANCED_ACCURACY)));
    facts.forEach(json::addProperty);
    json.addProperty("failed", failed());
    json.addProperty("not_judged", evaluation.notJudged(false) + evaluation.notJudged(true));
    json.addProperty("not_judged_normal", evaluation.notJudged(false));
    json.addProperty("not_judged_anomalous", evaluation.notJudged(true));
    for (String method : further.methods())
      json.add(method + "_image_auroc", number(further.auroc(method)));
    JsonArray doubts = new JsonArray();
    warnings.forEach(doubts::add);
    json.add("warnings", doubts);
    return json;
  }

  private Map<Metric, Double> classifier() {
    Evaluation byClassifier = new Evaluation(0.5);
    for (PictureResult result : results)
      if (!Double.isNaN(result.classifierProbability()))
        byClassifier.addScore(result.classifierProbability(), result.anomalous());
    return ScoreMetrics.of(byClassifier.scoreRanking(), byClassifier.scoreThreshold());
  }

  private static JsonElement number(double value) {
    return Double.isNaN(value) ? JsonNull.INSTANCE : new JsonPrimitive(value);
  }

  /**
   * Writes metrics, plots and the table of the pictures; each file whole or not at all.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public void write(Path folder) throws IOException {
    AtomicFile.writeText(folder.resolve(SCORES), ScoreTable.text(results, scoreThreshold()));
    EvaluationPlots.write(folder, evaluation);
    AtomicFile.writeText(
        folder.resolve(PAGE),
        new ReportPage(about(), evaluation, metrics, results, normalPixelsMarked, gallery, warnings)
            .text());
    AtomicFile.writeText(folder.resolve(METRICS), StrictJson.text(toJson()));
  }
}
