package sc.fiji.cavga.method.disc.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.Safetensors;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.method.disc.outline.OutlinedDisc;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;

/** Teaching from phantoms alone, far too short to be of use, and what comes of it. */
@Tag("slow")
class TaughtDiscsTest {

  private static final Preprocessing PREPROCESSING =
      new Preprocessing(64, 3, Preprocessing.FieldOfViewMode.RETINA);

  @TempDir static Path folder;

  private static DiscOutliner outliner;

  @BeforeAll
  static void teach() throws IOException, InterruptedException {
    Path file = folder.resolve("taught.safetensors");
    new DiscTeaching(
            // So few steps are a draw of luck: seed 1's overlap is 0.2 to 0.7, this one's 0.8 or
            // more
            // with ND4J's convolutions and with oneDNN's.
            new TeachingSettings(2, 80, 160),
            PhantomDisc.several(),
            new TrainingControl(),
            new TrainingListener() {})
        .run(file);
    outliner = new DiscOutliner(Safetensors.read(file));
  }

  @AfterAll
  static void close() {
    if (outliner != null) outliner.close();
  }

  private static OutlinedDisc outline(Picture picture) {
    PreparedPicture prepared = PREPROCESSING.prepare(picture).withOriginal(() -> picture);
    return outliner.outline(prepared);
  }

  /** Of the disc alone: so few steps teach nothing about cups. */
  @Test
  void findsDiscsItHasNotSeen() {
    double overlap = 0;
    for (int seed = 101; seed <= 106; seed++) {
      PhantomDisc sample = new PhantomDisc(seed, true);
      OutlinedDisc found = outline(sample.picture());
      assertTrue(found.reason().isEmpty(), seed + ": " + found.reason());
      assertTrue(found.confidence() > 0 && found.confidence() <= 1);
      overlap += overlap(found, sample) / 6;
    }
    assertTrue(overlap > 0.7, "overlap " + overlap);
  }

  private static double overlap(OutlinedDisc found, PhantomDisc sample) {
    float[] truth =
        Preprocessing.prepareMask(
            sample.truth(), found.square().placement(), found.square().size());
    double common = 0;
    double together = 0;
    for (int i = 0; i < truth.length; i++) {
      common += 2 * truth[i] * found.disc()[i];
      together += truth[i] + found.disc()[i];
      assertTrue(found.cup()[i] <= found.disc()[i]);
    }
    return common / together;
  }

  @Test
  void whereThereIsNoDiscItSaysSo() {
    Picture empty =
        new Picture(
            "empty",
            PixelView.of(200, 200, 3, (x, y, c) -> 0.5f - 0.1f * c + 0.001f * (x * 7 % 5)),
            PixelSize.UNKNOWN);
    OutlinedDisc none = outline(empty);
    assertTrue(none.reason().isPresent());
    assertTrue(none.reason().get().endsWith("."), none.reason().get());
    assertEquals(0, none.confidence());
  }

  @Test
  void aDiscThatIsCutOffIsNotMeasured() {
    PhantomDisc sample = new PhantomDisc(101, true);
    Picture whole = sample.picture();
    OutlinedDisc seen = outline(whole);
    double middle = seen.square().placement().left() + seen.square().placement().side() / 2;
    int width = (int) Math.round(middle);
    Picture cut =
        new Picture(
            "cut",
            net.imglib2.view.Views.interval(
                whole.pixels(),
                net.imglib2.FinalInterval.createMinSize(0, 0, 0, width, whole.height(), 3)),
            PixelSize.UNKNOWN);
    OutlinedDisc half = outline(cut);
    assertTrue(half.reason().isPresent());
  }
}
