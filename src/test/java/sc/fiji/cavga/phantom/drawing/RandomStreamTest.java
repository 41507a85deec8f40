package sc.fiji.cavga.phantom.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RandomStreamTest {

  @Test
  void sameSeedAndPurposeGiveTheSameNumbers() {
    RandomStream one = new RandomStream(9, "vessels");
    RandomStream same = new RandomStream(9, "vessels");
    RandomStream otherPurpose = new RandomStream(9, "disc");
    RandomStream otherSeed = new RandomStream(10, "vessels");
    long first = one.bits();
    assertEquals(first, same.bits());
    assertNotEquals(first, otherPurpose.bits());
    assertNotEquals(first, otherSeed.bits());
  }

  @Test
  void scrambleIsSplitMix() {
    // First output of SplitMix64 with the seed 0, as published with the algorithm.
    assertEquals(0xE220A8397B1DCDAFL, RandomStream.scramble(0x9E3779B97F4A7C15L));
  }

  @Test
  void numbersHaveTheirRangesAndMoments() {
    RandomStream random = new RandomStream(1, "test");
    int count = 20000;
    double sum = 0;
    double squares = 0;
    double uniform = 0;
    int[] sides = new int[3];
    for (int k = 0; k < count; k++) {
      double normal = random.normal();
      sum += normal;
      squares += normal * normal;
      double value = random.uniform(2, 4);
      assertTrue(value >= 2 && value < 4);
      uniform += value;
      sides[random.integer(5, 7) - 5]++;
    }
    assertEquals(0, sum / count, 0.03);
    assertEquals(1, squares / count, 0.04);
    assertEquals(3, uniform / count, 0.02);
    for (int side : sides) assertEquals(count / 3.0, side, 300);
  }
}
