package sc.fiji.cavga.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class BilinearTest {

  @Test
  void enlargesAsPyTorchDoesWithoutAlignedCorners() {
    float[] values = {9, 0, 1, 2, 3};
    float[] expected = {
      0, 0.25f, 0.75f, 1, 0.5f, 0.75f, 1.25f, 1.5f, 1.5f, 1.75f, 2.25f, 2.5f, 2, 2.25f, 2.75f, 3
    };
    assertArrayEquals(expected, Bilinear.enlarge(values, 1, 2, 4), 1e-6f);
    assertArrayEquals(new float[] {9, 9, 9, 9}, Bilinear.enlarge(values, 0, 1, 2));
  }
}
