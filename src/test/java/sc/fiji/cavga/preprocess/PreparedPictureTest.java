package sc.fiji.cavga.preprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

class PreparedPictureTest {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 600;

  /** Red grows to the right, green downwards, blue is one half. */
  private static Picture ramp() {
    Img<FloatType> pixels = ArrayImgs.floats(WIDTH, HEIGHT, 3);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) {
        pixels.getAt(x, y, 0).set((x + 0.5f) / WIDTH);
        pixels.getAt(x, y, 1).set((y + 0.5f) / HEIGHT);
        pixels.getAt(x, y, 2).set(0.5f);
      }
    return new Picture("ramp", pixels, PixelSize.UNKNOWN);
  }

  private static PreparedPicture prepared() {
    return new Preprocessing(16, 1, FieldOfViewMode.WHOLE_PICTURE).prepare(ramp());
  }

  private static void assertRamp(double left, double top, double side, int size) {
    PreparedPicture region = prepared().region(left, top, side, size);
    assertEquals(3, region.channels());
    assertEquals(left, region.placement().left());
    int seen = 0;
    for (int i = 0; i < size * size; i++) {
      double x = left + (i % size + 0.5) * side / size;
      double y = top + (i / size + 0.5) * side / size;
      if (x < side / size || y < side / size || x > WIDTH - side / size || y > HEIGHT - side / size)
        continue;
      seen++;
      assertEquals(1, region.fieldOfView()[i]);
      assertEquals(x / WIDTH, region.values()[i], 0.003);
      assertEquals(y / HEIGHT, region.values()[size * size + i], 0.003);
      assertEquals(0.5, region.values()[2 * size * size + i], 1e-6);
    }
    assertTrue(seen > 0);
  }

  @Test
  void aRegionHasTheColoursOfItsPlaceAtAnyResolution() {
    assertRamp(100, 50, 64, 64);
    assertRamp(300.5, 200.25, 100, 32);
    assertRamp(10, 20, 20, 40);
    // So large a square is sampled from some of its pixels.
    assertRamp(0, 0, 600, 16);
  }

  @Test
  void beyondThePictureThereIsNothing() {
    PreparedPicture region = prepared().region(-50, -50, 100, 20);
    assertEquals(0, region.fieldOfView()[0]);
    assertEquals(0, region.values()[0]);
    assertEquals(1, region.fieldOfView()[20 * 20 - 1]);
    assertThrows(UnusablePictureException.class, () -> prepared().region(2000, 0, 100, 20));
  }

  @Test
  void withoutThePictureThereIsNoRegion() {
    PreparedPicture kept = prepared();
    PreparedPicture bare =
        new PreparedPicture(16, 1, kept.values(), kept.fieldOfView(), kept.placement());
    assertThrows(IllegalStateException.class, () -> bare.region(0, 0, 100, 20));
    PreparedPicture gone =
        bare.withOriginal(
            () -> {
              throw new IOException("The disk is gone.");
            });
    assertEquals(
        "The disk is gone.",
        assertThrows(UncheckedIOException.class, () -> gone.region(0, 0, 100, 20)).getMessage());
  }
}
