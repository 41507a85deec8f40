package sc.fiji.cavga.model.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.method.local.ScorePartsOf;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.model.examination.ScoreParts;

/** Ill eyes among those that are called normal. */
class UnlikePicturesTest {

  private static final int SIZE = 16;
  private static final int PLANE = SIZE * SIZE;
  private static final int HEALTHY = 27;

  /** Each eye a little more or less unusual as a whole; an ill one has a patch. */
  private static RawMap map(Random random, boolean ill, boolean joined) {
    double level = random.nextGaussian() / 4;
    float[] logits = new float[PLANE];
    float[] distances = new float[PLANE];
    float[] inside = new float[PLANE];
    Arrays.fill(inside, 1);
    for (int i = 0; i < PLANE; i++) {
      boolean patch = ill && i % SIZE < 6 && i / SIZE < 6;
      logits[i] = (float) (random.nextGaussian() / 4 - 4 + level + (patch ? 4 : 0));
      distances[i] = (float) (5 + random.nextGaussian() + level + (patch ? 30 : 0));
    }
    ScoreParts parts = joined ? ScorePartsOf.maps(logits, distances, 0.25) : ScoreParts.NONE;
    return RawMaps.of(distances, inside, parts);
  }

  private static CalibrationFitting fitting(int ill, boolean joined) {
    Random random = new Random(7);
    CalibrationFitting fitting = new CalibrationFitting(SIZE, 0.1);
    for (int i = 0; i < HEALTHY; i++) fitting.add(map(random, false, joined));
    for (int i = 0; i < ill; i++) fitting.add(map(random, true, joined));
    return fitting;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneIllEyeInTenChangesNoThreshold(boolean joined) {
    Calibration clean = fitting(0, joined).fit(0.98, 0.95);
    CalibrationFitting mixed = fitting(3, joined);
    List<Integer> unlike = new ArrayList<>(mixed.unlike());
    unlike.sort(null);
    assertEquals(List.of(HEALTHY, HEALTHY + 1, HEALTHY + 2), unlike);
    Calibration calibration = mixed.fit(0.98, 0.95);
    assertEquals(clean.scoreThreshold(), calibration.scoreThreshold());
    assertEquals(clean.mapThreshold(), calibration.mapThreshold());
    assertEquals(HEALTHY, calibration.pictures());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void healthyEyesAloneAreAllTaken(boolean joined) {
    CalibrationFitting clean = fitting(0, joined);
    assertEquals(List.of(), clean.unlike());
    assertEquals(HEALTHY, clean.fit(0.98, 0.95).pictures());
  }

  @Test
  void tooFewOrTooManyAreNotTakenOut() {
    double[] few = new double[UnlikePictures.FEWEST - 1];
    few[0] = 100;
    assertEquals(List.of(), UnlikePictures.among(few));
    double[] many = new double[20];
    for (int i = 0; i < many.length; i++) many[i] = i < 13 ? i / 13.0 : 100;
    assertEquals(List.of(), UnlikePictures.among(many));
    many[13] = Double.NaN;
    for (int i = 14; i < 18; i++) many[i] = 0.5;
    assertEquals(List.of(18, 19), UnlikePictures.among(many));
  }

  @Test
  void picturesThatAreAllAlikeButOne() {
    double[] scores = new double[20];
    scores[4] = 1;
    scores[5] = -1;
    assertEquals(List.of(4), UnlikePictures.among(scores));
  }

  /** Judged without the fellow eye a picture looks less normal, so that thresholds are higher. */
  @Test
  void fellowEyesDoNotJudgeEachOther() {
    CalibrationFitting known = new CalibrationFitting(SIZE, 0.1);
    CalibrationFitting unknown = new CalibrationFitting(SIZE, 0.1);
    for (int patient = 0; patient < 40; patient++)
      for (int eye = 0; eye < 2; eye++) {
        RawMap raw = map(new Random(patient), false, true);
        known.add(raw, "patient " + patient);
        unknown.add(raw);
      }
    assertTrue(known.fit(0.98, 0.95).scoreThreshold() > unknown.fit(0.98, 0.95).scoreThreshold());
    assertTrue(known.fit(0.98, 0.95).mapThreshold() > unknown.fit(0.98, 0.95).mapThreshold());
  }
}
