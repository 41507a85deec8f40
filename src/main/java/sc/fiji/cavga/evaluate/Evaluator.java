package sc.fiji.cavga.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.model.ModelFingerprint;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.LearnedPictures;

/**
 * Measures a model on a data set's test pictures.
 *
 * <p>Pixels are compared at the network's size, inside the field of view: a network pixel is
 * anomalous where at least half of the picture's pixels in it are. Lesions smaller than that, which
 * the network cannot see either, count as normal. Nothing is fitted to the test pictures.
 */
public final class Evaluator {

  /** Hears of each picture, in the samples' order, on the evaluating thread. */
  public interface Listener {
    void evaluated(int done, int total, PictureResult result);
  }

  private final TrainedModel model;
  private final MapKind kind;
  private final Path maps;
  private final boolean judgeAnyway;
  private final Predictor.Engine engine;

  /**
   * @throws IllegalArgumentException with one sentence when the model is not calibrated for the map
   */
  public Evaluator(TrainedModel model, MapKind kind) {
    this(model, kind, null, false, Predictor.OWN);
  }

  /**
   * @param maps folder for the maps and masks that the pixel metrics are computed from, a file for
   *     each row of the scores; null for none
   * @param judgeAnyway whether a picture that cannot be judged is
   * @param engine what computes maps and scores
   * @throws IllegalArgumentException with one sentence when the model is not calibrated for the map
   */
  public Evaluator(
      TrainedModel model, MapKind kind, Path maps, boolean judgeAnyway, Predictor.Engine engine) {
    this.engine = engine;
    this.judgeAnyway = judgeAnyway;
    this.maps = maps;
    this.model = model;
    this.kind = Objects.requireNonNull(kind);
    model.calibration(kind);
  }

  /**
   * A picture that cannot be used has its row in the report and counts for nothing else.
   *
   * @param cancelled asked before each picture
   * @throws IOException with one sentence when no test picture can be used
   * @throws CancellationException when {@code cancelled} says so
   */
  public EvaluationReport evaluate(Dataset dataset, Listener listener, BooleanSupplier cancelled)
      throws IOException {
    List<Sample> samples = dataset.test();
    List<PictureResult> results = new ArrayList<>();
    EvaluationRun run =
        new EvaluationRun(
            facts(dataset), model.calibration(kind).scoreThreshold(), maps, warnings(dataset));
    try (Predictor predictor = new Predictor(model, kind, judgeAnyway, engine);
        ReadAhead pictures =
            new ReadAhead(samples, model.preprocessing(), LearnedPictures.of(model.provenance()))) {
      while (results.size() < samples.size()) {
        if (cancelled.getAsBoolean()) throw new CancellationException("Evaluating was cancelled.");
        PictureResult result = run.measure(pictures.next(), predictor, results.size() + 1);
        results.add(result);
        listener.evaluated(results.size(), samples.size(), result);
      }
    }
    requireSome(results);
    return run.report(results);
  }

  /** What is measured, and how: two reports can be compared when these agree. */
  private Map<String, String> facts(Dataset dataset) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("map", kind.label());
    facts.put("engine", engine.label());
    facts.put("model", model.name());
    facts.put("model_fingerprint", ModelFingerprint.of(model));
    facts.put("masks_read_as", dataset.maskRule().toString());
    return facts;
  }

  /** About the data set, and about what another engine does not say. */
  private List<String> warnings(Dataset dataset) {
    List<String> warnings = new ArrayList<>(dataset.warnings());
    if (engine != Predictor.OWN && model.part(kind).method().name().equals(CavgaMethod.NAME))
      warnings.add(
          "The paper's own decisions were not measured: the engine "
              + engine.label()
              + " gives calibrated maps and scores alone.");
    return warnings;
  }

  private static void requireSome(List<PictureResult> results) throws IOException {
    if (results.isEmpty())
      throw new IOException("There are no test pictures: choose a data set that has some.");
    for (PictureResult result : results) if (result.problem().isEmpty()) return;
    throw new IOException(
        "None of the "
            + results.size()
            + " test pictures can be used; the first, "
            + results.get(0).name()
            + ": "
            + results.get(0).problem().orElseThrow());
  }
}
