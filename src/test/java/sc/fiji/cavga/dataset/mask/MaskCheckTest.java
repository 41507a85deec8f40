package sc.fiji.cavga.dataset.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.Pictures;

class MaskCheckTest {

  private static final int SIDE = 10;

  /** A grey mask: the values, then black. */
  private static Picture drawn(int... values) {
    byte[] pixels = new byte[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) pixels[i] = (byte) values[i];
    return Pictures.of("mask", ArrayImgs.unsignedBytes(pixels, SIDE, SIDE));
  }

  private static Picture filled(int value, int... values) {
    int[] all = new int[SIDE * SIDE];
    Arrays.fill(all, value);
    System.arraycopy(values, 0, all, 0, values.length);
    return drawn(all);
  }

  private static List<String> doubts(Picture mask) {
    return new MaskCheck(mask, MaskRule.NOT_BLACK, false).doubts();
  }

  private static void assertDoubt(Picture mask, String part) {
    List<String> doubts = doubts(mask);
    assertEquals(1, doubts.size(), doubts::toString);
    assertTrue(doubts.get(0).contains(part), doubts::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 128, 255})
  void oneValueOnBlackIsNotDoubtful(int value) {
    assertEquals(List.of(), doubts(drawn(value, value, value)));
  }

  @Test
  void doubtfulKinds() {
    assertDoubt(filled(255, 0, 0, 0), "97 % of the picture. Is it inverted?");
    assertDoubt(filled(255), "the whole picture");
    assertDoubt(drawn(), "marks nothing");
    assertDoubt(drawn(128, 255, 128), "the values 0, 128, 255");
    assertDoubt(filled(255, 128, 128), "none of its values 128, 255 is black");
    assertDoubt(drawn(10, 20, 30, 40, 50, 60, 70, 80, 90), "10 values, as soft masks have");
    List<String> jpeg = new MaskCheck(drawn(255, 3, 1), MaskRule.NOT_BLACK, true).doubts();
    assertTrue(jpeg.get(0).contains("JPEG"), jpeg::toString);
    Picture noted = drawn(255).noting("Its transparent parts count as black.");
    assertDoubt(noted, "transparent");
  }

  @Test
  void colouredLabelsAreDoubtful() {
    float[] pixels = new float[3 * SIDE * SIDE];
    pixels[0] = 1;
    pixels[SIDE * SIDE + 1] = 1;
    Picture mask = Pictures.of("mask", ArrayImgs.floats(pixels, SIDE, SIDE, 3));
    assertDoubt(mask, "3 colours");
  }

  private static boolean[] marked(Picture mask, MaskRule rule) {
    MaskCheck check = new MaskCheck(mask, rule, false);
    boolean[] marked = new boolean[4];
    for (int x = 0; x < marked.length; x++) marked[x] = check.bits().getAt(x, 0).get();
    return marked;
  }

  private static void assertMarked(String expected, MaskRule rule) {
    StringBuilder found = new StringBuilder();
    for (boolean bit : marked(drawn(0, 3, 128, 255), rule)) found.append(bit ? 'x' : '.');
    assertEquals(expected, found.toString());
  }

  @Test
  void rules() {
    assertMarked(".xxx", MaskRule.NOT_BLACK);
    assertMarked("x...", new MaskRule(true, Set.of(), 1));
    assertMarked("..xx", new MaskRule(false, Set.of(), 128));
    assertMarked("xx..", new MaskRule(true, Set.of(), 128));
    assertMarked("x.x.", new MaskRule(false, Set.of(0, 128), 1));
    assertMarked(".x.x", new MaskRule(true, Set.of(0, 128), 1));
    assertThrows(IllegalArgumentException.class, () -> new MaskRule(false, Set.of(256), 1));
    assertThrows(IllegalArgumentException.class, () -> new MaskRule(false, Set.of(), 0));
    assertThrows(IllegalArgumentException.class, () -> new MaskRule(false, Set.of(128), 128));
  }

  @Test
  void rulesAreSaid() {
    assertEquals("everything but black", MaskRule.NOT_BLACK.toString());
    assertEquals("black alone", new MaskRule(true, Set.of(), 1).toString());
    assertEquals("values from 128 on", new MaskRule(false, Set.of(), 128).toString());
    assertEquals("values below 128", new MaskRule(true, Set.of(), 128).toString());
    assertEquals("the values 0, 128", new MaskRule(false, Set.of(128, 0), 1).toString());
    assertEquals("all values but 0, 128", new MaskRule(true, Set.of(128, 0), 1).toString());
  }

  @Test
  void whoHasChosenIsNotAskedAgain() {
    MaskRule rule = new MaskRule(false, Set.of(128), 1);
    assertFalse(
        new MaskCheck(drawn(128, 255), rule, true)
            .doubts().stream().anyMatch(doubt -> doubt.contains("--mask-label")));
  }

  @Test
  void whatIsNearlyBlackIsMarked() {
    float[] pixels = new float[SIDE * SIDE];
    pixels[0] = 1e-6f;
    Picture mask = Pictures.of("mask", ArrayImgs.floats(pixels, SIDE, SIDE));
    assertTrue(new MaskCheck(mask, MaskRule.NOT_BLACK, false).bits().getAt(0, 0).get());
  }
}
