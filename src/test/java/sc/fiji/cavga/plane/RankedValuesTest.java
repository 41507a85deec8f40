package sc.fiji.cavga.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankedValuesTest {

  @Test
  void areThoseOfASortedArray() {
    Random random = new Random(2);
    for (int count : new int[] {1, 2, 10, 1000, 30000}) {
      float[] values = new float[count + 3];
      for (int i = 0; i < count; i++)
        values[i] = count % 3 == 0 ? random.nextInt(5) : random.nextFloat() - 0.5f;
      Arrays.fill(values, count, count + 3, 7);
      float[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      RankedValues ranked = new RankedValues(values, count);
      for (double quantile : new double[] {0.5, 0.98, 0.02, 0.75, 0, 1, 0.25, 0.5})
        assertEquals(sorted[(int) (quantile * (count - 1))], ranked.at(quantile));
    }
  }
}
