package sc.fiji.cavga.method.cavga.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.check.StepNumbers;
import sc.fiji.cavga.compute.check.TrainingStep;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.method.cavga.network.NetworkOutput;
import sc.fiji.cavga.method.cavga.network.StepLosses;
import sc.fiji.cavga.nn.unet.TinyTrainingStep;
import sc.fiji.cavga.preprocess.PictureBatch;

/** The step that a graphics card is tried out with: by a tiny CAVGA-D without labels. */
public final class TinyCavgaStep implements TrainingStep {

  private static final int SIZE = 16;
  private static final int PLANE = SIZE * SIZE;
  private static final int PICTURES = 3;
  private static final long SEED = 27;

  /** So small that what the discriminator's step changes is not seen in the other gradients. */
  private static final double RATE = 1e-7;

  @Override
  public StepNumbers compute() {
    String backend = ComputeBackend.start().device().backend();
    NetworkConfig config =
        new NetworkConfig(
            NetworkConfig.Variant.D,
            SIZE,
            3,
            3,
            2,
            2,
            false,
            false,
            AttentionNormalization.SIGMOID);
    Map<String, float[]> rows = new LinkedHashMap<>();
    try (CavgaNetwork network = new CavgaNetwork(config, SEED)) {
      PictureBatch pictures = pictures();
      NetworkOutput output = network.infer(pictures);
      rows.put("cavga.attention", output.attention());
      rows.put("cavga.reconstruction", output.reconstruction());
      rows.put("cavga.divergence", output.divergence());
      addLosses(network.step(pictures, LossWeights.PAPER, RATE, 0), rows);
      TinyTrainingStep.addGradients("cavga.", network.optimizerState(), rows);
    }
    return new StepNumbers(backend, rows);
  }

  private static PictureBatch pictures() {
    Random random = new Random(SEED);
    float[] values = new float[PICTURES * 3 * PLANE];
    float[] inside = new float[PICTURES * PLANE];
    for (int i = 0; i < inside.length; i++) inside[i] = i % SIZE == 0 ? 0 : 1;
    for (int i = 0; i < values.length; i++) values[i] = i % SIZE == 0 ? 0 : random.nextFloat();
    return new PictureBatch(3, SIZE, values, inside, new boolean[PICTURES]);
  }

  private static void addLosses(StepLosses losses, Map<String, float[]> rows) {
    rows.put("cavga.reconstruction_loss", new float[] {(float) losses.reconstruction});
    rows.put("cavga.divergence_loss", new float[] {(float) losses.divergence});
    rows.put("cavga.discriminator_loss", new float[] {(float) losses.discriminator});
    rows.put("cavga.adversarial_loss", new float[] {(float) losses.adversarial});
    rows.put("cavga.attention_loss", new float[] {(float) losses.attention});
  }
}
