package sc.fiji.cavga.export.bioimageio;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.export.MadePictures;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * A made picture, of nobody's eye, and what our own engine says of it: by it other programs see
 * whether they compute the same. Immutable.
 */
final class TestArrays {

  private final PreparedPicture picture;
  private final Prediction prediction;
  private final boolean judged;
  private final Prediction shown;
  private final Picture photograph;

  /**
   * @param photograph whose own pixels people can look at
   * @param shown what is said of it
   */
  private TestArrays(
      PreparedPicture picture,
      Prediction prediction,
      boolean judged,
      Picture photograph,
      Prediction shown) {
    this.picture = picture;
    this.prediction = prediction;
    this.judged = judged;
    this.photograph = photograph;
    this.shown = shown;
  }

  /**
   * Of the first made picture that is anomalous, so that no output is nothing but zeros, which tell
   * nothing; where none is, of the first that is judged.
   *
   * @throws IOException with one sentence when what the model holds does not fit its method
   */
  static TestArrays of(OnnxExport export) throws IOException {
    TrainedModel alone = export.alone();
    List<PreparedPicture> pictures = MadePictures.of(alone.preprocessing());
    List<Prediction> predictions;
    try (Predictor predictor = new Predictor(alone, export.kind())) {
      predictions = predictor.predict(pictures);
    }
    int judged = pictures.size() - 1;
    int anomalous = -1;
    int shown = 0;
    for (int i = pictures.size() - 1; i >= 0; i--) {
      if (isJudged(export, predictions.get(i))) judged = i;
      if (isAnomalous(predictions.get(i))) anomalous = i;
      if (pictures.get(i).hasOriginal()) shown = Math.max(shown, i);
    }
    int tested = anomalous < 0 ? judged : anomalous;
    return new TestArrays(
        pictures.get(tested),
        predictions.get(tested),
        isJudged(export, predictions.get(tested)),
        pictures.get(shown).original(),
        predictions.get(shown));
  }

  /** As far as the score tells, which is all that an exported model knows. */
  private static boolean isJudged(OnnxExport export, Prediction prediction) {
    if (Double.isNaN(prediction.score())) return false;
    Calibration calibration = export.part().calibrations().get(export.kind());
    return isAnomalous(prediction)
        || !(export.asksScores() && calibration.isBelowHealthy(prediction.score()));
  }

  private static boolean isAnomalous(Prediction prediction) {
    return prediction.score() > prediction.threshold();
  }

  /** To be looked at. */
  Picture photograph() {
    return photograph;
  }

  /** What our own engine says of {@link #photograph}. */
  Prediction shown() {
    return shown;
  }

  /**
   * Inputs and outputs of the exported model, by name and in order, as NumPy's files: all but
   * truths that are false, as other programs take nothing but zeros for no test.
   */
  Map<String, byte[]> arrays() {
    int size = picture.size();
    int mapSize = (int) Math.round(Math.sqrt(prediction.map().length));
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    arrays.put(
        OnnxPicture.PICTURE, NumpyFile.of(picture.values(), 1, picture.channels(), size, size));
    arrays.put(OnnxPicture.FIELD_OF_VIEW, NumpyFile.of(picture.fieldOfView(), 1, 1, size, size));
    arrays.put(OnnxExport.MAP, NumpyFile.of(prediction.map(), 1, 1, mapSize, mapSize));
    arrays.put(OnnxExport.SCORE, NumpyFile.of(new float[] {(float) prediction.score()}, 1));
    byte[] yes = NumpyFile.of(new boolean[] {true}, 1);
    if (isAnomalous(prediction)) arrays.put(OnnxExport.ANOMALOUS, yes);
    if (judged) arrays.put(OnnxExport.JUDGED, yes);
    return arrays;
  }
}
