package sc.fiji.cavga.nn.unet;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.nn.CentralDifferences;

/** The U-Net's gradients against central differences, in double precision. */
class UNetGradientTest {

  private static final int CHANNELS = 3;
  private static final int PLANE = 64;

  @ParameterizedTest
  @MethodSource("sc.fiji.cavga.nn.TestedPlaces#all")
  void everyParameterHasItsGradient(ArrayPlace place) {
    check(new UNetShape("net", CHANNELS, 1, 16, 32, 64, 64), place);
  }

  @ParameterizedTest
  @MethodSource("sc.fiji.cavga.nn.TestedPlaces#all")
  void theDeepOneWithTwoOutputsAndTheDiceLoss(ArrayPlace place) {
    check(new UNetShape("net", CHANNELS, 2, 5, 7, 9).deep().withDiceLoss(0.5), place);
  }

  private static void check(UNetShape shape, ArrayPlace place) {
    try (UNet network = new UNet(8, shape, 4, DataType.DOUBLE, place)) {
      UNetGraph side = network.training(2);
      Random random = new Random(5);
      float[] shown = new float[2 * CHANNELS * PLANE];
      float[] fieldOfView = new float[2 * PLANE];
      float[] truth = new float[2 * shape.outputs() * PLANE];
      for (int i = 0; i < shown.length; i++) shown[i] = (float) random.nextGaussian();
      for (int i = 0; i < fieldOfView.length; i++) fieldOfView[i] = i % 8 == 0 ? 0 : 1;
      for (int i = 0; i < truth.length; i++) truth[i] = i % 8 == 0 ? 0 : random.nextInt(2);
      side.enter(shown, fieldOfView, truth);
      DoubleSupplier loss =
          () -> {
            side.graph.forward();
            return side.loss();
          };
      loss.getAsDouble();
      side.graph.backward();
      // Resident ones take time to move.
      int elements = place == ArrayPlace.RESIDENT ? 2 : 7;
      CentralDifferences.check(network.parameters(), loss, elements);
    }
  }
}
