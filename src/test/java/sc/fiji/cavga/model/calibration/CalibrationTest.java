package sc.fiji.cavga.model.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import sc.fiji.cavga.method.local.ScorePartsOf;

class CalibrationTest {

  private static final int SIZE = 32;
  private static final int PLANE = SIZE * SIZE;

  /** A picture that is varied has a part in the thresholds, and goes with its picture. */
  @Test
  void variedPicturesAreNotCountedAndGoWithTheirPicture() {
    CalibrationFitting plain = new CalibrationFitting(SIZE);
    CalibrationFitting varied = new CalibrationFitting(SIZE);
    for (int i = 0; i < 12; i++) {
      float[] map = new float[SIZE * SIZE];
      float[] inside = new float[map.length];
      Arrays.fill(inside, 1);
      for (int j = 0; j < map.length; j++) map[j] = (i * 7 + j * 3) % 5 + (i == 11 ? 1000 : 0);
      float[] stronger = map.clone();
      for (int j = 0; j < map.length; j++) stronger[j] *= 2;
      plain.add(RawMaps.of(map, inside), "patient " + i);
      varied.add(RawMaps.of(map, inside), "patient " + i);
      varied.addVaried(RawMaps.of(stronger, inside), "patient " + i);
    }
    assertEquals(List.of(11), varied.unlike());
    Calibration one = plain.fit(0.9, 0.9);
    Calibration other = varied.fit(0.9, 0.9);
    assertEquals(11, one.pictures());
    assertEquals(11, other.pictures());
    assertTrue(other.mean()[0] > 1.2 * one.mean()[0] && other.mean()[0] < 10);
  }

  @Test
  void dividesTheDeviationByTheThreshold() {
    float[] mean = new float[PLANE];
    float[] spread = new float[PLANE];
    Arrays.fill(mean, 0.5f);
    Arrays.fill(spread, 0.1f);
    Calibration calibration = new Calibration(SIZE, mean, spread, 2, 1.5, 0.98, 0.95, 0.01, 7);
    float[] raw = new float[PLANE];
    Arrays.fill(raw, 0.5f);
    raw[3] = 0.9f;
    raw[4] = 0.1f;
    raw[5] = 0.7f;
    float[] fieldOfView = disc();
    Arrays.fill(fieldOfView, 3, 6, 1);
    float[] map = calibration.calibrated(raw, fieldOfView);
    assertEquals(2, map[3], 1e-5);
    assertEquals(-2, map[4], 1e-5);
    assertEquals(1, map[5], 1e-5);
    assertEquals(Float.NaN, map[0]);
    assertEquals(0, map[PLANE / 2 + SIZE / 2]);
    assertEquals(3.0 / 7, score(calibration, map), 1e-5);
    assertThrows(IllegalArgumentException.class, () -> calibration.calibrated(raw, new float[1]));
  }

  @Test
  void refusesWhatCannotBe() {
    float[] atlas = new float[4];
    float[] spread = {1, 1, 1, 1};
    float[] zero = {1, 0, 1, 1};
    float[] nan = {1, Float.NaN, 1, 1};
    refused(() -> new Calibration(3, atlas, spread, 1, 1, 0.9, 0.9, Calibration.SCORE_SHARE, 1));
    refused(() -> new Calibration(2, atlas, zero, 1, 1, 0.9, 0.9, Calibration.SCORE_SHARE, 1));
    refused(() -> new Calibration(2, nan, spread, 1, 1, 0.9, 0.9, Calibration.SCORE_SHARE, 1));
    refused(() -> new Calibration(2, atlas, spread, 0, 1, 0.9, 0.9, Calibration.SCORE_SHARE, 1));
    refused(
        () ->
            new Calibration(2, atlas, spread, 1, Double.NaN, 0.9, 0.9, Calibration.SCORE_SHARE, 1));
    refused(() -> new Calibration(2, atlas, spread, 1, 1, 1, 0.9, Calibration.SCORE_SHARE, 1));
    refused(() -> new Calibration(2, atlas, spread, 1, 1, 0.9, 0, Calibration.SCORE_SHARE, 1));
    refused(() -> new Calibration(2, atlas, spread, 1, 1, 0.9, 0.9, Calibration.SCORE_SHARE, 0));
    refused(() -> new CalibrationFitting(2).add(RawMaps.of(new float[3], new float[3])));
  }

  @Test
  void marksAsMuchOfNewNormalPicturesAsItPromises() {
    Random random = new Random(3);
    CalibrationFitting fitting = new CalibrationFitting(SIZE);
    for (int i = 0; i < 12; i++) fitting.add(RawMaps.of(normal(random), disc()));
    Calibration calibration = fitting.fit(0.95, 0.9);
    assertEquals(12, calibration.pictures());
    assertEquals(0.95, calibration.mapQuantile());
    assertEquals(0.9, calibration.scoreQuantile());
    int marked = 0;
    int inside = 0;
    int anomalous = 0;
    for (int i = 0; i < 100; i++) {
      float[] map = calibration.calibrated(normal(random), disc());
      for (float value : map) {
        if (!Float.isNaN(value)) inside++;
        if (value > 1) marked++;
      }
      if (score(calibration, map) > calibration.scoreThreshold()) anomalous++;
    }
    assertEquals(0.05, marked / (double) inside, 0.01);
    assertTrue(anomalous >= 1 && anomalous <= 30, "anomalous: " + anomalous);
  }

  @Test
  void findsAWeakLesionWhereNormalsAreQuietAndNotWhereTheyAreLoud() {
    Random random = new Random(4);
    CalibrationFitting fitting = new CalibrationFitting(SIZE);
    for (int i = 0; i < 12; i++) fitting.add(RawMaps.of(normal(random), disc()));
    Calibration calibration = fitting.fit(0.98, 0.95);
    float[] raw = normal(random);
    float[] lesion = raw.clone();
    lesion[PLANE / 2 + 8] += 0.1f;
    lesion[PLANE / 2 + 24] += 0.1f;
    float[] map = calibration.calibrated(lesion, disc());
    assertTrue(map[PLANE / 2 + 8] > 1);
    assertTrue(map[PLANE / 2 + 24] < 1);
  }

  @Test
  void aJoinedMapKeepsAPlaceWhereItAlwaysSaysMore() {
    Random random = new Random(6);
    CalibrationFitting plain = new CalibrationFitting(SIZE);
    CalibrationFitting joined = new CalibrationFitting(SIZE);
    float[] raw = null;
    for (int i = 0; i < 12; i++) {
      raw = normal(random);
      for (int pixel = 0; pixel < PLANE; pixel++) if (isLoudPlace(pixel)) raw[pixel] += 1;
      plain.add(RawMaps.of(raw, disc()));
      joined.add(RawMaps.of(raw, disc(), ScorePartsOf.maps(raw, raw, 1)));
    }
    double byPlace = ofLoudPlace(plain.fit(0.9, 0.95).calibrated(raw, disc()));
    double byArea = ofLoudPlace(joined.fit(0.9, 0.95).calibrated(raw, disc()));
    assertTrue(byPlace < 0.5, "judged by its own place it is usual: " + byPlace);
    assertTrue(byArea > 1, "judged by its area it stands out: " + byArea);
  }

  private static boolean isLoudPlace(int pixel) {
    return Math.abs(pixel % SIZE - 22) < 3 && Math.abs(pixel / SIZE - 16) < 3;
  }

  private static double ofLoudPlace(float[] map) {
    return IntStream.range(0, PLANE)
        .filter(CalibrationTest::isLoudPlace)
        .mapToDouble(pixel -> map[pixel])
        .average()
        .orElseThrow();
  }

  @Test
  void thresholdsAreThoseOfAnAtlasThatDoesNotKnowThePicture() {
    Random random = new Random(5);
    CalibrationFitting fitting = new CalibrationFitting(SIZE);
    PixelSums sums = new PixelSums(PLANE);
    float[][] maps = new float[5][];
    for (int i = 0; i < 5; i++) {
      maps[i] = normal(random);
      fitting.add(RawMaps.of(maps[i], all()));
      sums.add(maps[i]);
    }
    Calibration calibration = fitting.fit(0.98, 0.95);
    PixelSums others = new PixelSums(PLANE);
    for (int i = 1; i < 5; i++) others.add(maps[i]);
    NormalAtlas expected = NormalAtlas.of(others, null, SIZE);
    NormalAtlas without = NormalAtlas.of(sums, maps[0], SIZE);
    assertArrayEquals(expected.mean(), without.mean(), 1e-6f);
    assertArrayEquals(expected.spread(), without.spread(), 1e-6f);
    int above = 0;
    for (float[] map : maps)
      for (float value : calibration.calibrated(map, all())) if (value > 1) above++;
    assertTrue(above < 0.02 * 5 * PLANE, "judged by its own atlas a picture looks more normal");
  }

  @Test
  void pixelsThatFewPicturesCoverGetTheValuesOfAll() {
    CalibrationFitting fitting = new CalibrationFitting(SIZE);
    Random random = new Random(6);
    for (int i = 0; i < 6; i++) fitting.add(RawMaps.of(normal(random), i < 3 ? all() : disc()));
    Calibration calibration = fitting.fit(0.98, 0.95);
    assertEquals(calibration.mean()[0], calibration.mean()[SIZE - 1]);
    assertEquals(calibration.spread()[0], calibration.spread()[PLANE - 1]);
    assertTrue(calibration.spread()[0] > calibration.spread()[PLANE / 2 + 8]);
  }

  @Test
  void worksWithPicturesThatAreAllAlike() {
    float[] flat = new float[PLANE];
    Arrays.fill(flat, 0.25f);
    for (int count : new int[] {2, 10}) {
      CalibrationFitting fitting = new CalibrationFitting(SIZE);
      for (int i = 0; i < count; i++) fitting.add(RawMaps.of(flat, disc()));
      Calibration calibration = fitting.fit(0.98, 0.95);
      float[] map = calibration.calibrated(flat, disc());
      assertTrue(score(calibration, map) <= calibration.scoreThreshold());
      assertEquals(0, map[PLANE / 2 + SIZE / 2], 1e-3);
    }
  }

  @Test
  void ignoresNumbersThatAreNotFinite() {
    CalibrationFitting fitting = new CalibrationFitting(SIZE);
    Random random = new Random(7);
    for (int i = 0; i < 5; i++) {
      float[] map = normal(random);
      map[PLANE / 2 + i] = i % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
      fitting.add(RawMaps.of(map, all()));
    }
    Calibration calibration = fitting.fit(0.98, 0.95);
    assertTrue(calibration.spread()[PLANE / 2] < 0.1);
  }

  @Test
  void saysThatPicturesAreMissing() {
    CalibrationFitting fitting = new CalibrationFitting(SIZE);
    assertThrows(IllegalStateException.class, () -> fitting.fit(0.98, 0.95));
    fitting.add(RawMaps.of(new float[PLANE], new float[PLANE]));
    assertThrows(IllegalStateException.class, () -> fitting.fit(0.98, 0.95));
    refused(() -> fitting.fit(1.5, 0.95));
  }

  /** Of a map that is not joined. */
  private static double score(Calibration calibration, float[] map) {
    return calibration.score(RawMaps.of(map, all()), map);
  }

  private static void refused(Executable executable) {
    IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, executable);
    assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
  }

  /** Quiet on the left half, ten times as loud on the right. */
  private static float[] normal(Random random) {
    float[] map = new float[PLANE];
    for (int i = 0; i < PLANE; i++)
      map[i] = 0.3f + (float) random.nextGaussian() * (i % SIZE < SIZE / 2 ? 0.01f : 0.1f);
    return map;
  }

  private static float[] all() {
    float[] all = new float[PLANE];
    Arrays.fill(all, 1);
    return all;
  }

  private static float[] disc() {
    float[] disc = new float[PLANE];
    for (int i = 0; i < PLANE; i++)
      if (Math.hypot(i % SIZE - 15.5, i / SIZE - 15.5) < 14) disc[i] = 1;
    return disc;
  }
}
