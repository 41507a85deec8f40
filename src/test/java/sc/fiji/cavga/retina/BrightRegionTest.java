package sc.fiji.cavga.retina;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Orientation;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.PixelView;

/** A picture is looked at once, whoever asks. */
class BrightRegionTest {

  private final AtomicInteger looks = new AtomicInteger();

  private Picture disc() {
    PixelView.Source source =
        (x, y, channel) -> {
          looks.incrementAndGet();
          return Math.hypot(x - 200, y - 150) < 140 ? 0.6f : 0.01f;
        };
    return new Picture("disc", PixelView.of(400, 300, 3, source), PixelSize.UNKNOWN);
  }

  @Test
  void theReducedPictureIsMadeOnce() {
    Picture picture = disc();
    Picture alone = EyesApart.of(picture).get(0);
    int once = looks.get();
    assertTrue(once > 0);
    BoundedFieldOfView found = FieldOfViewFinder.find(alone.withSide(Laterality.LEFT));
    Framing framing = Framing.of(alone.named("other").noting("A note."), found);
    assertEquals(once, looks.get());
    assertTrue(framing.isRound());
    assertEquals(0.6, framing.brightest(), 1e-6);
    assertSame(TouchingEyes.in(picture), TouchingEyes.in(alone));
  }

  @Test
  void otherPixelsAreLookedAtAnew() {
    Picture picture = disc();
    BrightRegion region = BrightRegion.of(picture);
    assertNotSame(region, BrightRegion.of(Orientation.upright(picture, 6)));
    assertEquals(
        region.reduced.rows, BrightRegion.of(Orientation.upright(picture, 6)).reduced.columns);
  }
}
