package sc.fiji.cavga.nn.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.io.NamedArray;

/** The U-Nets of resident arrays against those in main memory, with the same weights. */
class ResidentUNetTest {

  private static final int SIZE = 16;
  private static final int PLANE = SIZE * SIZE;
  private static final int CHANNELS = 4;
  private static final int COUNT = 3;
  private static final float AFTER_ONE = 1e-4f;

  /** That of the default method, and those of the disc's networks. */
  static Stream<UNetShape> shapes() {
    return Stream.of(
        new UNetShape("net", CHANNELS, 1, 16, 32, 64, 64),
        new UNetShape("disc", CHANNELS, 1, 12, 16, 24),
        new UNetShape("disc", CHANNELS, 2, 8, 12, 16).deep().withDiceLoss(0.5));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void learnsTheSame(UNetShape shape) {
    learnTheSame(shape, 3);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("shapes")
  void goesOnLearningTheSame(UNetShape shape) {
    learnTheSame(shape, 50);
  }

  private static void learnTheSame(UNetShape shape, int steps) {
    try (UNet host = new UNet(SIZE, shape, 3, DataType.FLOAT, ArrayPlace.HOST);
        UNet resident = new UNet(SIZE, shape, 3, DataType.FLOAT, ArrayPlace.RESIDENT)) {
      same(infer(host), infer(resident));
      assertEquals(step(host, shape, 0), step(resident, shape, 0), AFTER_ONE);
      same(host.optimizerState(), resident.optimizerState());
      for (int i = 1; i < steps; i++)
        assertEquals(step(host, shape, i), step(resident, shape, i), 1e-2);
      host.setWeights(resident.weights());
      host.setOptimizerState(resident.optimizerState());
      same(infer(host), infer(resident));
      assertEquals(step(host, shape, steps), step(resident, shape, steps), AFTER_ONE);
    }
  }

  private static float[] infer(UNet net) {
    return net.infer(shown(1, 7), fieldOfView(1));
  }

  private static double step(UNet net, UNetShape shape, int iteration) {
    Random random = new Random(iteration);
    float[] truth = new float[COUNT * shape.outputs() * PLANE];
    for (int i = 0; i < truth.length; i++) truth[i] = random.nextInt(5) == 0 ? 1 : 0;
    return net.step(shown(COUNT, iteration), fieldOfView(COUNT), truth, 1e-3, iteration);
  }

  private static float[] shown(int count, int seed) {
    Random random = new Random(seed);
    float[] shown = new float[count * CHANNELS * PLANE];
    for (int i = 0; i < shown.length; i++) shown[i] = (float) random.nextGaussian();
    return shown;
  }

  private static float[] fieldOfView(int count) {
    float[] inside = new float[count * PLANE];
    for (int i = 0; i < inside.length; i++) inside[i] = i % SIZE < 3 ? 0 : i % SIZE == 3 ? 0.5f : 1;
    return inside;
  }

  private static void same(float[] expected, float[] actual) {
    float largest = 1;
    for (float value : expected) largest = Math.max(largest, Math.abs(value));
    assertArrayEquals(expected, actual, AFTER_ONE * largest);
  }

  private static void same(List<NamedArray> expected, List<NamedArray> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++)
      same(expected.get(i).values(), actual.get(i).values());
  }
}
