package sc.fiji.cavga.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.onnx.SquareNetworks;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;

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

  private ExportCheck() {}

  /**
   * On pictures that are made for it.
   *
   * @param exported one map of the model
   * @param threads of ONNX Runtime
   * @return with the largest difference, as a share of our own values where these are more than 1
   * @throws IOException with one sentence when there is no ONNX Runtime, or it fails
   */
  static Result ofMap(TrainedModel model, MapKind kind, byte[] exported, int threads)
      throws IOException {
    List<PreparedPicture> pictures = MadePictures.of(model.preprocessing());
    try (OnnxSession session = new OnnxSession(exported, threads);
        Predictor own = new Predictor(model, kind)) {
      double difference = difference(session.answer(pictures), own.predict(pictures));
      return new Result(session.name(), pictures.size(), difference);
    }
  }

  /**
   * On squares of pictures that are made for it.
   *
   * @param preprocessing of the networks' squares
   */
  static Result ofNetworks(
      SquareNetworks own, Preprocessing preprocessing, byte[] exported, int threads)
      throws IOException {
    List<PreparedPicture> squares = new ArrayList<>();
    for (PreparedPicture each : MadePictures.of(preprocessing))
      if (each.hasOriginal()) squares.addAll(own.squares(each));
      else squares.add(each);
    try (OnnxSession session = new OnnxSession(exported, threads)) {
      double difference = difference(session.outputs(squares), own, squares);
      return new Result(session.name(), squares.size(), difference);
    }
  }

  /** The largest difference between what the networks say of squares, likewise. */
  static double difference(
      Map<String, Object> answers, SquareNetworks own, List<PreparedPicture> squares) {
    double largest = 0;
    for (int b = 0; b < squares.size(); b++)
      for (Map.Entry<String, float[]> each : own.answer(squares.get(b)).entrySet()) {
        float[] answer = (float[]) answers.get(each.getKey());
        int first = b * each.getValue().length;
        for (int i = 0; i < each.getValue().length; i++)
          largest = Math.max(largest, difference(each.getValue()[i], answer[first + i]));
      }
    return largest;
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
