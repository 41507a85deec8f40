package sc.fiji.cavga.nn.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import sc.fiji.cavga.compute.ComputeBackend;

/** Convolutions by oneDNN against ND4J's in double precision. */
class OneDnnKernelTest {

  private static final double SINGLE = 1e-5;

  private final ComputeBackend backend = ComputeBackend.start();
  private int threads;

  @BeforeEach
  void onlyWhereThereIsOne() {
    threads = backend.threads();
    assumeTrue(OneDnn.computes(Nd4j.create(DataType.FLOAT, 1)), "There is no oneDNN here.");
  }

  @AfterEach
  void restore() {
    backend.useThreads(threads);
  }

  @Test
  void doublePrecisionIsLeftToNd4j() {
    assertEquals(false, OneDnn.computes(Nd4j.create(DataType.DOUBLE, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "HALVING, false, 6, 7", "HALVING, true, 6, 7", "HALVING, false, 3, 32",
    "HALVING, true, 32, 3", "KEEPING, false, 17, 16", "KEEPING, false, 16, 1",
    "KEEPING, true, 5, 9", "STEM, false, 3, 16", "STRIDING, false, 16, 32",
    "POINTWISE, false, 16, 48", "STRIDING_POINTWISE, false, 16, 32"
  })
  void givesWhatNd4jGives(Geometry geometry, boolean transposed, int in, int out) {
    backend.useThreads(1);
    double[][] expected = ConvolutionRun.of(DataType.DOUBLE, geometry, transposed, in, out);
    for (int lanes : new int[] {1, 2, 3}) {
      backend.useThreads(lanes);
      double[][] given = ConvolutionRun.of(DataType.FLOAT, geometry, transposed, in, out);
      for (int i = 0; i < expected.length; i++)
        assertArrayEquals(expected[i], given[i], SINGLE * largest(expected[i]));
      double[][] again = ConvolutionRun.of(DataType.FLOAT, geometry, transposed, in, out);
      for (int i = 0; i < given.length; i++) assertArrayEquals(given[i], again[i], 0);
    }
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) largest = Math.max(largest, Math.abs(value));
    return largest;
  }
}
