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

  private static final int PLANE = 128 * 128;

  private static float[] noise(int plane) {
    Random random = new Random(3);
    float[] values = new float[3 * plane];
    for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
    return values;
  }

  @Test
  void eachTakesItsOwnOfTheWeightsOfBoth() {
    try (DiscNet finder = DiscNet.finder(1);
        DiscNet outliner = DiscNet.outliner(2);
        DiscNet secondFinder = DiscNet.finder(3);
        DiscNet secondOutliner = DiscNet.outliner(4)) {
      List<NamedArray> both = new ArrayList<>(finder.weights());
      both.addAll(outliner.weights());
      assertArrayEquals(said(finder), said(secondFinder.withWeights(both)));
      assertArrayEquals(said(outliner), said(secondOutliner.withWeights(both)));
      assertEquals(2 * outliner.size() * outliner.size(), said(outliner).length);
      Exception e =
          assertThrows(
              IllegalArgumentException.class, () -> finder.withWeights(outliner.weights()));
      assertTrue(e.getMessage().contains("finder."), e.getMessage());
    }
  }

  private static float[] said(DiscNet net) {
    int plane = net.size() * net.size();
    float[] all = new float[plane];
    Arrays.fill(all, 1);
    return net.infer(net.seen(noise(plane), all), all);
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
    float[] colours = noise(PLANE);
    float[] inside = new float[PLANE];
    for (int i = 0; i < PLANE; i++) inside[i] = i % 7 == 0 ? 0 : 1;
    float[] brighter = new float[colours.length];
    for (int i = 0; i < colours.length; i++) brighter[i] = 0.2f + 1.7f * colours[i];
    assertArrayEquals(
        StandardizedColours.of(colours, inside), StandardizedColours.of(brighter, inside), 1e-4f);
  }
}
