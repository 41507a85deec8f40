package sc.fiji.cavga.method.cavga.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.local.net.SegmentationNet;
import sc.fiji.cavga.method.local.net.UNetGraph;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.Parameters;

/** Every loss's gradient against central differences, in double precision. */
class GradientCheckTest {

  private static final double STEP = 1e-6;
  private static final double TOLERANCE = 2e-6;
  private static final int ELEMENTS = 7;

  /**
   * Where the slope before and behind differ by more, the step crosses the kink of a ReLU or of a
   * largest value, and no derivative is there to be compared with.
   */
  private static final double KINK = 5e-5;

  /** Of each of the very many arrays of a ResNet. */
  private static final int FEW = 2;

  @ParameterizedTest
  @CsvSource({
    "reconstruction,false,SIGMOID",
    "divergence,false,SIGMOID",
    "attention,false,SIGMOID",
    "attention,false,MAXIMUM",
    "adversarial,false,SIGMOID",
    "all,false,SIGMOID",
    "classification,true,SIGMOID",
    "attention,true,SIGMOID",
    "attention,true,MAXIMUM",
    "all,true,SIGMOID",
    "flat,false,SIGMOID",
    "flat,true,SIGMOID",
    "residual,false,SIGMOID",
    "residual,true,SIGMOID"
  })
  void generatorSide(String which, boolean weak, AttentionNormalization normalization) {
    try (CavgaNetwork network =
        new CavgaNetwork(
            which.equals("residual")
                ? TinyNetworks.residual(weak)
                : which.equals("flat")
                    ? TinyNetworks.flat(weak)
                    : TinyNetworks.config(weak, normalization),
            7,
            DataType.DOUBLE)) {
      CavgaNetwork.Sides sides = network.trainingSides(3);
      GeneratorSide side = sides.generator;
      if (which.equals("residual")) scatter(network.generatorParameters());
      boolean all =
          !List.of("reconstruction", "divergence", "attention", "adversarial", "classification")
              .contains(which);
      NetworkInput.enter(TinyNetworks.pictures(3, network.config().size(), 1), 0, side);
      side.latent.gain.draw(3, 0);
      LossWeights weights =
          new LossWeights(
              all || which.equals("reconstruction") ? 0.01 : 0,
              all || which.equals("divergence") ? 0.3 : 0,
              all || which.equals("adversarial") ? 0.7 : 0,
              all || which.equals("attention") ? 2 : 0,
              all || which.equals("classification") ? 0.9 : 0);
      side.weigh(weights);
      DoubleSupplier loss =
          () -> {
            side.graph.forward();
            double fooled = sides.discriminator.judge(side.reconstruction, true);
            double total =
                weights.reconstruction() * side.reconstructionLoss.value()
                    + weights.divergence() * side.divergenceLoss.value()
                    + weights.adversarial() * fooled
                    + weights.attention() * side.attentionLoss.value();
            return side.classLoss == null
                ? total
                : total + weights.classification() * side.classLoss.value();
          };
      loss.getAsDouble();
      sides.discriminator.teach(side.reconstruction, weights.adversarial());
      side.graph.backward();
      check(network.generatorParameters(), loss, which.equals("residual") ? FEW : ELEMENTS);
    }
  }

  @ParameterizedTest
  @EnumSource(AttentionNormalization.class)
  void discriminator(AttentionNormalization normalization) {
    try (CavgaNetwork network =
        new CavgaNetwork(TinyNetworks.config(false, normalization), 6, DataType.DOUBLE)) {
      CavgaNetwork.Sides sides = network.trainingSides(3);
      NetworkInput.enter(TinyNetworks.pictures(3, 16, 2), 0, sides.generator);
      sides.generator.latent.gain.draw(3, 0);
      sides.generator.graph.forward();
      sides.discriminator.judge(sides.generator.picture, true);
      sides.discriminator.learn();
      sides.discriminator.judge(sides.generator.reconstruction, false);
      sides.discriminator.learn();
      check(
          network.discriminatorParameters(),
          () ->
              sides.discriminator.judge(sides.generator.picture, true)
                  + sides.discriminator.judge(sides.generator.reconstruction, false),
          ELEMENTS);
    }
  }

  @Test
  void detector() {
    try (SegmentationNet detector = new SegmentationNet(8, 3, 4, DataType.DOUBLE)) {
      UNetGraph side = detector.training(2);
      Random random = new Random(5);
      float[] evidence = new float[2 * 3 * 64];
      float[] fieldOfView = new float[2 * 64];
      float[] painted = new float[2 * 64];
      for (int i = 0; i < evidence.length; i++) evidence[i] = (float) random.nextGaussian();
      for (int i = 0; i < fieldOfView.length; i++) {
        fieldOfView[i] = i % 8 == 0 ? 0 : 1;
        painted[i] = fieldOfView[i] * random.nextInt(2);
      }
      side.enter(evidence, fieldOfView, painted);
      DoubleSupplier loss =
          () -> {
            side.graph.forward();
            return side.loss();
          };
      loss.getAsDouble();
      side.graph.backward();
      check(detector.parameters(), loss, ELEMENTS);
    }
  }

  /**
   * Shifts away from their start at 0, where a map that is the same everywhere would be normalized
   * to exactly 0 and lie on the ReLU's kink, which has no derivative.
   */
  private static void scatter(Parameters parameters) {
    Random random = new Random(2);
    for (Parameter parameter : parameters.all())
      if (parameter.name().endsWith(".bias"))
        for (long i = 0; i < parameter.values().length(); i++)
          parameter.values().put(i, 0.2 + 0.2 * random.nextDouble(), true);
  }

  private static void check(Parameters parameters, DoubleSupplier loss, int elements) {
    List<String> moved = new ArrayList<>();
    double middle = loss.getAsDouble();
    int checked = 0;
    int kinks = 0;
    for (Parameter parameter : parameters.all()) {
      if (parameter.gradient() == null) continue;
      double[] analytic = new double[elements];
      for (int k = 0; k < elements; k++)
        analytic[k] =
            parameter.hasGradient() ? parameter.gradients().get(element(parameter, k)) : 0;
      for (int k = 0; k < elements; k++) {
        long i = element(parameter, k);
        double before = parameter.values().get(i);
        parameter.values().set(i, before + STEP);
        double above = loss.getAsDouble();
        parameter.values().set(i, before - STEP);
        double below = loss.getAsDouble();
        parameter.values().set(i, before);
        double numeric = (above - below) / (2 * STEP);
        double scale = Math.max(1, Math.abs(numeric));
        checked++;
        if (Math.abs(above - 2 * middle + below) / STEP > KINK * scale) {
          kinks++;
          continue;
        }
        assertEquals(numeric, analytic[k], TOLERANCE * scale, parameter.name() + " " + i);
        if (Math.abs(numeric) > 1e-7) moved.add(parameter.name());
      }
    }
    assertTrue(kinks <= checked / 10, kinks + " of " + checked + " steps cross a kink");
    assertTrue(moved.size() > ELEMENTS, "The loss must depend on the parameters: " + moved);
  }

  private static long element(Parameter parameter, int k) {
    return k * 7919L % parameter.values().length();
  }
}
