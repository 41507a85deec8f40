package sc.fiji.cavga.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.dataset.MemorySample;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.TexturedEye;
import sc.fiji.cavga.feed.BatchOptions;
import sc.fiji.cavga.feed.Batches;
import sc.fiji.cavga.feed.CacheLimit;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;

class VaryingLightTest {

  private static final int SIZE = TexturedEye.SIZE;
  private static final int PLANE = SIZE * SIZE;

  @Test
  void wavesAreWideAndCentred() {
    double sum = 0;
    double squares = 0;
    double steps = 0;
    for (int seed = 0; seed < 200; seed++) {
      float[] waves = WideWaves.draw(SIZE, 0.3, new SplittableRandom(seed)).pattern();
      for (int i = 0; i < PLANE; i++) {
        sum += waves[i];
        squares += waves[i] * waves[i];
        if (i % SIZE > 0) steps = Math.max(steps, Math.abs(waves[i] - waves[i - 1]));
      }
    }
    assertEquals(0, sum / 200 / PLANE, 0.03);
    assertEquals(0.5, squares / 200 / PLANE, 0.05);
    // Four waves of amplitude ½, each at least 0.3 of 64 pixels long.
    assertTrue(steps < 4 * 0.5 * 2 * Math.PI / (0.3 * SIZE), "steepest step: " + steps);
  }

  @Test
  void changesLightAndLeavesWhatCannotBeSeen() {
    PreparedPicture plain = TexturedEye.of(3);
    float[] before = plain.values().clone();
    int changed = 0;
    for (int seed = 0; seed < 200; seed++) {
      PreparedPicture varied = VaryingLight.apply(plain, seed);
      assertArrayEquals(plain.fieldOfView(), varied.fieldOfView());
      boolean differs = false;
      for (int i = 0; i < 3 * PLANE; i++) {
        float value = varied.values()[i];
        assertTrue(value >= 0 && value <= 1);
        if (!(plain.fieldOfView()[i % PLANE] > 0)) assertEquals(before[i], value);
        differs |= Math.abs(value - before[i]) > 0.002;
      }
      if (differs) changed++;
    }
    assertArrayEquals(before, plain.values());
    assertTrue(changed > 140 && changed < 185, changed + " of 200 changed, about 80 % expected");
  }

  @Test
  void theSameSeedGivesTheSameBitsAndGreyPicturesAreVariedToo() {
    for (int channels : new int[] {1, 3}) {
      PreparedPicture plain = TexturedEye.of(channels);
      float[] once = VaryingLight.apply(plain, 5).values();
      assertArrayEquals(once, VaryingLight.apply(plain, 5).values());
      assertFalse(Arrays.equals(once, VaryingLight.apply(plain, 6).values()));
    }
  }

  @Test
  void batchesHaveItBelowThePaint() throws Exception {
    BatchOptions options = new BatchOptions(8, 3, Augmentation.NONE).withPainted();
    PictureBatch lit = batch(options.withVaryingLight(true));
    PictureBatch painted = batch(options);
    assertArrayEquals(painted.fieldOfView(), lit.fieldOfView());
    assertFalse(Arrays.equals(painted.values(), lit.values()));
    // Light is no anomaly: what is marked is what was painted, but for faint margins of it.
    int differing = 0;
    int marked = 0;
    for (int i = 0; i < painted.painted().length; i++) {
      if (painted.painted()[i] != lit.painted()[i]) differing++;
      if (painted.painted()[i] > 0) marked++;
    }
    assertTrue(marked > 20, "marked: " + marked);
    assertTrue(differing < 0.2 * marked, differing + " of " + marked);
  }

  private static PictureBatch batch(BatchOptions options) throws Exception {
    List<Sample> samples = List.of(new MemorySample("a", 0), new MemorySample("b", 0));
    PreparedSamples eyes =
        new PreparedSamples(samples, any -> TexturedEye.of(3), CacheLimit.byDefault());
    try (Batches batches = new Batches(eyes, PreparedSamples.none(), options, 0)) {
      return batches.next();
    }
  }
}
