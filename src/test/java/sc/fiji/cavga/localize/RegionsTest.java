package sc.fiji.cavga.localize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.PictureMap;

class RegionsTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.5, 0.7})
  void theyAreWhatFloodingFinds(double share) {
    Random random = new Random(3);
    int width = 61;
    int height = 43;
    float[] map = new float[width * height];
    for (int i = 0; i < map.length; i++) {
      boolean above = random.nextDouble() < share;
      map[i] = above ? 1.001f + random.nextFloat() : random.nextInt(9) == 0 ? Float.NaN : 1;
    }
    List<List<Integer>> expected = flood(map, width, height);
    List<Region> regions = Regions.of(PictureMap.of(map, width), 0);

    assertEquals(expected.size(), regions.size());
    for (int i = 0; i < regions.size(); i++) {
      Region region = regions.get(i);
      assertEquals(i + 1, region.number());
      if (i > 0) assertTrue(region.max() <= regions.get(i - 1).max());
      List<Integer> pixels = holding(expected, region, map, width);
      assertEquals(pixels.size(), region.area());
      double sum = 0;
      double sumX = 0;
      double sumY = 0;
      for (int pixel : pixels) {
        sum += map[pixel];
        sumX += pixel % width + 0.5;
        sumY += pixel / width + 0.5;
      }
      assertEquals(sum / pixels.size(), region.mean(), 1e-6);
      assertEquals(sumX / pixels.size(), region.centroidX(), 1e-6);
      assertEquals(sumY / pixels.size(), region.centroidY(), 1e-6);
      assertSelects(region, pixels, width, height);
    }
  }

  @Test
  void touchingAtACornerIsTogether() {
    float[] map = {
      2, 0, 0, 0, 0, //
      0, 2, 0, 0, 2, //
      0, 0, 0, 3, 0, //
      0, 0, 0, 0, 0, //
      0, 0, 0, 0, 5
    };
    List<Region> regions = Regions.of(PictureMap.of(map, 5), 0);
    assertEquals(3, regions.size());
    assertEquals(5, regions.get(0).max());
    assertEquals(2, regions.get(1).area());
    assertEquals(3, regions.get(1).x());
    assertEquals(1, regions.get(1).y());
    assertEquals(2, regions.get(1).width());
    assertEquals(2, regions.get(1).height());
    assertEquals("anomaly 2 (3.00, 2 px)", regions.get(1).name());
    assertEquals("anomaly 2 (3.00, 0.500 mm²)", regions.get(1).name(new PixelSize(0.5, 0.5, "mm")));
    assertEquals(
        "anomaly 2 (3.00, 1250 micron²)", regions.get(1).name(new PixelSize(25, 25, "micron")));
    assertEquals(
        "anomaly 2 (3.00, 2470000 µm²)", regions.get(1).name(new PixelSize(1111, 1111, "µm")));
    assertEquals("anomaly 2 (3.00, 2 px)", regions.get(1).roi().getName());
    assertEquals(2, Regions.of(PictureMap.of(map, 5), 2).size());
    assertEquals(5, Regions.in(PictureMap.of(map, 5)).area());
  }

  @Test
  void holesStayHoles() {
    float[] map = new float[12 * 10];
    for (int y = 2; y < 8; y++)
      for (int x = 3; x < 10; x++) map[y * 12 + x] = x == 5 && y == 5 ? 1 : 1.5f;
    Region ring = Regions.of(PictureMap.of(map, 12), 0).get(0);
    assertEquals(41, ring.area());
    Roi roi = ring.roi();
    assertTrue(roi instanceof ShapeRoi);
    assertTrue(roi.contains(4, 5));
    assertTrue(!roi.contains(5, 5));

    map[5 * 12 + 5] = 1.5f;
    Roi filled = Regions.of(PictureMap.of(map, 12), 0).get(0).roi();
    assertTrue(filled instanceof PolygonRoi || filled.getType() == Roi.RECTANGLE);
  }

  @Test
  void theThresholdItselfIsNormal() {
    float[] pixels = new float[3];
    PictureMap map = PictureMap.of(pixels, 3);
    pixels[1] = 1;
    assertEquals(List.of(), Regions.of(map, 0));
    pixels[1] = Math.nextUp(1f);
    assertEquals(1, Regions.of(map, 0).get(0).area());
    assertEquals(1.5, Regions.of(map, 0).get(0).centroidX());
  }

  @Test
  void anInterruptedThreadIsACancelledOne() {
    Region region = Regions.of(PictureMap.of(new float[] {2, 2}, 2), 0).get(0);
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, region::roi);
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  private static void assertSelects(Region region, List<Integer> pixels, int width, int height) {
    Roi roi = region.roi();
    int selected = 0;
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) if (roi.contains(x, y)) selected++;
    assertEquals(pixels.size(), selected);
    for (int pixel : pixels) assertTrue(roi.contains(pixel % width, pixel / width));
  }

  private static List<Integer> holding(
      List<List<Integer>> components, Region region, float[] map, int width) {
    for (List<Integer> component : components)
      for (int pixel : component)
        if (map[pixel] == (float) region.max()
            && pixel % width >= region.x()
            && pixel % width < region.x() + region.width()
            && pixel / width >= region.y()
            && pixel / width < region.y() + region.height()) return component;
    throw new AssertionError("nobody has the maximum of " + region.name());
  }

  private static List<List<Integer>> flood(float[] map, int width, int height) {
    boolean[] seen = new boolean[map.length];
    List<List<Integer>> components = new ArrayList<>();
    for (int start = 0; start < map.length; start++) {
      if (seen[start] || !(map[start] > 1)) continue;
      List<Integer> component = new ArrayList<>();
      Deque<Integer> open = new ArrayDeque<>(List.of(start));
      seen[start] = true;
      while (!open.isEmpty()) {
        int at = open.pop();
        component.add(at);
        for (int dy = -1; dy <= 1; dy++)
          for (int dx = -1; dx <= 1; dx++) {
            int x = at % width + dx;
            int y = at / width + dy;
            if (x < 0 || y < 0 || x >= width || y >= height) continue;
            int next = y * width + x;
            if (seen[next] || !(map[next] > 1)) continue;
            seen[next] = true;
            open.push(next);
          }
      }
      components.add(component);
    }
    return components;
  }
}
