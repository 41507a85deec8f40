package sc.fiji.cavga.method.disc.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sc.fiji.cavga.preprocess.PreparedPicture;

class PallorTest {

  private static final int SIZE = DrawnDisc.SIZE;

  /** A disc of radius 30 with a cup of radius 15, a ring beside it, and everything around. */
  private static PreparedPicture painted(float around, float beside, float rim, float cup) {
    PreparedPicture square = DrawnDisc.of(0, 0).square();
    for (int i = 0; i < SIZE * SIZE; i++) {
      double distance = Math.hypot(i % SIZE + 0.5 - 50, i / SIZE + 0.5 - 50);
      float green = distance < 15 ? cup : distance < 30 ? rim : distance < 45 ? beside : around;
      square.values()[SIZE * SIZE + i] = green;
    }
    return square;
  }

  private static Pallor of(PreparedPicture square) {
    return new Pallor(square, DiscShape.of(DrawnDisc.ellipse(50, 50, 30, 30), none(), 0.5).disc());
  }

  private static float[] none() {
    return new float[SIZE * SIZE];
  }

  @Test
  void theShareIsThatOfThePalePart() {
    double share = of(painted(0.2f, 0.2f, 0.25f, 0.8f)).share();
    assertEquals(15 * 15 / (28.5 * 28.5), share, 0.03);
    assertTrue(of(painted(0.2f, 0.2f, 0.7f, 0.8f)).share() > 0.9);
  }

  @Test
  void aDarkerCameraChangesNothing() {
    double bright = of(painted(0.4f, 0.4f, 0.5f, 0.9f)).share();
    assertEquals(bright, of(painted(0.2f, 0.2f, 0.25f, 0.45f)).share(), 1e-9);
  }

  @Test
  void atrophyIsPaleBesideTheDisc() {
    assertEquals(0, of(painted(0.2f, 0.2f, 0.4f, 0.8f)).beside(), 1e-6);
    assertEquals(Math.log(2), of(painted(0.2f, 0.4f, 0.4f, 0.8f)).beside(), 1e-6);
  }

  @Test
  void theCupIsComparedWithItsRim() {
    PolarOutline cup = DiscShape.of(DrawnDisc.ellipse(50, 50, 15, 15), none(), 0.5).disc();
    assertEquals(Math.log(2), of(painted(0.2f, 0.2f, 0.4f, 0.8f)).cup(cup), 1e-6);
    assertEquals(-Math.log(2), of(painted(0.2f, 0.2f, 0.8f, 0.4f)).cup(cup), 1e-6);
    // A vessel of five pixels lies in the cup, another in the rim.
    PreparedPicture square = painted(0.2f, 0.2f, 0.4f, 0.8f);
    for (int i = 0; i < SIZE * SIZE; i++)
      if (Math.abs(i % SIZE - 45) < 3 || Math.abs(i % SIZE - 72) < 3)
        square.values()[SIZE * SIZE + i] = 0.1f;
    assertEquals(Math.log(2), of(square).cup(cup), 1e-6);
    PolarOutline all = DiscShape.of(DrawnDisc.ellipse(50, 50, 29.5, 29.5), none(), 0.5).disc();
    assertTrue(Double.isNaN(of(square).cup(all)));
  }

  @Test
  void whereThePictureEndsNothingIsSaid() {
    PreparedPicture square = painted(0.2f, 0.2f, 0.4f, 0.8f);
    for (int i = 0; i < SIZE * SIZE; i++)
      if (Math.hypot(i % SIZE + 0.5 - 50, i / SIZE + 0.5 - 50) > 33) square.fieldOfView()[i] = 0;
    assertTrue(Double.isNaN(of(square).share()));
    assertTrue(Double.isNaN(of(square).beside()));
  }
}
