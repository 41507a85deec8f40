package sc.fiji.cavga.feed.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.dataset.MemorySample;
import sc.fiji.cavga.dataset.Seeds;
import sc.fiji.cavga.preprocess.PreparedPicture;

class AugmentationTest {

  private static final int SIZE = 32;

  /** A colour disc of radius 12 about the centre, noisy inside and black outside. */
  private static PreparedPicture disc(double dx, double dy) {
    float[] values = new float[3 * SIZE * SIZE];
    float[] inside = new float[SIZE * SIZE];
    Random random = new Random(5);
    for (int i = 0; i < inside.length; i++) {
      double x = i % SIZE - (SIZE - 1) / 2.0 - dx;
      double y = i / SIZE - (SIZE - 1) / 2.0 - dy;
      if (x * x + y * y > 144) continue;
      inside[i] = 1;
      for (int c = 0; c < 3; c++)
        values[c * SIZE * SIZE + i] = 0.3f + 0.2f * c + 0.1f * random.nextFloat();
    }
    return new PreparedPicture(SIZE, 3, values, inside, MemorySample.placement());
  }

  private static int count(float[] fieldOfView) {
    int count = 0;
    for (float inside : fieldOfView) if (inside == 1) count++;
    return count;
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    PreparedPicture one = Augmentation.FUNDUS.apply(disc(0, 0), 11);
    PreparedPicture again = Augmentation.FUNDUS.apply(disc(0, 0), 11);
    assertArrayEquals(one.values(), again.values());
    assertArrayEquals(one.fieldOfView(), again.fieldOfView());
    assertFalse(Arrays.equals(one.values(), Augmentation.FUNDUS.apply(disc(0, 0), 12).values()));
  }

  @Test
  void noneChangesNothing() {
    PreparedPicture picture = disc(0, 0);
    for (int seed = 0; seed < 20; seed++)
      assertSame(picture, Augmentation.NONE.apply(picture, seed));
  }

  @Test
  void halfOfThePicturesAreMirroredExactly() {
    Augmentation mirror = new Augmentation(true, 0, 0, 0, 0);
    PreparedPicture picture = disc(2, 0);
    int mirrored = 0;
    for (int seed = 0; seed < 200; seed++) {
      PreparedPicture varied = mirror.apply(picture, Seeds.combine(seed));
      if (varied == picture) continue;
      mirrored++;
      for (int i = 0; i < 3 * SIZE * SIZE; i++) {
        int other = i - i % SIZE + SIZE - 1 - i % SIZE;
        assertEquals(picture.values()[other], varied.values()[i]);
        int plane = SIZE * SIZE;
        assertEquals(picture.fieldOfView()[other % plane], varied.fieldOfView()[i % plane]);
      }
    }
    assertTrue(mirrored > 70 && mirrored < 130, "mirrored " + mirrored + " of 200");
  }

  @Test
  void aQuarterTurnMovesPixelsClockwise() {
    float[] values = new float[16];
    float[] inside = new float[16];
    Arrays.fill(inside, 1);
    values[1] = 1;
    PreparedPicture turned =
        new Warp(1, Math.PI / 2)
            .apply(new PreparedPicture(4, 1, values, inside, MemorySample.placement()));
    // (1, 0) in the top row goes to (3, 1) in the right column.
    assertEquals(1, turned.values()[1 * 4 + 3], 1e-6);
    assertEquals(1, Arrays.stream(toDouble(turned.values())).sum(), 1e-5);
    assertEquals(16, count(turned.fieldOfView()));
  }

  private static double[] toDouble(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) result[i] = values[i];
    return result;
  }

  @Test
  void theFieldOfViewTurnsAlongAndBlackDoesNotBleedIn() {
    PreparedPicture picture = disc(3, 0);
    float[] flat = picture.values().clone();
    for (int i = 0; i < flat.length; i++) flat[i] = flat[i] > 0 ? 0.6f : 0;
    PreparedPicture even =
        new PreparedPicture(SIZE, 3, flat, picture.fieldOfView(), picture.placement());
    PreparedPicture turned = new Warp(1, 0.4).apply(even);
    assertFalse(Arrays.equals(picture.fieldOfView(), turned.fieldOfView()));
    for (int i = 0; i < flat.length; i++)
      assertEquals(
          turned.fieldOfView()[i % (SIZE * SIZE)] == 1 ? 0.6f : 0, turned.values()[i], 1e-6);
  }

  @Test
  void whatComesInFromOutsideTheSquareIsOutsideTheFieldOfView() {
    float[] whole = new float[SIZE * SIZE];
    Arrays.fill(whole, 1);
    PreparedPicture square =
        new PreparedPicture(SIZE, 3, disc(0, 0).values(), whole, MemorySample.placement());
    // What a square has in common with itself turned by 45 degrees: an octagon.
    double octagon = 2 * Math.sqrt(2) - 2;
    int inside = count(new Warp(1, Math.PI / 4).apply(square).fieldOfView());
    assertEquals(octagon, inside / (double) (SIZE * SIZE), 0.02);
  }

  @Test
  void coloursChangeInsideTheFieldOfViewOnly() {
    PreparedPicture picture = disc(0, 0);
    Augmentation colours = new Augmentation(false, 0, 0.9, 0.9, 0.9);
    boolean tinted = false;
    for (int seed = 0; seed < 30; seed++) {
      PreparedPicture varied = colours.apply(picture, Seeds.combine(seed));
      assertArrayEquals(picture.fieldOfView(), varied.fieldOfView());
      for (int i = 0; i < varied.values().length; i++) {
        float value = varied.values()[i];
        assertTrue(value >= 0 && value <= 1);
        if (picture.fieldOfView()[i % (SIZE * SIZE)] == 0) assertEquals(0, value);
      }
      tinted |= varied.values()[16 * SIZE + 16] > varied.values()[2 * SIZE * SIZE + 16 * SIZE + 16];
    }
    assertTrue(tinted, "a strong tint turns the order of the channels around");
  }

  @Test
  void contrastKeepsTheMeanAndBrightnessScalesIt() {
    PreparedPicture picture = disc(0, 0);
    double mean = mean(picture);
    assertEquals(mean, mean(new ColourChange(1.3, new double[] {1, 1, 1}).apply(picture)), 1e-6);
    assertEquals(
        0.9 * mean, mean(new ColourChange(1, new double[] {0.9, 0.9, 0.9}).apply(picture)), 1e-6);
  }

  private static double mean(PreparedPicture picture) {
    return Arrays.stream(toDouble(picture.values())).sum() / count(picture.fieldOfView()) / 3;
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    for (double wrong : new double[] {-0.1, 181, Double.NaN, Double.POSITIVE_INFINITY})
      for (int i = 0; i < 4; i++) {
        double[] values = new double[4];
        values[i] = wrong;
        assertThrows(
            IllegalArgumentException.class,
            () -> new Augmentation(true, values[0], values[1], values[2], values[3]));
      }
  }

  @Test
  void jsonGoesThereAndBack() throws IOException {
    Augmentation one = new Augmentation(true, 3, 0.3, 0.4, 0.5);
    JsonObject text = JsonParser.parseString(one.toString()).getAsJsonObject();
    assertEquals(one, Augmentation.fromJson(text));
    assertEquals(one.hashCode(), Augmentation.fromJson(text).hashCode());
    assertNotEquals(one, Augmentation.FUNDUS);
    assertNotEquals(one, (Object) "text");
  }

  @Test
  void jsonIsTakenStrictly() {
    assertRefused("must be a number", "brightness", "\"0\"");
    assertRefused("must be a number", "contrast", "true");
    assertRefused("must be a number", "tint", "[]");
    assertRefused("must be true or false", "mirror", "1");
    assertRefused("rotation must be 0 to 180", "rotation_degrees", "720");
    assertRefused("no entry 'flip'", "flip", "true");
    JsonObject missing = Augmentation.FUNDUS.toJson();
    missing.remove("contrast");
    assertThrows(IOException.class, () -> Augmentation.fromJson(missing));
  }

  @Test
  void whatEarlierVersionsWroteIsTakenWhereItWasOff() throws IOException {
    JsonObject json = Augmentation.FUNDUS.toJson();
    json.addProperty("upside_down", false);
    json.addProperty("shift", 0.0);
    json.addProperty("zoom", 0);
    assertEquals(Augmentation.FUNDUS, Augmentation.fromJson(json));
    assertRefused("varies no pictures by 'upside_down'", "upside_down", "true");
    assertRefused("varies no pictures by 'shift'", "shift", "0.1");
    assertRefused("varies no pictures by 'zoom'", "zoom", "\"0\"");
  }

  private static void assertRefused(String expected, String key, String value) {
    JsonObject json = Augmentation.FUNDUS.toJson();
    json.add(key, JsonParser.parseString(value));
    IOException problem = assertThrows(IOException.class, () -> Augmentation.fromJson(json));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
  }
}
