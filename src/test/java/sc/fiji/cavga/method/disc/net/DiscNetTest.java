package sc.fiji.cavga.method.disc.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.io.NamedArray;

class DiscNetTest {

  private static final int PLANE = DiscNet.SIZE * DiscNet.SIZE;

  private static float[] noise() {
    Random random = new Random(3);
    float[] values = new float[3 * PLANE];
    for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
    return values;
  }

  @Test
  void eachTakesItsOwnOfTheWeightsOfBoth() {
    float[] all = new float[PLANE];
    Arrays.fill(all, 1);
    try (DiscNet finder = DiscNet.finder(1);
        DiscNet outliner = DiscNet.outliner(2);
        DiscNet secondFinder = DiscNet.finder(3);
        DiscNet secondOutliner = DiscNet.outliner(4)) {
      List<NamedArray> both = new ArrayList<>(finder.weights());
      both.addAll(outliner.weights());
      assertArrayEquals(
          finder.infer(noise(), all), secondFinder.withWeights(both).infer(noise(), all));
      float[] outlined = outliner.infer(noise(), all);
      assertEquals(2 * PLANE, outlined.length);
      assertArrayEquals(outlined, secondOutliner.withWeights(both).infer(noise(), all));
      Exception e =
          assertThrows(
              IllegalArgumentException.class, () -> finder.withWeights(outliner.weights()));
      assertTrue(e.getMessage().contains("finder."), e.getMessage());
    }
  }

  @Test
  void bothAreSmallEnoughToBeShipped() {
    try (DiscNet finder = DiscNet.finder(1);
        DiscNet outliner = DiscNet.outliner(2)) {
      long bytes = 0;
      for (NamedArray array : finder.weights()) bytes += 4L * array.values().length;
      for (NamedArray array : outliner.weights()) bytes += 4L * array.values().length;
      assertTrue(bytes < 2_000_000, bytes + " bytes");
    }
  }

  @Test
  void coloursLoseTheirMeanAndSpreadInsideTheFieldOfViewAlone() {
    float[] colours = {0.1f, 0.3f, 0.9f, 0.9f, 0.5f, 0.5f, 0, 0, 0.2f, 0.4f, 1, 1};
    float[] inside = {1, 1, 0, 0};
    float[] standardized = StandardizedColours.of(colours, inside);
    assertArrayEquals(new float[] {-1, 1, 0, 0, 0, 0, 0, 0, -1, 1, 0, 0}, standardized, 1e-5f);
  }

  @Test
  void aCamerasGainAndOffsetDoNotMatter() {
    float[] colours = noise();
    float[] inside = new float[PLANE];
    for (int i = 0; i < PLANE; i++) inside[i] = i % 7 == 0 ? 0 : 1;
    float[] brighter = new float[colours.length];
    for (int i = 0; i < colours.length; i++) brighter[i] = 0.2f + 1.7f * colours[i];
    assertArrayEquals(
        StandardizedColours.of(colours, inside), StandardizedColours.of(brighter, inside), 1e-4f);
  }
}
