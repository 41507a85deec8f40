package sc.fiji.cavga.method.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sc.fiji.cavga.model.examination.ScoreParts;

class LocalScorePartsTest {

  @Test
  void areOfTheMostUnusualShareInsideTheFieldOfView() {
    float[] logits = {0, 0, -20, -20, -20, -20, -20, -20, Float.NaN, Float.NaN};
    float[] distances = {1, 1, 1, 5, 7, 1, 1, 1, Float.NaN, Float.NaN};
    ScoreParts parts = new LocalScoreParts(logits, distances, 0.25);
    assertEquals(Math.log(0.5), parts.values(0.25)[0], 1e-6);
    assertEquals(Math.log(6), parts.values(0.25)[1], 1e-6);
    assertEquals(Math.log(0.125), parts.values(1)[0], 1e-6);
  }

  @Test
  void areUnknownWhereNothingIsSeen() {
    float[] nothing = {Float.NaN};
    for (double value : new LocalScoreParts(nothing, nothing, 1).values(0.25))
      assertTrue(Double.isNaN(value));
  }

  @Test
  void ofWhatIsSurelyNormalAreBounded() {
    float[] logits = {-1000, -1000};
    float[] distances = {-3, 0};
    double[] values = new LocalScoreParts(logits, distances, 1).values(1);
    assertEquals(Math.log(1e-6), values[0]);
    assertEquals(Math.log(0.1), values[1]);
  }

  @Test
  void theDistanceCountsAsMuchAsItIsTold() {
    float[] one = {0};
    ScoreParts parts = new LocalScoreParts(one, one, 0.25);
    assertEquals("segmentation_net", parts.parts().get(0).name());
    assertEquals(1, parts.parts().get(0).weight());
    assertEquals("half_mahalanobis_distance", parts.parts().get(1).name());
    assertEquals(0.25, parts.parts().get(1).weight());
  }
}
