package sc.fiji.cavga.method.disc.teaching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.train.TinyTraining;

/** How a teaching begins and ends, in a few steps. */
class DiscTeachingTest {

  /** Drawn once. */
  private static final List<PhantomDisc> DISCS = PhantomDisc.several();

  @TempDir Path folder;

  @Test
  void theSameSeedGivesTheSameBits() throws IOException, InterruptedException {
    byte[] first = taught(3);
    assertArrayEquals(first, taught(3));
    assertFalse(java.util.Arrays.equals(first, taught(4)));
  }

  private byte[] taught(long seed) throws IOException, InterruptedException {
    Path file = folder.resolve("seed.safetensors");
    new DiscTeaching(
            new TeachingSettings(seed, 3, 2),
            DISCS,
            new TrainingControl(),
            new TrainingListener() {})
        .run(file);
    return Files.readAllBytes(file);
  }

  @Test
  void aCancelledOneWritesNothing() {
    Path file = folder.resolve("cancelled.safetensors");
    TrainingControl control = new TrainingControl();
    TrainingListener cancelling =
        TinyTraining.cancelling(control, progress -> progress.step() == 2);
    DiscTeaching teaching =
        new DiscTeaching(new TeachingSettings(1, 50, 50), DISCS, control, cancelling);
    assertThrows(InterruptedException.class, () -> teaching.run(file));
    assertFalse(Files.exists(file));
  }

  @Test
  void withoutAnyOutlinedDiscItSaysWhatIsNeeded() {
    DiscTeaching teaching =
        new DiscTeaching(
            new TeachingSettings(TeachingSettings.SEED, 1, 1),
            List.of(new PhantomDisc(1, false)),
            new TrainingControl(),
            new TrainingListener() {});
    IOException e = assertThrows(IOException.class, () -> teaching.run(folder.resolve("none")));
    assertEquals(
        "None of the 1 pictures has an outlined optic disc, from which the first discs are"
            + " learned: give some with masks.",
        e.getMessage());
  }
}
