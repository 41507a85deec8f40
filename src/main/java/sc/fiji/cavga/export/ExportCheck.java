package sc.fiji.cavga.export;

import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Compares what ONNX Runtime makes of an exported model with what our own engine makes of it. */
final class ExportCheck {

  /** The largest difference that is let pass. */
  static final double MOST = 1e-3;

  /** What came out. Immutable. */
  static final class Result {

    final String engine;
    final int pictures;
    final double difference;

    private Result(String engine, int pictures, double difference) {
      this.engine = engine;
      this.pictures = pictures;
      this.difference = difference;
    }
  }

  private final OnnxExport export;

  ExportCheck(OnnxExport export) {
    this.export = export;
  }

  /**
   * @param model what was exported
   * @param threads of ONNX Runtime
   * @return the largest difference on pictures that are made for it, as a share of our own values
   *     where these are more than 1
   * @throws IOException with one sentence when there is no ONNX Runtime, or it fails
   */
  Result run(byte[] model, int threads) throws IOException {
    List<PreparedPicture> pictures = MadePictures.of(export.model().preprocessing());
    try (OnnxSession session = new OnnxSession(model, threads);
        Predictor own = new Predictor(export.alone(), export.kind())) {
      double difference = difference(session.answer(pictures), own.predict(pictures));
      return new Result(session.name(), pictures.size(), difference);
    }
  }

  /**
   * The largest difference between maps and between scores, as a share of our own values where
   * these are more than 1; infinite where one engine says something and the other does not, or they
   * decide otherwise.
   */
  static double difference(OnnxSession.Answer answer, List<Prediction> own) {
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
