package sc.fiji.cavga.twomemories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.nn.unet.UNet;
import sc.fiji.cavga.nn.unet.UNetShape;

/** The memory of a training with resident arrays: nothing more for each step, all of it back. */
class ResidentMemoryCases {

  private static final int SIZE = 16;
  private static final int PLANE = SIZE * SIZE;
  private static final UNetShape SHAPE = new UNetShape("net", 3, 2, 4, 6).deep().withDiceLoss(0.5);

  private static void steps(UNet net, int count) {
    Random random = new Random(1);
    float[] shown = new float[2 * 3 * PLANE];
    float[] inside = new float[2 * PLANE];
    float[] truth = new float[2 * 2 * PLANE];
    for (int i = 0; i < shown.length; i++) shown[i] = random.nextFloat();
    Arrays.fill(inside, 1);
    for (int i = 0; i < count; i++) net.step(shown, inside, truth, 1e-3, i);
  }

  @Test
  void isAllocatedOnceAndGivenBackAtTheEnd() {
    ComputeBackend.start();
    // What ND4J keeps for good.
    try (UNet net = new UNet(SIZE, SHAPE, 1)) {
      steps(net, 2);
    }
    int before = NativeCalls.open();
    try (UNet net = new UNet(SIZE, SHAPE, 1)) {
      steps(net, 2);
      int running = NativeCalls.open();
      assertTrue(running > before + 50, running + " after " + before);
      steps(net, 5);
      assertEquals(running, NativeCalls.open(), "more for each step");
      net.endTraining();
      assertTrue(NativeCalls.open() < running);
    }
    assertEquals(before, NativeCalls.open(), "not given back");
  }
}
