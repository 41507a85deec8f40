package sc.fiji.cavga.method.disc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.cup.DiscDesign;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** What a training window shows of the method. */
class MeasuredEyesTest {

  private static final int SIZE = 192;

  @Test
  void theLastThreeAreShownWithTheirOutlines() throws IOException {
    MeasuredEyes shown = new MeasuredEyes();
    try (DiscOutliner outliner = DiscOutliner.shipped()) {
      for (int seed = 0; seed < 4; seed++) {
        PreparedPicture eye = eye(seed);
        DiscMeasurement measured = DiscModel.measure(outliner, eye);
        assertTrue(measured.reason().isEmpty());
        shown.add(eye, measured);
        assertEquals(Math.min(3, seed + 1), shown.pictures().size());
      }
    }
    List<PreparedPicture> discs = shown.pictures();
    // A file is not read again for each look at it.
    for (int i = 0; i < 3; i++) assertSame(discs.get(i), shown.pictures().get(i));
    List<float[]> outlined = shown.columns().get(0).planes();
    assertEquals(3, outlined.size());
    for (int i = 0; i < 3; i++) {
      assertEquals(discs.get(i).values().length, outlined.get(i).length);
      assertFalse(Arrays.equals(discs.get(i).values(), outlined.get(i)));
    }
  }

  private static PreparedPicture eye(long seed) {
    Picture drawn =
        new Picture(
            "eye " + seed,
            new FundusPhantom(SIZE, SIZE).drawAroundDisc(seed, DiscDesign.healthy(seed)).pixels(),
            PixelSize.UNKNOWN);
    return new Preprocessing(64, 3, FieldOfViewMode.RETINA)
        .prepare(drawn)
        .withOriginal(() -> drawn);
  }
}
