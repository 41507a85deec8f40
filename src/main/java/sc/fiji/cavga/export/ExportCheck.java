package sc.fiji.cavga.export;

import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Compares what ONNX Runtime makes of an exported model with what our own engine makes of it. */
public final class ExportCheck {

  /** The largest difference that is let pass. */
  public static final double MOST = 1e-3;

  private final OnnxExport export;

  public ExportCheck(OnnxExport export) {
    this.export = export;
  }

  /**
   * @param model what was exported
   * @param threads of ONNX Runtime
   * @return the largest difference on pictures that are made for it, see {@link #difference}
   * @throws IOException with one sentence when there is no ONNX Runtime, or it fails
   */
  public double run(byte[] model, int threads) throws IOException {
    List<PreparedPicture> pictures = MadePictures.of(export.model().preprocessing());
    try (OnnxEngine engine = new OnnxEngine(model, threads);
        Predictor own = new Predictor(export.alone(), export.kind())) {
      return difference(engine.answer(pictures), own.predict(pictures));
    }
  }

  /**
   * The largest difference between maps and between scores, as a share of our own values where
   * these are more than 1; infinite where one engine says something and the other does not, or they
   * decide otherwise.
   */
  static double difference(OnnxEngine.Answer answer, List<Prediction> own) {
    double largest = 0;
    int at = 0;
    for (int b = 0; b < own.size(); b++) {
      Prediction prediction = own.get(b);
      for (float value : prediction.map())
        largest = Math.max(largest, difference(value, answer.maps()[at++]));
      largest = Math.max(largest, difference(prediction.score(), answer.scores()[b]));
      boolean close = difference(prediction.threshold(), prediction.score()) < MOST;
      if (!close && answer.anomalous()[b] != prediction.score() > prediction.threshold())
        return Double.POSITIVE_INFINITY;
    }
    return largest;
  }

  private static double difference(double own, double other) {
    if (Double.isNaN(own) && Double.isNaN(other)) return 0;
    double difference = Math.abs(own - other) / Math.max(1, Math.abs(own));
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }
}
