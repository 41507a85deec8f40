package sc.fiji.cavga.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

  @Test
  void quantileIsTheOrderStatisticThatSortingGives() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      float[] values = new float[1 + random.nextInt(200)];
      for (int i = 0; i < values.length; i++)
        values[i] = round % 2 == 0 ? (float) random.nextGaussian() : random.nextInt(5) - 2;
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      List<float[]> parts = List.of(new float[] {Float.NaN}, values, new float[0]);
      for (double quantile : new double[] {0.001, 0.5, 0.95, 0.999}) {
        int rank = Math.max(1, (int) Math.ceil(quantile * values.length));
        assertEquals(sorted[rank - 1] + 0f, Quantile.of(parts, quantile));
      }
    }
  }

  @Test
  void quantileTakesExtremesAndNothing() {
    float[] values = {Float.NEGATIVE_INFINITY, -0f, Float.MIN_VALUE, Float.POSITIVE_INFINITY};
    assertEquals(Float.NEGATIVE_INFINITY, Quantile.of(List.of(values), 0.25));
    assertEquals(0f, Quantile.of(List.of(values), 0.5));
    assertEquals(Float.MIN_VALUE, Quantile.of(List.of(values), 0.75));
    assertEquals(Float.POSITIVE_INFINITY, Quantile.of(List.of(values), 0.99));
    assertEquals(Float.NaN, Quantile.of(List.of(new float[] {Float.NaN}), 0.5));
  }

  @Test
  void topShareIsTheMeanOfTheLargest() {
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      float[] values = new float[1 + random.nextInt(300)];
      for (int i = 0; i < values.length; i++)
        values[i] = round % 2 == 0 ? (float) random.nextGaussian() : random.nextInt(3);
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      double share = random.nextDouble();
      int top = Math.max(1, (int) Math.ceil(share * values.length));
      double sum = 0;
      for (int i = 0; i < top; i++) sum += sorted[sorted.length - 1 - i];
      float[] withGaps = Arrays.copyOf(values, values.length + 2);
      withGaps[values.length] = Float.NaN;
      withGaps[values.length + 1] = Float.NaN;
      assertEquals(sum / top, TopShare.mean(withGaps, share), 1e-9);
    }
    assertEquals(Double.NaN, TopShare.mean(new float[] {Float.NaN}, 0.01));
  }
}
