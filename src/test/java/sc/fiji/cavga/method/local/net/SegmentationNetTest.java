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
    final float[] evidence;
    final float[] fieldOfView;
    final float[] painted;

    Scene(int count, int size, long seed) {
      Random random = new Random(seed);
      int plane = size * size;
      evidence = new float[count * CHANNELS * plane];
      fieldOfView = new float[count * plane];
      painted = new float[count * plane];
      for (int i = 0; i < evidence.length; i++) evidence[i] = (float) random.nextGaussian();
      for (int b = 0; b < count; b++) {
        int left = random.nextInt(size - 4);
        int top = random.nextInt(size - 4);
        for (int i = 0; i < plane; i++) {
          int x = i % size - left;
          int y = i / size - top;
          boolean square = x >= 0 && x < 4 && y >= 0 && y < 4;
          fieldOfView[b * plane + i] = i < size ? 0 : 1;
          if (!square) continue;
          evidence[b * CHANNELS * plane + i] += 3;
          painted[b * plane + i] = fieldOfView[b * plane + i];
        }
      }
    }
  }

  private static double step(SegmentationNet detector, int iteration) {
    Scene scene = new Scene(COUNT, SIZE, iteration);
    return detector.step(scene.evidence, scene.fieldOfView, scene.painted, RATE, iteration);
  }

  @Test
  void learnsToFindWhatWasPainted() {
    try (SegmentationNet detector = new SegmentationNet(SIZE, CHANNELS, 1)) {
      double first = step(detector, 0);
      for (int i = 1; i < 120; i++) step(detector, i);
      assertTrue(step(detector, 120) < first / 4);
      Scene scene = new Scene(1, SIZE, 9000);
      float[] logits = detector.infer(scene.evidence, scene.fieldOfView);
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
          whole.infer(scene.evidence, scene.fieldOfView),
          second.infer(scene.evidence, scene.fieldOfView));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 12, 28})
  void takesPicturesOfAnySize(int size) {
    try (SegmentationNet detector = new SegmentationNet(size, 1, 1)) {
      float[] some = new float[size * size];
      float[] seen = new float[size * size];
      Arrays.fill(seen, 1);
      assertEquals(size * size, detector.infer(some, seen).length);
      double loss = detector.step(some, seen, seen, RATE, 0);
      assertTrue(Double.isFinite(loss) && loss > 0);
    }
  }

  @Test
  void weightsOfAnotherDetectorAreRefused() {
    try (SegmentationNet detector = new SegmentationNet(SIZE, CHANNELS, 1);
        SegmentationNet other = new SegmentationNet(SIZE, CHANNELS + 1, 1)) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> detector.setWeights(other.weights()));
      assertTrue(e.getMessage().contains("detector.encoder.0.convolution.weight"), e.getMessage());
      assertThrows(IllegalArgumentException.class, () -> detector.setWeights(List.of()));
    }
  }

  @Test
  void whatIsCalledBetweenOperationsEndsAStep() {
    try (SegmentationNet detector = new SegmentationNet(SIZE, CHANNELS, 1)) {
      detector.betweenOperations(
          () -> {
            throw new CancellationException();
          });
      assertThrows(CancellationException.class, () -> step(detector, 0));
    }
  }

  @Test
  void asksForMemoryBeforeItTakesIt() {
    try (SegmentationNet detector = new SegmentationNet(512, 17, 1)) {
      InsufficientMemoryException e =
          assertThrows(InsufficientMemoryException.class, () -> detector.reserve(100_000));
      assertTrue(e.getMessage().contains("synthetic anomalies"), e.getMessage());
    }
  }
}
