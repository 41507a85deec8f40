package sc.fiji.cavga.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.gate.Doubt;

/** "Not judged" takes the place of "normal", and of "anomalous" only where there is no eye. */
class PredictionTest {

  private static final Doubt UNCLEAR = Doubt.unclear("It is not sharp.");
  private static final Doubt NO_FUNDUS = Doubt.noFundus("It is a page.");

  private static void isNotJudged(Prediction prediction, String because) {
    assertEquals(Optional.of(because), prediction.notJudgedBecause());
    assertEquals(Optional.of(because), prediction.warning());
    assertFalse(prediction.anomalous());
  }

  private static void isJudged(Prediction prediction, boolean anomalous, String warning) {
    assertTrue(prediction.notJudgedBecause().isEmpty());
    assertEquals(Optional.ofNullable(warning), prediction.warning());
    assertEquals(anomalous, prediction.anomalous());
  }

  @Test
  void withoutADoubtTheScoreDecides() {
    isJudged(Predictions.of(1, 2), false, null);
    isJudged(Predictions.of(3, 2), true, null);
  }

  @Test
  void anUnclearPictureIsNotNormalButMayBeAnomalous() {
    isNotJudged(Predictions.of(1, 2, UNCLEAR, false), "It is not sharp.");
    isJudged(Predictions.of(3, 2, UNCLEAR, false), true, "It is not sharp.");
  }

  @Test
  void whatIsNoFundusIsNeither() {
    isNotJudged(Predictions.of(1, 2, NO_FUNDUS, false), "It is a page.");
    isNotJudged(Predictions.of(3, 2, NO_FUNDUS, false), "It is a page.");
  }

  @Test
  void judgedAnywayItIsWarnedOf() {
    isJudged(Predictions.of(1, 2, NO_FUNDUS, true), false, "It is a page.");
    isJudged(Predictions.of(3, 2, UNCLEAR, true), true, "It is not sharp.");
  }

  @Test
  void furtherMethodsAreHeldBackToo() {
    assertFalse(new Prediction.Decision("disc", 1, 2, UNCLEAR).judged());
    assertTrue(new Prediction.Decision("disc", 3, 2, UNCLEAR).anomalous());
    Prediction.Decision page = new Prediction.Decision("disc", 3, 2, NO_FUNDUS);
    assertFalse(page.judged() || page.anomalous());
    assertEquals("disc: not judged", page.text());
    assertFalse(new Prediction.Decision("disc", Double.NaN, 2, null).judged());
  }
}
