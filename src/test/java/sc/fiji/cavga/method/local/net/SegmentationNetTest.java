package sc.fiji.cavga.method.local.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;

class SegmentationNetTest {

  private static final int SIZE = 16;
  private static final int CHANNELS = 2;
  private static final int COUNT = 4;
  private static final double RATE = 3e-3;

  /** Noise, and here and there a square in which the first channel is larger. */
  private static final class Scene {
    final float[] zScores;
    final float[] fieldOfView;
    final float[] painted;

    Scene(int count, int size, long seed) {
      Random random = new Random(seed);
      int plane = size * size;
      zScores = new float[count * CHANNELS * plane];
      fieldOfView = new float[count * plane];
      painted = new float[count * plane];
      for (int i = 0; i < zScores.length; i++) zScores[i] = (float) random.nextGaussian();
      for (int b = 0; b < count; b++) {
        int left = random.nextInt(size - 4);
        int top = random.nextInt(size - 4);
        for (int i = 0; i < plane; i++) {
          int x = i % size - left;
          int y = i / size - top;
          boolean square = x >= 0 && x < 4 && y >= 0 && y < 4;
          fieldOfView[b * plane + i] = i < size ? 0 : 1;
          if (!square) continue;
          zScores[b * CHANNELS * plane + i] += 3;
          painted[b * plane + i] = fieldOfView[b * plane + i];
        }
      }
    }
  }

  private static double step(SegmentationNet net, int iteration) {
    Scene scene = new Scene(COUNT, SIZE, iteration);
    return net.step(scene.zScores, scene.fieldOfView, scene.painted, RATE, iteration);
  }

  @Test
  void learnsToFindWhatWasPainted() {
    try (SegmentationNet net = new SegmentationNet(SIZE, CHANNELS, 1)) {
      double first = step(net, 0);
      for (int i = 1; i < 120; i++) step(net, i);
      assertTrue(step(net, 120) < first / 4);
      Scene scene = new Scene(1, SIZE, 9000);
      float[] logits = net.infer(scene.zScores, scene.fieldOfView);
      int right = 0;
      for (int i = SIZE; i < logits.length; i++) if (logits[i] > 0 == scene.painted[i] > 0) right++;
      assertTrue(right > 0.95 * (logits.length - SIZE), right + " of " + logits.length);
    }
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    try (SegmentationNet one = new SegmentationNet(SIZE, CHANNELS, 4);
        SegmentationNet other = new SegmentationNet(SIZE, CHANNELS, 4);
        SegmentationNet third = new SegmentationNet(SIZE, CHANNELS, 5)) {
      for (int i = 0; i < 3; i++) assertEquals(step(one, i), step(other, i));
      assertTrue(step(one, 3) != step(third, 3));
    }
  }

  @Test
  void goesOnFromItsStateToTheBit() {
    try (SegmentationNet whole = new SegmentationNet(SIZE, CHANNELS, 2);
        SegmentationNet first = new SegmentationNet(SIZE, CHANNELS, 2);
        SegmentationNet second = new SegmentationNet(SIZE, CHANNELS, 3)) {
      for (int i = 0; i < 6; i++) step(whole, i);
      for (int i = 0; i < 3; i++) step(first, i);
      second.setWeights(first.weights());
      second.setOptimizerState(first.optimizerState());
      for (int i = 3; i < 6; i++) step(second, i);
      Scene scene = new Scene(1, SIZE, 77);
      assertArrayEquals(
          whole.infer(scene.zScores, scene.fieldOfView),
          second.infer(scene.zScores, scene.fieldOfView));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 12, 28})
  void takesPicturesOfAnySize(int size) {
    try (SegmentationNet net = new SegmentationNet(size, 1, 1)) {
      float[] some = new float[size * size];
      float[] seen = new float[size * size];
      Arrays.fill(seen, 1);
      assertEquals(size * size, net.infer(some, seen).length);
      double loss = net.step(some, seen, seen, RATE, 0);
      assertTrue(Double.isFinite(loss) && loss > 0);
    }
  }

  @Test
  void weightsOfAnotherNetAreRefused() {
    try (SegmentationNet net = new SegmentationNet(SIZE, CHANNELS, 1);
        SegmentationNet other = new SegmentationNet(SIZE, CHANNELS + 1, 1)) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> net.setWeights(other.weights()));
      assertTrue(e.getMessage().contains("detector.encoder.0.convolution.weight"), e.getMessage());
      assertThrows(IllegalArgumentException.class, () -> net.setWeights(List.of()));
    }
  }

  @Test
  void whatIsCalledBetweenOperationsEndsAStep() {
    try (SegmentationNet net = new SegmentationNet(SIZE, CHANNELS, 1)) {
      net.betweenOperations(
          () -> {
            throw new CancellationException();
          });
      assertThrows(CancellationException.class, () -> step(net, 0));
    }
  }

  @Test
  void asksForMemoryBeforeItTakesIt() {
    try (SegmentationNet net = new SegmentationNet(512, 17, 1)) {
      InsufficientMemoryException e =
          assertThrows(InsufficientMemoryException.class, () -> net.reserve(100_000));
      assertTrue(e.getMessage().contains("synthetic anomalies"), e.getMessage());
    }
  }
}
