package sc.fiji.cavga.retina;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;

class EyesApartTest {

  private static final int WIDTH = 400;
  private static final int HEIGHT = 200;

  /** Bright discs on black, each with the x of its middle and its radius. */
  private static Picture discs(int[]... discs) {
    float[] values = new float[WIDTH * HEIGHT * 3];
    for (int i = 0; i < values.length; i++)
      for (int[] disc : discs)
        if (Math.hypot(i % WIDTH - disc[0], i / WIDTH % HEIGHT - HEIGHT / 2.0) < disc[1])
          values[i] = 0.6f;
    return new Picture("p", ArrayImgs.floats(values, WIDTH, HEIGHT, 3), PixelSize.UNKNOWN);
  }

  private static List<String> notes(Picture picture) {
    List<Picture> eyes = EyesApart.of(picture);
    assertEquals(1, eyes.size());
    return eyes.get(0).notes();
  }

  @Test
  void aThumbnailBesideAnEyeIsNoted() {
    assertEquals(
        List.of("Another bright region, 20 % as large as the largest, was passed over."),
        notes(discs(new int[] {120, 90}, new int[] {320, 40})));
  }

  @Test
  void labelsAndSingleEyesAreNot() {
    assertEquals(List.of(), notes(discs(new int[] {120, 90})));
    assertEquals(List.of(), notes(discs(new int[] {120, 90}, new int[] {320, 8})));
  }

  @Test
  void twoEyesAreTakenApart() {
    assertEquals(2, EyesApart.of(discs(new int[] {100, 90}, new int[] {300, 80})).size());
  }
}
