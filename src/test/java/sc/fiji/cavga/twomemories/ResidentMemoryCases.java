package sc.fiji.cavga.twomemories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.nn.unet.UNet;
import sc.fiji.cavga.nn.unet.UNetShape;
import sc.fiji.cavga.preprocess.PictureBatch;

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
  void isAllocatedOnceAndGivenBackAtTheEnd() throws InterruptedException {
    ComputeBackend.start();
    // What ND4J keeps for good.
    try (UNet net = new UNet(SIZE, SHAPE, 1)) {
      steps(net, 2);
    }
    int before = openOnceCollected();
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

  /**
   * Java collects what earlier tests of this process have left open, or it would do so meanwhile.
   */
  private static int openOnceCollected() throws InterruptedException {
    int open = NativeCalls.open();
    for (int same = 0; same < 5; ) {
      System.gc();
      Thread.sleep(100);
      same = NativeCalls.open() == open ? same + 1 : 0;
      open = NativeCalls.open();
    }
    return open;
  }

  /** Losses of both players and the attention: until all is computed, nobody waits for a card. */
  @Test
  void theNumbersOfAStepAreCopiedTogether() {
    try (UNet net = new UNet(SIZE, SHAPE, 1)) {
      steps(net, 2);
      long before = Copies.RESULTS_READ.get();
      steps(net, 3);
      assertEquals(before + 3, Copies.RESULTS_READ.get(), "of a U-Net with the Dice loss");
    }
    NetworkConfig weak =
        new NetworkConfig(Variant.D, SIZE, 3, 6, 2, 3, false, true, AttentionNormalization.SIGMOID);
    float[] inside = new float[2 * PLANE];
    Arrays.fill(inside, 1);
    PictureBatch batch =
        new PictureBatch(3, SIZE, new float[6 * PLANE], inside, new boolean[] {false, true});
    LossWeights weights = new LossWeights(1, 1, 1, 1, 1);
    try (CavgaNetwork network = new CavgaNetwork(weak, 1)) {
      network.step(batch, weights, 1e-3, 0);
      long before = Copies.RESULTS_READ.get();
      network.step(batch, weights, 1e-3, 1);
      assertEquals(before + 1, Copies.RESULTS_READ.get(), "of CAVGA with a classifier");
    }
  }
}
