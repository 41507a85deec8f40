package sc.fiji.cavga.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.image.PictureBatch;
import sc.fiji.cavga.image.PreparedPicture;
import sc.fiji.cavga.model.AnomalyMap;
import sc.fiji.cavga.model.Calibration;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.model.MapKind;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.NetworkOutput;

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

  private final CavgaModel model;
  private final MapKind kind;
  private final Calibration calibration;

  /**
   * @throws IllegalArgumentException with one sentence when the model is not calibrated for the map
   */
  public Evaluator(CavgaModel model, MapKind kind) {
    this.model = model;
    this.kind = Objects.requireNonNull(kind);
    this.calibration = model.calibration(kind);
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
    Evaluation evaluation = new Evaluation(calibration.scoreThreshold());
    List<PictureResult> results = new ArrayList<>();
    MarkedPixels normalPixels = new MarkedPixels();
    try (CavgaNetwork network = new CavgaNetwork(model.network(), 0);
        ReadAhead pictures = new ReadAhead(samples, model.preprocessing())) {
      network.setWeights(model.weights());
      while (results.size() < samples.size()) {
        if (cancelled.getAsBoolean()) throw new CancellationException("Evaluating was cancelled.");
        PictureResult result = measure(pictures.next(), network, evaluation, normalPixels);
        results.add(result);
        listener.evaluated(results.size(), samples.size(), result);
      }
    }
    requireSome(results);
    return new EvaluationReport(kind, evaluation, results, normalPixels.markedShare());
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

  private PictureResult measure(
      TestPicture test, CavgaNetwork network, Evaluation evaluation, MarkedPixels normalPixels) {
    String name = test.sample.name();
    boolean anomalous = test.sample.anomalous();
    if (test.problem != null) return PictureResult.failed(name, anomalous, test.problem);
    NetworkOutput output = network.infer(PictureBatch.of(List.of(test.picture)));
    float[] raw = AnomalyMap.raw(kind, test.picture, output, 0, model.density());
    float[] inside = test.picture.fieldOfView();
    for (int i = 0; i < raw.length; i++)
      if (inside[i] > 0 && !Float.isFinite(raw[i]))
        return PictureResult.failed(
            name,
            anomalous,
            "The model gives no numbers for this picture: train it again with a lower learning"
                + " rate.");
    float[] map = calibration.calibrated(raw, inside);
    double score = calibration.score(map);
    evaluation.addScore(score, anomalous);
    addPixels(test, map, paperMap(test.picture, output), evaluation, normalPixels);
    return PictureResult.measured(
        name,
        anomalous,
        score,
        MarkedPixels.markedShare(map),
        test.mask == null ? Double.NaN : auroc(map, test.mask),
        output.anomalousProbability() == null ? Double.NaN : output.anomalousProbability()[0]);
  }

  private static void addPixels(
      TestPicture test,
      float[] map,
      float[] paperMap,
      Evaluation evaluation,
      MarkedPixels normalPixels) {
    if (!test.sample.anomalous()) {
      evaluation.addNormalMap(map);
      evaluation.addPaperMap(paperMap, null);
      normalPixels.add(map);
    } else if (test.mask != null) {
      evaluation.addAnomalousMap(map, test.mask, test.picture.size());
      evaluation.addPaperMap(paperMap, test.mask);
    }
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
        new ScoreRanking(Arrays.copyOf(values, count), Arrays.copyOf(labels, count)));
  }
}
