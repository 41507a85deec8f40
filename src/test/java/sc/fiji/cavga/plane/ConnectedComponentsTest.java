package sc.fiji.cavga.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConnectedComponentsTest {

  private static boolean[] mask(String... rows) {
    String all = String.join("", rows);
    boolean[] mask = new boolean[all.length()];
    for (int i = 0; i < mask.length; i++) mask[i] = all.charAt(i) == '#';
    return mask;
  }

  @Test
  void touchAtCornersAndCanWind() {
    boolean[] mask =
        mask(
            "#.#.#..#",
            "#.#..#..",
            "###...#.",
            "........",
            ".#######",
            ".#.....#",
            ".#.###.#",
            ".#...#.#",
            ".#####.#");
    ConnectedComponents parts = ConnectedComponents.touching(at -> mask[at], 72, 8);
    int[] expected = {
      1, 0, 1, 0, 2, 0, 0, 3,
      1, 0, 1, 0, 0, 2, 0, 0,
      1, 1, 1, 0, 0, 0, 2, 0,
      0, 0, 0, 0, 0, 0, 0, 0,
      0, 4, 4, 4, 4, 4, 4, 4,
      0, 4, 0, 0, 0, 0, 0, 4,
      0, 4, 0, 4, 4, 4, 0, 4,
      0, 4, 0, 0, 0, 4, 0, 4,
      0, 4, 4, 4, 4, 4, 0, 4
    };
    assertArrayEquals(expected, parts.labels());
    assertEquals(4, parts.count());
    assertArrayEquals(new int[] {38, 7, 3, 1, 23}, parts.areas());
    assertEquals(0, ConnectedComponents.touching(at -> false, 6, 3).count());
  }

  @Test
  void sideBySideACornerDoesNotJoin() {
    boolean[] mask = mask("##.#", "..#.", ".###", "#.##");
    int[] expected = {1, 1, 0, 2, 0, 0, 3, 0, 0, 3, 3, 3, 4, 0, 3, 3};
    ConnectedComponents parts = ConnectedComponents.sideBySide(at -> mask[at], 16, 4);
    assertArrayEquals(expected, parts.labels());
    assertArrayEquals(new int[] {6, 2, 1, 6, 1}, parts.areas());
  }

  /** Against the definition: labels spread to neighbours until nothing changes. */
  @Test
  void agreesWithSpreadingLabels() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      int width = 1 + random.nextInt(12);
      int length = width * (1 + random.nextInt(12));
      boolean[] mask = new boolean[length];
      double share = random.nextDouble();
      for (int i = 0; i < length; i++) mask[i] = random.nextDouble() < share;
      assertArrayEquals(
          spread(mask, width, true),
          ConnectedComponents.touching(at -> mask[at], length, width).labels());
      assertArrayEquals(
          spread(mask, width, false),
          ConnectedComponents.sideBySide(at -> mask[at], length, width).labels());
    }
  }

  private static int[] spread(boolean[] mask, int width, boolean corners) {
    int[] labels = new int[mask.length];
    int count = 0;
    for (int start = 0; start < mask.length; start++)
      if (mask[start] && labels[start] == 0) spread(mask, width, corners, labels, start, ++count);
    return labels;
  }

  private static void spread(
      boolean[] mask, int width, boolean corners, int[] labels, int at, int label) {
    labels[at] = label;
    for (int dy = -1; dy <= 1; dy++)
      for (int dx = -1; dx <= 1; dx++) {
        int x = at % width + dx;
        int next = at + dy * width + dx;
        if (dx * dy != 0 && !corners || x < 0 || x >= width) continue;
        if (next < 0 || next >= mask.length || !mask[next] || labels[next] != 0) continue;
        spread(mask, width, corners, labels, next, label);
      }
  }
}
