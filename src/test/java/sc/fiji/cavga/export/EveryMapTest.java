package sc.fiji.cavga.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.Predictor;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Every method, variant and map in ONNX Runtime, against our own engine. */
class EveryMapTest {

  @ParameterizedTest
  @CsvSource({
    "16, 1, 0, false",
    "16, 3, 3, true",
    "44, 3, 0, true",
    "48, 3, 1, true",
    "64, 1, 1, false",
    "136, 3, 2, false"
  })
  void ofTheMethodLocal(int size, int channels, int nets, boolean weak) throws IOException {
    isTheSame(SmallModels.local(size, channels, nets, weak), MapKind.DEFAULT);
  }

  static Stream<Arguments> cavgas() {
    List<Arguments> all = new ArrayList<>();
    for (Variant variant : Variant.values())
      for (boolean weak : new boolean[] {false, true})
        for (boolean flat : new boolean[] {false, true})
          all.add(
              Arguments.of(
                  variant,
                  weak == flat ? 3 : 1,
                  weak,
                  flat,
                  AttentionNormalization.values()[weak == flat ? 0 : 1]));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("cavgas")
  void ofTheMethodCavga(
      Variant variant, int channels, boolean weak, boolean flat, AttentionNormalization attention)
      throws IOException {
    TrainedModel model = SmallModels.cavga(variant, channels, weak, flat, attention);
    for (MapKind kind : MapKind.values()) isTheSame(model, kind);
  }

  /** On odd pictures one by one, and by threes. */
  private static void isTheSame(TrainedModel model, MapKind kind) throws IOException {
    OnnxExport export = new OnnxExport(model, kind);
    int size = model.preprocessing().size();
    List<PreparedPicture> pictures = OddPictures.of(size, model.preprocessing().channels(), 11);
    try (OnnxSession session = new OnnxSession(export.bytes(Map.of()), 1);
        Predictor own = new Predictor(model, kind)) {
      for (int count : new int[] {1, 3})
        for (int first = 0; first + count <= pictures.size(); first += count) {
          List<PreparedPicture> some = pictures.subList(first, first + count);
          OnnxSession.Answer answer = session.answer(some);
          List<Prediction> predictions = own.predict(some);
          double difference = ExportCheck.difference(answer, predictions);
          assertTrue(
              difference < ExportCheck.MOST,
              kind + ", pictures from " + first + " on: " + difference);
          for (int i = 0; i < count; i++)
            assertEquals(isJudged(predictions.get(i), model.calibration(kind)), answer.judged()[i]);
        }
    }
  }

  private static boolean isJudged(Prediction prediction, Calibration calibration) {
    double score = prediction.score();
    return score > calibration.scoreThreshold()
        || !Double.isNaN(score) && !calibration.isBelowHealthy(score);
  }
}
