package sc.fiji.cavga.method.disc.limit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.picture.Laterality;

class NormalLimitsTest {

  /** Eyes whose rim thins with the disc's size, and varies by 0.02. */
  private static EyeNumbers eye(Random random, Laterality side) {
    double size = 0.1 + 0.1 * random.nextDouble();
    float[] numbers = new float[EyeNumbers.LENGTH];
    numbers[0] = (float) size;
    numbers[1] = side.ordinal();
    numbers[2] = (float) (0.4 + 0.3 * Math.log(size / 0.15) + 0.05 * random.nextGaussian());
    numbers[3] = (float) (0.2 + 0.03 * random.nextGaussian());
    numbers[4] = (float) (0.01 * random.nextGaussian());
    numbers[5] = (float) (0.3 + 0.05 * random.nextGaussian());
    for (int i = 6; i < 10; i++) numbers[i] = (float) (0.25 + 0.02 * random.nextGaussian());
    if (side == Laterality.UNKNOWN) Arrays.fill(numbers, 8, 10, Float.NaN);
    for (int hour = 1; hour <= 12; hour++) {
      boolean nasal = side == Laterality.LEFT ? hour > 6 && hour < 12 : hour < 6;
      double width = (nasal ? 0.3 : 0.2) - 0.1 * Math.log(size / 0.15);
      numbers[9 + hour] = (float) (width + 0.02 * random.nextGaussian());
    }
    return EyeNumbers.of(numbers);
  }

  private static List<EyeNumbers> eyes(int count, long seed, Laterality... sides) {
    Random random = new Random(seed);
    List<EyeNumbers> eyes = new ArrayList<>();
    for (int i = 0; i < count; i++) eyes.add(eye(random, sides[i % sides.length]));
    return eyes;
  }

  /** The same eye with another width in one hour. */
  private static EyeNumbers with(EyeNumbers eye, int hour, double width) {
    float[] numbers = eye.toArray();
    numbers[9 + hour] = (float) width;
    return EyeNumbers.of(numbers);
  }

  private static EyeNumbers typical(Laterality side, double size) {
    float[] numbers = new float[EyeNumbers.LENGTH];
    numbers[0] = (float) size;
    numbers[1] = side.ordinal();
    for (int hour = 1; hour <= 12; hour++)
      numbers[9 + hour] =
          (float)
              ((hour < 6 == (side == Laterality.RIGHT) ? 0.3 : 0.2) - 0.1 * Math.log(size / 0.15));
    return EyeNumbers.of(numbers);
  }

  @Test
  void theLineAndTheSpreadAreThoseOfTheEyes() {
    NormalLimits limits = NormalLimits.fit(eyes(400, 1, Laterality.RIGHT, Laterality.LEFT));
    EyeNumbers eye = typical(Laterality.RIGHT, 0.15);
    BoundLimit nasal = limits.hour(3, with(eye, 3, 0.26));
    assertEquals(0.3, nasal.expected(), 0.01);
    assertEquals(-2, nasal.deviation(), 0.3);
    assertEquals(0.3 - 3.1 * 0.02, nasal.limit(NormalLimits.OUTER), 0.015);
    assertEquals(
        0.3 - 0.1 * Math.log(0.19 / 0.15),
        limits.hour(3, typical(Laterality.RIGHT, 0.19)).expected(),
        0.015);
  }

  @Test
  void aLeftEyesHoursAreMirrored() {
    NormalLimits limits = NormalLimits.fit(eyes(200, 2, Laterality.RIGHT, Laterality.LEFT));
    double outer = NormalLimits.OUTER;
    EyeNumbers right = typical(Laterality.RIGHT, 0.15);
    EyeNumbers left = typical(Laterality.LEFT, 0.15);
    assertEquals(limits.hour(2, right).limit(outer), limits.hour(10, left).limit(outer), 0.01);
    assertTrue(limits.hour(3, right).limit(outer) > limits.hour(3, left).limit(outer) + 0.05);
    // Where the side is not known, either hour's widths are normal.
    EyeNumbers unknown = typical(Laterality.UNKNOWN, 0.15);
    assertEquals(0.25, limits.hour(3, unknown).expected(), 0.03);
  }

  /** An eye with a rim that is wide all around, and half as wide in one hour. */
  @Test
  void aNotchInAWideRimIsOne() {
    Random random = new Random(12);
    List<EyeNumbers> eyes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double rim = 0.25 + 0.08 * random.nextGaussian();
      EyeNumbers eye = eye(random, Laterality.RIGHT);
      for (int hour = 1; hour <= 12; hour++)
        eye = with(eye, hour, rim + 0.01 * random.nextGaussian());
      eyes.add(eye);
    }
    NormalLimits limits = NormalLimits.fit(eyes);
    EyeNumbers wide = eyes.get(0);
    for (int hour = 1; hour <= 12; hour++) wide = with(wide, hour, 0.36);
    assertTrue(!limits.hour(7, wide).isOutside(NormalLimits.OUTER));
    BoundLimit notch = limits.hour(7, with(wide, 7, 0.22));
    assertTrue(notch.isOutside(NormalLimits.OUTER), "limit " + notch.limit(NormalLimits.OUTER));
    assertTrue(notch.towardsLimit() > 1);
    assertTrue(notch.deviation() < -5, "" + notch.deviation());
  }

  /** One eye in fifty is outlined badly: where limits do not know that, too many lie outside. */
  @Test
  void heavyTailsMoveTheOuterLimitAndHardlyTheInnerOne() {
    List<EyeNumbers> tame = eyes(100, 7, Laterality.RIGHT);
    List<EyeNumbers> wild = new ArrayList<>(tame);
    for (int i = 0; i < 100; i += 10) wild.set(i, with(wild.get(i), i % 12 + 1, 0.05));
    EyeNumbers eye = typical(Laterality.RIGHT, 0.15);
    double[] reaches = new double[2];
    for (int k = 0; k < 2; k++) {
      BoundLimit limit = NormalLimits.fit(k == 0 ? tame : wild).hour(6, eye);
      double inner = limit.expected() - limit.limit(NormalLimits.INNER);
      reaches[k] = (limit.expected() - limit.limit(NormalLimits.OUTER)) / inner;
    }
    assertEquals(3.40 / 1.98, reaches[0], 0.1, "as a normal distribution has it, two limits each");
    assertTrue(reaches[1] > reaches[0] * 1.2, "outer by inner reach " + reaches[1]);
  }

  @Test
  void theTailsAreThoseOfTheDistributionThatWasDrawnFrom() {
    Random random = new Random(5);
    List<Double> normal = new ArrayList<>();
    List<Double> heavy = new ArrayList<>();
    for (int i = 0; i < 50000; i++) {
      normal.add(random.nextGaussian());
      // Student's t with ten degrees of freedom.
      double squares = 0;
      for (int k = 0; k < 10; k++) squares += Math.pow(random.nextGaussian(), 2);
      heavy.add(random.nextGaussian() / Math.sqrt(squares / 10));
    }
    assertTrue(HeavyTails.of(normal) > 50, "normal " + HeavyTails.of(normal));
    assertEquals(10, HeavyTails.of(heavy), 2);
    assertEquals(3.09, HeavyTails.reach(HeavyTails.NONE, 0.999), 0.01);
  }

  @Test
  void fewHealthyEyesThatWereNotSeenLieOutside() {
    NormalLimits limits = NormalLimits.fit(eyes(60, 3, Laterality.RIGHT));
    int outside = 0;
    int borderline = 0;
    for (EyeNumbers eye : eyes(4000, 4, Laterality.RIGHT)) {
      if (limits.hour(6, eye).isOutside(NormalLimits.OUTER)) outside++;
      if (limits.hour(6, eye).isOutside(NormalLimits.INNER)) borderline++;
    }
    assertTrue(outside <= 24, outside + " of 4000 where 4 to 8 are expected");
    assertEquals(250, borderline, 150);
  }

  /** Rims that are wide or narrow all around: an hour's two limits have little in common. */
  @Test
  void aShareOfHealthyEyesPassesTheTwoLimitsOfAnHourTogether() {
    Random random = new Random(21);
    List<EyeNumbers> eyes = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      double rim = 0.25 + 0.03 * random.nextGaussian();
      EyeNumbers eye = eye(random, Laterality.RIGHT);
      for (int hour = 1; hour <= 12; hour++)
        eye = with(eye, hour, rim + 0.01 * random.nextGaussian());
      eyes.add(eye);
    }
    NormalLimits limits = NormalLimits.fit(eyes.subList(0, 1000));
    long outside =
        eyes.subList(1000, 3000).stream()
            .filter(eye -> limits.hour(6, eye).isOutside(NormalLimits.INNER))
            .count();
    assertEquals(0.05, outside / 2000.0, 0.012, "share of eyes beyond either 95 % limit");
    JsonObject described = limits.toJson();
    for (String hour : List.of("hour_06", "hour_06_given_rim"))
      assertEquals(1.96, described.getAsJsonObject(hour).get("reach_95").getAsDouble(), 0.02);
    assertEquals(1.65, described.getAsJsonObject("cdr_area").get("reach_95").getAsDouble(), 0.02);
  }

  @Test
  void aDiscBeyondThoseLearnedFromCountsAsTheNearest() {
    NormalLimits limits = NormalLimits.fit(eyes(100, 6, Laterality.RIGHT));
    EyeNumbers large = eyes(1, 8, Laterality.RIGHT).get(0);
    float[] numbers = large.toArray();
    numbers[0] = 0.2f;
    EyeNumbers nearest = EyeNumbers.of(numbers);
    numbers[0] = 0.26f;
    assertEquals(
        limits.hour(9, nearest).limit(NormalLimits.OUTER),
        limits.hour(9, EyeNumbers.of(numbers)).limit(NormalLimits.OUTER),
        0.003);
  }

  /** Such as one crop among whole photographs, or a disc that was found wrongly. */
  @Test
  void aHealthyEyeAtAnotherScaleMovesNoLimit() {
    List<EyeNumbers> eyes = eyes(60, 23, Laterality.RIGHT);
    float[] crop = eyes(1, 24, Laterality.RIGHT).get(0).toArray();
    crop[0] = 0.5f;
    crop[2] = 0.9f;
    List<EyeNumbers> more = new ArrayList<>(eyes);
    more.add(30, EyeNumbers.of(crop));
    EyeNumbers eye = typical(Laterality.RIGHT, 0.18);
    assertArrayEquals(
        NormalLimits.fit(eyes).deviations(eye), NormalLimits.fit(more).deviations(eye));
    // Of ten eyes none can be spared.
    List<EyeNumbers> few = new ArrayList<>(eyes.subList(0, 9));
    few.add(EyeNumbers.of(crop));
    assertFalse(NormalLimits.fit(few).isSameScale(EyeNumbers.of(crop)));
  }

  /** As in a crop around it, where a disc is several times as large by the field of view. */
  @Test
  void aDiscAtAnotherScaleIsJudgedAsOneOfMeanSize() {
    List<EyeNumbers> eyes = eyes(200, 22, Laterality.RIGHT);
    NormalLimits limits = NormalLimits.fit(eyes);
    double mean = eyes.stream().mapToDouble(eye -> Math.log(eye.size())).average().orElseThrow();
    float[] numbers = eyes.get(0).toArray();
    numbers[0] = (float) Math.exp(mean);
    EyeNumbers usual = EyeNumbers.of(numbers);
    assertTrue(limits.isSameScale(usual));
    for (double scale : new double[] {0.3, 3}) {
      numbers[0] = (float) (scale * Math.exp(mean));
      EyeNumbers other = EyeNumbers.of(numbers);
      assertFalse(limits.isSameScale(other), "scale " + scale);
      assertArrayEquals(limits.deviations(usual), limits.deviations(other), 1e-3);
      assertEquals(
          limits.hour(3, usual).limit(NormalLimits.OUTER),
          limits.hour(3, other).limit(NormalLimits.OUTER),
          1e-4);
      assertEquals(
          limits.areaRatio(usual).towardsLimit(), limits.areaRatio(other).towardsLimit(), 1e-3);
    }
  }

  @Test
  void theyAreStoredAsNumbers() {
    NormalLimits limits = NormalLimits.fit(eyes(40, 7, Laterality.RIGHT, Laterality.UNKNOWN));
    NormalLimits read = NormalLimits.of(limits.toArrays());
    EyeNumbers eye = eyes(1, 8, Laterality.RIGHT).get(0);
    assertArrayEquals(limits.deviations(eye), read.deviations(eye), 1e-4);
    assertThrows(
        IllegalArgumentException.class,
        () -> NormalLimits.of(limits.toArrays().subList(1, limits.toArrays().size())));
  }

  @Test
  void illEyesDeviateUpwards() {
    NormalLimits limits = NormalLimits.fit(eyes(100, 9, Laterality.RIGHT));
    float[] ill = eyes(1, 10, Laterality.RIGHT).get(0).toArray();
    ill[2] = 0.9f;
    ill[3] = 0.8f;
    ill[5] = 0.9f;
    for (int i = 6; i < ill.length; i++) ill[i] = 0.05f;
    for (double deviation : limits.deviations(EyeNumbers.of(ill)))
      assertTrue(deviation > 4, "" + deviation);
  }

  @Test
  void tooFewEyesGiveNone() {
    assertThrows(
        IllegalArgumentException.class, () -> NormalLimits.fit(eyes(9, 11, Laterality.RIGHT)));
  }
}
