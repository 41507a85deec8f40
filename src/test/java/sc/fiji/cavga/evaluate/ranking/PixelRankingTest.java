package sc.fiji.cavga.evaluate.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.evaluate.metric.Overlap;
import sc.fiji.cavga.evaluate.metric.RegionOverlap;
import sc.fiji.cavga.plane.SortableFloat;

class PixelRankingTest {

  private static final int WIDTH = 50;
  private static final int PIXELS = WIDTH * 40;

  @Test
  void ranksAsIfAllPixelsWereHeld() {
    PixelRanking pixels = new PixelRanking(64, 1 << 20);
    CountRanking all = fill(pixels, 20, 3);
    assertEquals(all.anomalous(), pixels.anomalous());
    assertEquals(all.normal(), pixels.normal());
    assertTrue(pixels.exact());
    assertEquals(RankingMetrics.auroc(all), RankingMetrics.auroc(pixels), 1e-14);
    assertEquals(
        RankingMetrics.averagePrecision(all), RankingMetrics.averagePrecision(pixels), 1e-14);
    assertEquals(
        RankingMetrics.bestIntersectionOverUnion(all),
        RankingMetrics.bestIntersectionOverUnion(pixels));
  }

  @Test
  void goesOnAfterItWasAsked() {
    PixelRanking asked = new PixelRanking(64, 1 << 20);
    PixelRanking unasked = new PixelRanking(64, 1 << 20);
    fill(asked, 3, 1);
    RankingMetrics.auroc(asked);
    fill(asked, 3, 2);
    fill(unasked, 3, 1);
    fill(unasked, 3, 2);
    assertEquals(RankingMetrics.auroc(unasked), RankingMetrics.auroc(asked));
    assertEquals(RegionOverlap.area(unasked, 0.3), RegionOverlap.area(asked, 0.3), 1e-12);
  }

  @Test
  void staysWithinItsMemoryAndNearTheTruth() {
    PixelRanking pixels = new PixelRanking(256, 3000);
    CountRanking all = fill(pixels, 20, 4);
    assertFalse(pixels.exact());
    int[] steps = {0};
    pixels.descend((value, anomalous, normal, overlap) -> steps[0]++);
    assertTrue(steps[0] <= 6000, "distinct values: " + steps[0]);
    assertEquals(all.anomalous(), pixels.anomalous());
    assertEquals(RankingMetrics.auroc(all), RankingMetrics.auroc(pixels), 1e-3);
    assertEquals(
        RankingMetrics.averagePrecision(all), RankingMetrics.averagePrecision(pixels), 2e-3);
  }

  @Test
  void keysSortAsFloatsDo() {
    float[] ascending = {
      Float.NEGATIVE_INFINITY,
      -2,
      -1,
      -Float.MIN_VALUE,
      0,
      Float.MIN_VALUE,
      1,
      2,
      Float.POSITIVE_INFINITY
    };
    for (int i = 1; i < ascending.length; i++)
      assertTrue(SortableFloat.key(ascending[i - 1]) < SortableFloat.key(ascending[i]));
    for (float value : ascending)
      assertEquals(value, SortableFloat.value(SortableFloat.key(value)));
    assertEquals(SortableFloat.key(0f), SortableFloat.key(-0f));
  }

  @Test
  void regionOverlapByHand() {
    // Regions of one and of four pixels. Descending: half of the large region, then 1 of 5 normals,
    // then the small region, then the rest.
    boolean[] mask = mask("##...", "##..#");
    float[] map = {9, 9, 8, 5, 4, 3, 2, Float.NaN, 1, 7};
    PixelRanking pixels = new PixelRanking();
    pixels.add(map, mask, 5);
    assertEquals(2, pixels.regions());
    assertEquals(4, pixels.normal());
    // Rate 0: overlap 0.25. Rate 1/4 (value 8): still 0.25. Value 7: 0.75. Rate 1/2: 0.75.
    assertEquals(0.25, RegionOverlap.area(pixels, 0.25), 1e-12);
    assertEquals((0.25 * 0.25 + 0.25 * 0.75) / 0.5, RegionOverlap.area(pixels, 0.5), 1e-12);
    double atLimit = 0.75;
    assertEquals(
        (0.25 * 0.25 + 0.05 * (0.75 + atLimit) / 2) / 0.3, RegionOverlap.area(pixels, 0.3), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> RegionOverlap.area(pixels, 0));
    assertTrue(Double.isNaN(RegionOverlap.area(new PixelRanking(), 0.3)));
  }

  @Test
  void regionsOutsideTheFieldOfViewDoNotCount() {
    PixelRanking pixels = new PixelRanking();
    pixels.add(new float[] {1, 0, Float.NaN}, new boolean[] {true, false, true}, 3);
    assertEquals(1, pixels.regions());
    assertEquals(1, pixels.anomalous());
    assertThrows(IllegalArgumentException.class, () -> pixels.add(new float[3], new boolean[4], 3));
  }

  @Test
  void overlapAtAThreshold() {
    Overlap overlap = new Overlap(1);
    assertTrue(Double.isNaN(overlap.dice()));
    overlap.add(
        new float[] {2, 2, 1, 0, Float.NaN}, new boolean[] {true, false, true, false, true});
    overlap.add(new float[] {2, 0}, null);
    assertEquals(1 / 4.0, overlap.intersectionOverUnion());
    assertEquals(2 / 5.0, overlap.dice());
    assertThrows(IllegalArgumentException.class, () -> overlap.add(new float[2], new boolean[3]));
  }

  /** Adds random pictures, every third normal, and returns the ranking of all their pixels. */
  private static CountRanking fill(PixelRanking pixels, int pictures, long seed) {
    Random random = new Random(seed);
    double[] values = new double[pictures * PIXELS];
    boolean[] labels = new boolean[pictures * PIXELS];
    for (int picture = 0; picture < pictures; picture++) {
      float[] map = new float[PIXELS];
      boolean[] mask = new boolean[PIXELS];
      for (int i = 0; i < PIXELS; i++) {
        mask[i] = picture % 3 > 0 && random.nextInt(10) == 0;
        map[i] = (float) random.nextGaussian() + (mask[i] ? 0.5f : 0);
        if (picture % 2 == 0) map[i] = Math.round(map[i] * 10) / 10f;
        values[picture * PIXELS + i] = map[i];
        labels[picture * PIXELS + i] = mask[i];
      }
      pixels.add(map, picture % 3 > 0 ? mask : null, WIDTH);
    }
    return CountRanking.of(values, labels);
  }

  private static boolean[] mask(String... rows) {
    String all = String.join("", rows);
    boolean[] mask = new boolean[all.length()];
    for (int i = 0; i < mask.length; i++) mask[i] = all.charAt(i) == '#';
    return mask;
  }
}
