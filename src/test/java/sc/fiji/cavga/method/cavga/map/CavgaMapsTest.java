package sc.fiji.cavga.method.cavga.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.cavga.method.cavga.network.NetworkOutput;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

class CavgaMapsTest {

  private static final int SIZE = 16;
  private static final int PLANE = SIZE * SIZE;

  @Test
  void attentionMapIsOneMinusAttentionOfTheRightPicture() {
    float[] attention = {1, 1, 1, 1, 0.25f, 0.25f, 0.25f, 0.25f};
    float[] map = CavgaMaps.raw(MapKind.ATTENTION, picture(0.5f), output(attention, 0.5f, 0.5f), 1);
    assertEquals(0, map[0]);
    assertEquals(0.75f, map[PLANE / 2 + SIZE / 2], 1e-6);
  }

  @Test
  void reconstructionMapIsTheMeanAbsoluteDifferenceOverTheChannels() {
    float[] attention = new float[8];
    PreparedPicture picture = picture(0.5f);
    NetworkOutput output = output(attention, 0.5f, 0.2f);
    Arrays.fill(output.reconstruction(), 3 * PLANE, 4 * PLANE, 1);
    float[] map = CavgaMaps.raw(MapKind.RECONSTRUCTION, picture, output, 1);
    assertEquals((0.5 + 0.3 + 0.3) / 3, map[PLANE / 2 + SIZE / 2], 1e-5);
    assertEquals(0, map[0]);
    map = CavgaMaps.raw(MapKind.RECONSTRUCTION, picture, output, 0);
    assertEquals(0, map[PLANE / 2 + SIZE / 2], 1e-6);
  }

  @Test
  void theDefaultMapRisesWithTheSquaredDifferenceAndTheDivergence() {
    int centre = PLANE / 2 + SIZE / 2;
    NetworkOutput output = output(new float[8], 0.5f, 0.2f);
    float[] map = CavgaMaps.raw(MapKind.DEFAULT, picture(0.5f), output, 1);
    assertEquals(0.09, map[centre], 1e-5);
    output.divergence()[1] = 3;
    map = CavgaMaps.raw(MapKind.DEFAULT, picture(0.5f), output, 1);
    assertEquals(0.27, map[centre], 1e-5);
    output.reconstruction()[3 * PLANE + centre] = 1;
    float[] spot = CavgaMaps.raw(MapKind.DEFAULT, picture(0.5f), output, 1);
    assertTrue(spot[centre] > map[centre]);
  }

  @ParameterizedTest
  @EnumSource(MapKind.class)
  void nothingOutsideTheFieldOfView(MapKind kind) {
    float[] map = CavgaMaps.raw(kind, picture(0.9f), output(new float[8], 0.1f, 0.1f), 0);
    PreparedPicture picture = picture(0.9f);
    for (int i = 0; i < PLANE; i++) assertEquals(picture.fieldOfView()[i] > 0, map[i] > 0);
  }

  @Test
  void kindsHaveNames() {
    assertEquals(MapKind.RECONSTRUCTION, MapKind.of("reconstruction"));
    assertThrows(IllegalArgumentException.class, () -> MapKind.of("heat"));
  }

  /** Two pictures' output: the given attention, and one value of reconstruction for each. */
  private static NetworkOutput output(float[] attention, float first, float second) {
    float[] reconstruction = new float[6 * PLANE];
    Arrays.fill(reconstruction, 0, 3 * PLANE, first);
    Arrays.fill(reconstruction, 3 * PLANE, 6 * PLANE, second);
    return new NetworkOutput(2, attention, reconstruction, new float[] {1, 1}, null);
  }

  /** A disc of one colour. */
  private static PreparedPicture picture(float value) {
    float[] fieldOfView = new float[PLANE];
    float[] values = new float[3 * PLANE];
    for (int i = 0; i < 3 * PLANE; i++)
      if (Math.hypot(i % SIZE - 7.5, i % PLANE / SIZE - 7.5) < 7) {
        fieldOfView[i % PLANE] = 1;
        values[i] = value;
      }
    Placement placement = new Placement(SIZE, SIZE, 0, 0, SIZE, (x, y) -> true);
    return new PreparedPicture(SIZE, 3, values, fieldOfView, placement);
  }
}
