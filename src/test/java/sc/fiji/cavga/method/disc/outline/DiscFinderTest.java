package sc.fiji.cavga.method.disc.outline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.picture.ImagePlusPictures;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** One look at the whole picture serves all attempts. */
class DiscFinderTest {

  @Test
  void attemptsLeaveTheFirstLookAsItWas() throws IOException {
    PreparedPicture picture =
        new Preprocessing(128, 3, FieldOfViewMode.RETINA)
            .prepare(
                ImagePlusPictures.of(
                        new ImagePlus("eye", new FundusPhantom(400, 320).draw(3).colours()))
                    .get(0));
    try (DiscOutliner shipped = DiscOutliner.shipped();
        DiscNet net = DiscNet.finder(0)) {
      net.withWeights(shipped.weights());
      DiscFinder finder = new DiscFinder(net);
      Look whole = finder.whole(picture);
      float[] before = whole.probabilities(DiscNet.DISC).clone();
      for (int attempt = 0; attempt < DiscFinder.ATTEMPTS; attempt++) {
        DiscPlace shared = finder.find(picture, whole, attempt).orElseThrow();
        DiscPlace own = finder.find(picture, finder.whole(picture), attempt).orElseThrow();
        assertEquals(own.x(), shared.x());
        assertEquals(own.y(), shared.y());
        assertEquals(own.diameter(), shared.diameter());
        assertEquals(own.certainty(), shared.certainty());
        assertTrue(shared.diameter() > 10, "it is the disc, and no scrap");
      }
      assertArrayEquals(before, whole.probabilities(DiscNet.DISC));
    }
  }
}
