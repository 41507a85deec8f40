package sc.fiji.cavga.model.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.plane.Quantile;

class HeldOutEyesTest {

  private static List<float[]> deviations() {
    SplittableRandom random = new SplittableRandom(3);
    List<float[]> all = new ArrayList<>();
    for (int picture = 0; picture < 12; picture++) {
      float[] one = new float[4096];
      for (int i = 0; i < one.length; i++)
        one[i] = i < 100 ? Float.NaN : (float) -Math.log(1 - random.nextDouble());
      all.add(one);
    }
    return all;
  }

  private static HeldOutEyes eyes() {
    return HeldOutEyes.ofHighest(deviations(), 0.03, 12, 0.987);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.7, 0.95, 0.99, 0.993, 0.9987, 0.99991})
  void everyQuantileIsNearTheExactOne(double quantile) {
    float exact = Quantile.of(deviations(), quantile);
    assertEquals(exact, eyes().mapThreshold(quantile), 0.05 * exact + 0.05);
    assertEquals(quantile, eyes().mapQuantile(exact, 0), 0.25 * (1 - quantile) + 1e-6);
  }

  @Test
  void theFittedQuantileIsExact() {
    assertEquals(Quantile.of(deviations(), 0.987), eyes().mapThreshold(0.987));
    assertTrue(eyes().mapThreshold(1 - 1e-9) >= Quantile.of(deviations(), 1));
  }

  /** Those of a map without parts are in units of its threshold. */
  @Test
  void scoresFollowTheMapsThreshold() {
    double one = eyes().scoreThreshold(0.9, 1, null);
    assertEquals(one / 4, eyes().scoreThreshold(0.9, 4, null), 1e-6);
    assertEquals(11 / 12.0, eyes().scoreQuantile(eyes().scores()[10], 1, null, 0), 1e-9);
  }

  @Test
  void ofTwoEyesTheThresholdIsWide() {
    double[] scores = {1, 2};
    HeldOutEyes two = new HeldOutEyes(2, scores, new double[0], new float[0]);
    assertEquals(ScoreLimit.of(scores, 2, 0.95, 0), two.scoreThreshold(0.95, 1, null), 1e-9);
    assertEquals(0.95, two.scoreQuantile(two.scoreThreshold(0.95, 1, null), 1, null, 0), 1e-9);
    double[] alike = {1, 1};
    two = new HeldOutEyes(2, alike, new double[0], new float[0]);
    assertEquals(0.5, two.scoreQuantile(1, 1, null, 0), 1e-9);
    // Limits that stand already have no other threshold.
    assertEquals(1, two.mapThreshold(0.5));
  }

  @Test
  void theyAreTheSameWhenTheyAreReadAgain() throws Exception {
    HeldOutEyes again = HeldOutEntry.read(HeldOutEntry.write(eyes()));
    assertArrayEquals(eyes().scores(), again.scores());
    assertArrayEquals(eyes().shares(), again.shares());
    assertArrayEquals(eyes().values(), again.values());
    assertEquals(12, again.patients());
  }

  @Test
  void damagedOnesAreRefused() {
    JsonObject text = HeldOutEntry.write(eyes());
    text.getAsJsonArray("scores").add("high");
    assertThrows(IOException.class, () -> HeldOutEntry.read(text));
    JsonObject falling = HeldOutEntry.write(eyes());
    JsonArray values = falling.getAsJsonArray("map_values");
    values.set(values.size() - 1, values.get(0));
    assertThrows(IllegalArgumentException.class, () -> HeldOutEntry.read(falling));
    JsonObject fewer = HeldOutEntry.write(eyes());
    fewer.getAsJsonArray("map_values").remove(0);
    assertThrows(IllegalArgumentException.class, () -> HeldOutEntry.read(fewer));
  }
}
