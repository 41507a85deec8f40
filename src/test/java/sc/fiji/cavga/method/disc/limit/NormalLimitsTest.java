package sc.fiji.cavga.method.disc.limit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
    if (side == Laterality.UNKNOWN) numbers[8] = numbers[9] = Float.NaN;
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

  @Test
  void theLineAndTheSpreadAreThoseOfTheEyes() {
    NormalLimits limits = NormalLimits.fit(eyes(400, 1, Laterality.RIGHT, Laterality.LEFT));
    NormalLimit nasal = limits.hour(3, Laterality.RIGHT);
    assertEquals(0.3, nasal.expected(0.15), 0.005);
    assertEquals(0.3 - 0.1 * Math.log(0.19 / 0.15), nasal.expected(0.19), 0.01);
    assertEquals(-1, nasal.deviation(nasal.expected(0.15) - 0.02, 0.15), 0.1);
    assertEquals(3.1, nasal.reach(NormalLimits.OUTER), 0.05);
  }

  @Test
  void aLeftEyesHoursAreMirrored() {
    NormalLimits limits = NormalLimits.fit(eyes(200, 2, Laterality.RIGHT, Laterality.LEFT));
    assertEquals(
        limits.hour(2, Laterality.RIGHT).expected(0.15),
        limits.hour(10, Laterality.LEFT).expected(0.15));
    assertTrue(
        limits.hour(3, Laterality.RIGHT).expected(0.15)
            > limits.hour(3, Laterality.LEFT).expected(0.15) + 0.08);
    // Where the side is not known, either hour's widths are normal.
    assertEquals(0.25, limits.hour(3, Laterality.UNKNOWN).expected(0.15), 0.01);
  }

  @Test
  void fewHealthyEyesThatWereNotSeenLieOutside() {
    NormalLimits limits = NormalLimits.fit(eyes(60, 3, Laterality.RIGHT));
    int outside = 0;
    for (EyeNumbers eye : eyes(4000, 4, Laterality.RIGHT))
      if (eye.hour(6) < limits.hour(6, Laterality.RIGHT).lower(eye.size(), NormalLimits.OUTER))
        outside++;
    assertTrue(outside <= 16, outside + " of 4000 where 4 are expected");
    int borderline = 0;
    for (EyeNumbers eye : eyes(4000, 5, Laterality.RIGHT))
      if (eye.hour(6) < limits.hour(6, Laterality.RIGHT).lower(eye.size(), NormalLimits.INNER))
        borderline++;
    assertEquals(200, borderline, 110);
  }

  @Test
  void aDiscBeyondThoseLearnedFromCountsAsTheNearest() {
    NormalLimits limits = NormalLimits.fit(eyes(100, 6, Laterality.RIGHT));
    NormalLimit hour = limits.hour(9, Laterality.RIGHT);
    assertEquals(hour.expected(0.2), hour.expected(0.9), 0.003);
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
