package sc.fiji.cavga.method.cavga.network;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.nn.CentralDifferences;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.TestedPlaces;

/** Every loss's gradient against central differences, in double precision. */
class GradientCheckTest {

  private static final int ELEMENTS = 7;

  /** Of each of the very many arrays of a ResNet, and of resident ones, which take time to move. */
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
    for (ArrayPlace place : TestedPlaces.all())
      // ResidentNetworkTest compares the gradients of a ResNet with these.
      if (place == ArrayPlace.HOST || !which.equals("residual"))
        generatorSide(place, which, weak, normalization);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void residualOfResidentArrays(boolean weak) {
    generatorSide(ArrayPlace.RESIDENT, "residual", weak, AttentionNormalization.SIGMOID);
  }

  private static void generatorSide(
      ArrayPlace place, String which, boolean weak, AttentionNormalization normalization) {
    try (CavgaNetwork network =
        new CavgaNetwork(
            which.equals("residual")
                ? TinyNetworks.residual(weak)
                : which.equals("flat")
                    ? TinyNetworks.flat(weak)
                    : TinyNetworks.config(weak, normalization),
            7,
            DataType.DOUBLE,
            place)) {
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
            double fooled = sides.discriminator.judge(side.reconstruction, true).value();
            double total =
                weights.reconstruction * side.reconstructionLoss.value()
                    + weights.divergence * side.divergenceLoss.value()
                    + weights.adversarial * fooled
                    + weights.attention * side.attentionLoss.value();
            return side.classLoss == null
                ? total
                : total + weights.classification * side.classLoss.value();
          };
      loss.getAsDouble();
      sides.discriminator.teach(side.reconstruction, weights.adversarial);
      side.graph.backward();
      CentralDifferences.check(
          network.generatorParameters(),
          loss,
          which.equals("residual") || place == ArrayPlace.RESIDENT ? FEW : ELEMENTS);
    }
  }

  @ParameterizedTest
  @EnumSource(AttentionNormalization.class)
  void discriminator(AttentionNormalization normalization) {
    for (ArrayPlace place : TestedPlaces.all()) discriminator(place, normalization);
  }

  private static void discriminator(ArrayPlace place, AttentionNormalization normalization) {
    try (CavgaNetwork network =
        new CavgaNetwork(TinyNetworks.config(false, normalization), 6, DataType.DOUBLE, place)) {
      CavgaNetwork.Sides sides = network.trainingSides(3);
      NetworkInput.enter(TinyNetworks.pictures(3, 16, 2), 0, sides.generator);
      sides.generator.latent.gain.draw(3, 0);
      sides.generator.graph.forward();
      sides.discriminator.judge(sides.generator.picture, true);
      sides.discriminator.learn();
      sides.discriminator.judge(sides.generator.reconstruction, false);
      sides.discriminator.learn();
      CentralDifferences.check(
          network.discriminatorParameters(),
          () ->
              sides.discriminator.judge(sides.generator.picture, true).value()
                  + sides.discriminator.judge(sides.generator.reconstruction, false).value(),
          ELEMENTS);
    }
  }

  /**
   * Shifts away from their start at 0, where a map that is the same everywhere would be normalized
   * to exactly 0 and lie on the ReLU's kink, which has no derivative.
   */
  private static void scatter(Parameters parameters) {
    Random random = new Random(2);
    for (Parameter parameter : parameters.all())
      if (parameter.name().endsWith(".bias")) {
        double[] values = parameter.doubles();
        for (int i = 0; i < values.length; i++) values[i] += 0.2 + 0.2 * random.nextDouble();
        parameter.write(values);
      }
  }
}
