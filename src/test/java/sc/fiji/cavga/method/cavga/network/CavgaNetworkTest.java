package sc.fiji.cavga.method.cavga.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.preprocess.PictureBatch;

class CavgaNetworkTest {

  private static final NetworkConfig CONFIG =
      TinyNetworks.config(false, AttentionNormalization.SIGMOID);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sameSeedSameBits(boolean weak) {
    NetworkConfig config = TinyNetworks.config(weak, AttentionNormalization.SIGMOID);
    List<float[]> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++)
      try (CavgaNetwork network = new CavgaNetwork(config, 3)) {
        train(network, 0, 5);
        runs.add(flat(network.weights()));
      }
    assertArrayEquals(runs.get(0), runs.get(1));
  }

  @Test
  void aFlatLatentKeepsTheAttentionsSize() {
    try (CavgaNetwork network = new CavgaNetwork(TinyNetworks.flat(true), 3)) {
      NetworkOutput output = network.infer(TinyNetworks.pictures(2, 16, 1));
      assertEquals(4, output.latentSize());
      assertEquals(2 * 16, output.attention().length);
      assertEquals(2 * 3 * 256, output.reconstruction().length);
      for (NamedArray array : network.weights())
        if (array.name().equals("latent.mean.weight"))
          assertArrayEquals(new long[] {3, 12, 4, 4}, array.shape());
    }
  }

  @Test
  void anotherSeedOtherWeights() {
    try (CavgaNetwork one = new CavgaNetwork(CONFIG, 3);
        CavgaNetwork other = new CavgaNetwork(CONFIG, 4)) {
      assertTrue(flat(one.weights())[0] != flat(other.weights())[0]);
    }
  }

  @Test
  void resumedIsUninterrupted() {
    try (CavgaNetwork whole = new CavgaNetwork(CONFIG, 3);
        CavgaNetwork first = new CavgaNetwork(CONFIG, 3);
        CavgaNetwork second = new CavgaNetwork(CONFIG, 3)) {
      train(whole, 0, 6);
      train(first, 0, 3);
      second.setWeights(first.weights());
      second.setOptimizerState(first.optimizerState());
      train(second, 3, 6);
      assertArrayEquals(flat(whole.weights()), flat(second.weights()));
    }
  }

  @Test
  void learnsToReconstruct() {
    try (CavgaNetwork network = new CavgaNetwork(CONFIG, 1)) {
      PictureBatch batch = smooth(4);
      double before = network.losses(batch).reconstruction;
      StepLosses last = null;
      for (int i = 0; i < 300; i++) last = network.step(batch, LossWeights.PAPER, 2e-3, i);
      double after = network.losses(batch).reconstruction;
      assertTrue(after < 0.95 * before, before + " → " + after);
      // Running statistics that lag would let test time fall apart from training.
      assertEquals(last.reconstruction, after, 0.03 * after);
    }
  }

  @Test
  void theDiscriminatorAndTheGeneratorSideTakeTurns() {
    try (CavgaNetwork network = new CavgaNetwork(CONFIG, 1)) {
      PictureBatch batch = TinyNetworks.pictures(3, 16, 8);
      StepLosses first = network.step(batch, LossWeights.PAPER, 5e-3, 0);
      StepLosses last = first;
      LossWeights onlyDiscriminator = new LossWeights(0, 0, 0, 0, 0);
      float[] generator = generator(network.weights());
      for (int i = 1; i < 40; i++) last = network.step(batch, onlyDiscriminator, 5e-3, i);
      assertTrue(last.discriminator < 0.7 * first.discriminator);
      assertArrayEquals(generator, generator(network.weights()));
    }
  }

  @Test
  void aMapIsTheSameAloneAndInCompany() {
    try (CavgaNetwork network = new CavgaNetwork(CONFIG, 1)) {
      train(network, 0, 3);
      PictureBatch many = TinyNetworks.pictures(11, 16, 9);
      NetworkOutput together = inferWithThreads(network, many, 3);
      int volume = 3 * 16 * 16;
      int plane = 16 * 16;
      int small = together.latentSize() * together.latentSize();
      for (int b = 0; b < many.count(); b++) {
        PictureBatch one =
            new PictureBatch(
                3,
                16,
                slice(many.values(), b, volume),
                slice(many.fieldOfView(), b, plane),
                new boolean[1]);
        NetworkOutput alone = network.infer(one);
        assertArrayEquals(
            alone.reconstruction(), slice(together.reconstruction(), b, volume), 1e-5f);
        assertArrayEquals(alone.attention(), slice(together.attention(), b, small), 1e-5f);
      }
      NetworkOutput byOneThread = inferWithThreads(network, many, 1);
      assertArrayEquals(byOneThread.reconstruction(), together.reconstruction(), 1e-5f);
      assertArrayEquals(byOneThread.divergence(), together.divergence(), 1e-3f);
    }
  }

  private static NetworkOutput inferWithThreads(
      CavgaNetwork network, PictureBatch batch, int count) {
    ComputeBackend backend = ComputeBackend.start();
    int before = backend.threads();
    try {
      backend.useThreads(count);
      return network.infer(batch);
    } finally {
      backend.useThreads(before);
    }
  }

  @Test
  void wrongWeightsAreNamedAndChangeNothing() {
    try (CavgaNetwork network = new CavgaNetwork(CONFIG, 1)) {
      float[] before = flat(network.weights());
      List<NamedArray> lacking = new ArrayList<>(network.weights());
      String name = lacking.remove(lacking.size() - 1).name();
      assertTrue(refusal(network, lacking).contains(name));
      lacking.add(new NamedArray(name, new long[] {2, 2}, new float[4]));
      assertTrue(refusal(network, lacking).contains("shape [2, 2]"));
      List<NamedArray> more = new ArrayList<>(network.weights());
      more.add(new NamedArray("stranger", new long[] {1}, new float[1]));
      assertTrue(refusal(network, more).contains("stranger"));
      assertArrayEquals(before, flat(network.weights()));
    }
  }

  private static String refusal(CavgaNetwork network, List<NamedArray> weights) {
    return assertThrows(IllegalArgumentException.class, () -> network.setWeights(weights))
        .getMessage();
  }

  private static void train(CavgaNetwork network, int from, int to) {
    for (int i = from; i < to; i++)
      network.step(TinyNetworks.pictures(3, 16, i), LossWeights.PAPER, 1e-3, i);
  }

  private static PictureBatch smooth(int count) {
    PictureBatch random = TinyNetworks.pictures(count, 16, 2);
    float[] values = random.values().clone();
    for (int i = 0; i < values.length; i++) {
      int x = i % 16;
      int y = i / 16 % 16;
      int picture = i / (3 * 16 * 16);
      boolean inside = random.fieldOfView()[picture * 256 + y * 16 + x] > 0;
      values[i] = inside ? 0.5f + 0.4f * (float) Math.sin(0.5 * x + 0.3 * y * picture) : 0;
    }
    return new PictureBatch(3, 16, values, random.fieldOfView(), new boolean[count]);
  }

  private static float[] generator(List<NamedArray> weights) {
    List<NamedArray> ours = new ArrayList<>();
    for (NamedArray array : weights)
      if (!array.name().startsWith("discriminator") && !array.name().contains("running"))
        ours.add(array);
    return flat(ours);
  }

  private static float[] flat(List<NamedArray> arrays) {
    int length = 0;
    for (NamedArray array : arrays) length += array.values().length;
    float[] flat = new float[length];
    int at = 0;
    for (NamedArray array : arrays) {
      System.arraycopy(array.values(), 0, flat, at, array.values().length);
      at += array.values().length;
    }
    return flat;
  }

  private static float[] slice(float[] values, int index, int length) {
    float[] part = new float[length];
    System.arraycopy(values, index * length, part, 0, length);
    return part;
  }
}
