package sc.fiji.cavga.nn.unet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.check.StepNumbers;
import sc.fiji.cavga.compute.check.TrainingStep;
import sc.fiji.cavga.io.NamedArray;

/** The step that a graphics card is tried out with: by a tiny U-Net of each of the two kinds. */
public final class TinyTrainingStep implements TrainingStep {

  private static final int SIZE = 16;
  private static final int PLANE = SIZE * SIZE;
  private static final int PICTURES = 2;
  private static final long SEED = 27;
  private static final String GRADIENT = ".first_moment";

  /** After one step, of the gradient. */
  private static final float MOMENT = 0.5f;

  @Override
  public StepNumbers compute() {
    String backend = ComputeBackend.start().device().backend();
    Map<String, float[]> rows = new LinkedHashMap<>();
    step(new UNetShape("shallow", 3, 1, 4, 6), rows);
    step(new UNetShape("deep", 3, 2, 4, 6).deep().withDiceLoss(0.5), rows);
    return new StepNumbers(backend, rows);
  }

  private static void step(UNetShape shape, Map<String, float[]> rows) {
    Random random = new Random(SEED);
    float[] shown = new float[PICTURES * shape.channels() * PLANE];
    float[] inside = new float[PICTURES * PLANE];
    float[] truth = new float[PICTURES * shape.outputs() * PLANE];
    for (int i = 0; i < shown.length; i++) shown[i] = (float) random.nextGaussian();
    for (int i = 0; i < inside.length; i++) inside[i] = i % SIZE == 0 ? 0 : 1;
    for (int i = 0; i < truth.length; i++) truth[i] = i % SIZE == 0 ? 0 : random.nextInt(2);
    try (UNet net = new UNet(SIZE, shape, SEED)) {
      rows.put(shape.prefix + ".output", net.infer(first(shown), first(inside)));
      double loss = net.step(shown, inside, truth, 1e-3, 0);
      rows.put(shape.prefix + ".loss", new float[] {(float) loss});
      addGradients("", net.optimizerState(), rows);
    }
  }

  /**
   * Adds the gradients of the first step that an optimizer has made.
   *
   * @param prefix of the rows' names
   * @param optimizer its state, under the names of checkpoints
   */
  public static void addGradients(
      String prefix, List<NamedArray> optimizer, Map<String, float[]> rows) {
    for (NamedArray state : optimizer)
      if (state.name().endsWith(GRADIENT)) rows.put(prefix + name(state), gradient(state.values()));
  }

  private static float[] first(float[] pictures) {
    return Arrays.copyOf(pictures, pictures.length / PICTURES);
  }

  private static String name(NamedArray state) {
    String name = state.name();
    return name.substring(0, name.length() - GRADIENT.length()) + ".gradient";
  }

  private static float[] gradient(float[] moments) {
    float[] gradient = new float[moments.length];
    for (int i = 0; i < gradient.length; i++) gradient[i] = moments[i] / MOMENT;
    return gradient;
  }
}
