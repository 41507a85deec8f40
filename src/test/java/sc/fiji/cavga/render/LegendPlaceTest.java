package sc.fiji.cavga.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class LegendPlaceTest {

  /** A round retina of the picture's height in its left part. */
  private static Img<FloatType> map(int width, int height) {
    float[] values = new float[width * height];
    double radius = height / 2.0;
    for (int i = 0; i < values.length; i++) {
      double distance = Math.hypot(i % width + 0.5 - radius, i / width + 0.5 - radius);
      values[i] = distance < radius ? 0 : Float.NaN;
    }
    return ArrayImgs.floats(values, width, height);
  }

  /**
   * Small pictures have letters as large as large ones, and a legend that would hide the retina.
   */
  @Test
  void theRetinaOfASmallPictureIsNotHidden() {
    assertTrue(LegendPlace.of(map(200, 200), 96, 90).isEmpty());
    assertTrue(LegendPlace.of(map(200, 200), 201, 20).isEmpty());
  }

  @Test
  void aCornerWithoutRetinaIsTaken() {
    LegendPlace beside = LegendPlace.of(map(400, 200), 96, 90).orElseThrow();
    assertEquals(304, beside.left());
    assertEquals(0, beside.top());
    LegendPlace corner = LegendPlace.of(map(200, 200), 32, 30).orElseThrow();
    assertEquals(168, corner.left());
  }
}
