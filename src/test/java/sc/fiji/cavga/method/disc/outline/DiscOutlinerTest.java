package sc.fiji.cavga.method.disc.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.cup.DiscDesign;
import sc.fiji.cavga.picture.ImagePlusPictures;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** What is refused; what comes of good weights is in {@code DiscTeachingTest}. */
class DiscOutlinerTest {

  @Test
  void missingNetworksAreSaidInOneSentence() {
    IOException e =
        assertThrows(
            IOException.class,
            () -> DiscOutliner.of(getClass().getClassLoader(), "models/none.safetensors"));
    assertEquals(
        "The software's own networks for the optic disc (models/none.safetensors) are missing:"
            + " install CAVGA again, or give your own ones.",
        e.getMessage());
  }

  @Test
  void weightsThatLackArraysAreRefused() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new DiscOutliner(List.of()));
    assertTrue(e.getMessage().contains("finder."), e.getMessage());
  }

  /** A disc that is found and outlined all the same; the ratio would be wrong. */
  @Test
  void aBlurThatHidesTheCupIsSaid() throws IOException {
    ColorProcessor eye =
        new FundusPhantom(400, 400).drawAroundDisc(4, DiscDesign.healthy(4)).colours();
    try (DiscOutliner outliner = DiscOutliner.shipped()) {
      assertEquals(Optional.empty(), outliner.outline(prepared(eye)).reason());
      // A disc has about 180 pixels here.
      eye.blurGaussian(3);
      assertEquals(Optional.empty(), outliner.outline(prepared(eye)).reason());
      eye.blurGaussian(12);
      assertEquals(
          Optional.of(
              "The picture is too blurred around the optic disc for its cup and rim to be"
                  + " measured."),
          outliner.outline(prepared(eye)).reason());
    }
  }

  private static PreparedPicture prepared(ColorProcessor eye) {
    return new Preprocessing(128, 3, FieldOfViewMode.RETINA)
        .prepare(ImagePlusPictures.of(new ImagePlus("eye", eye)).get(0));
  }
}
