package sc.fiji.cavga.nn.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.compute.ComputeBackend;

/** A convolution in lanes gives what it gives as a whole. */
class PerThreadOperationTest {

  private final ComputeBackend backend = ComputeBackend.start();
  private int threads;

  @BeforeEach
  void remember() {
    threads = backend.threads();
  }

  @AfterEach
  void restore() {
    backend.useThreads(threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void givesTheSameInLanesAsAlone(int lanes) {
    for (boolean transposed : new boolean[] {false, true}) {
      backend.useThreads(1);
      double[][] alone = run(transposed);
      backend.useThreads(lanes);
      double[][] beside = run(transposed);
      for (int i = 0; i < alone.length; i++) assertArrayEquals(alone[i], beside[i], 1e-12);
    }
  }

  /** What has no array in main memory computes the same. */
  @ParameterizedTest
  @CsvSource({
    "HALVING,false,3,4", "HALVING,true,6,7", "KEEPING,false,6,1", "KEEPING,true,2,3",
    "STEM,false,3,4", "STRIDING,false,4,5", "POINTWISE,false,4,5", "STRIDING_POINTWISE,false,4,5"
  })
  void givesTheSameOfResidentArrays(Geometry geometry, boolean transposed, int in, int out) {
    double[][] host =
        ConvolutionRun.of(ArrayPlace.HOST, DataType.DOUBLE, geometry, transposed, in, out);
    double[][] resident =
        ConvolutionRun.of(ArrayPlace.RESIDENT, DataType.DOUBLE, geometry, transposed, in, out);
    for (int i = 0; i < host.length; i++) assertArrayEquals(host[i], resident[i], 1e-11);
  }

  @Test
  void isOneLaneBesideOthers() {
    backend.useThreads(3);
    assertEquals(3, ComputeBackend.lanes(ConvolutionRun.PICTURES));
    assertEquals(2, ComputeBackend.lanes(2));
    int[] within = new int[2];
    ComputeBackend.sideBySide(
        2, piece -> within[piece] = ComputeBackend.lanes(ConvolutionRun.PICTURES));
    assertArrayEquals(new int[] {1, 1}, within);
    assertEquals(3, ComputeBackend.lanes(ConvolutionRun.PICTURES));
  }

  private static double[][] run(boolean transposed) {
    return ConvolutionRun.of(DataType.DOUBLE, Geometry.HALVING, transposed, 6, 7);
  }
}
