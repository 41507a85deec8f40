package sc.fiji.cavga.method.local.net;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.nn.CentralDifferences;

/** The U-Net's gradients against central differences, in double precision. */
class UNetGradientTest {

  @Test
  void everyParameterHasItsGradient() {
    try (SegmentationNet network = new SegmentationNet(8, 3, 4, DataType.DOUBLE)) {
      UNetGraph side = network.training(2);
      Random random = new Random(5);
      float[] scores = new float[2 * 3 * 64];
      float[] fieldOfView = new float[2 * 64];
      float[] painted = new float[2 * 64];
      for (int i = 0; i < scores.length; i++) scores[i] = (float) random.nextGaussian();
      for (int i = 0; i < fieldOfView.length; i++) {
        fieldOfView[i] = i % 8 == 0 ? 0 : 1;
        painted[i] = fieldOfView[i] * random.nextInt(2);
      }
      side.enter(scores, fieldOfView, painted);
      DoubleSupplier loss =
          () -> {
            side.graph.forward();
            return side.loss();
          };
      loss.getAsDouble();
      side.graph.backward();
      CentralDifferences.check(network.parameters(), loss, 7);
    }
  }
}
