package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.picture.Picture;

/** Pictures and folders that go away while a training runs. */
class VanishingFilesTest {

  @TempDir Path folder;

  /** Like another, as long as nobody has taken it away. */
  private static final class TakenAway implements Sample {

    private final Sample sample;
    private final AtomicBoolean gone;

    TakenAway(Sample sample, AtomicBoolean gone) {
      this.sample = sample;
      this.gone = gone;
    }

    @Override
    public String name() {
      return sample.name();
    }

    @Override
    public boolean anomalous() {
      return sample.anomalous();
    }

    @Override
    public Picture picture() throws IOException {
      if (gone.get()) throw new IOException(name() + " does not exist; check the name.");
      return sample.picture();
    }

    @Override
    public Optional<RandomAccessibleInterval<BitType>> mask() throws IOException {
      return sample.mask();
    }
  }

  /** After the first epoch of CAVGA. */
  private static TrainingListener then(Runnable happens) {
    return new TrainingListener() {
      @Override
      public void point(LossPoint point, TrainingPreview preview) {
        if (point.position() == 1) happens.run();
      }
    };
  }

  @Test
  void picturesThatAreGoneEndTrainingAndItGoesOnWhenTheyAreBack() throws Exception {
    // Kept in memory they would not be missed.
    TrainingConfig config =
        TinyTraining.config().with(CavgaSettings.EPOCHS, 6).with(CommonSettings.CACHE, 0);
    Path whole = folder.resolve("whole.cavga");
    TinyTraining.train(config, whole);

    AtomicBoolean gone = new AtomicBoolean();
    Dataset pictures =
        new Dataset(
            DrawnSample.normals(16).stream()
                .map(sample -> new TakenAway(sample, gone))
                .collect(Collectors.toList()),
            List.of(),
            List.of());
    Path target = Files.writeString(folder.resolve("m.cavga"), "an earlier model");
    Trainer trainer = TinyTraining.eagerTrainer(config).listener(then(() -> gone.set(true)));
    String message =
        assertThrows(IOException.class, () -> trainer.train(pictures, target)).getMessage();
    Path checkpoint = folder.resolve("m.checkpoint.cavga");
    assertTrue(message.contains(".png does not exist; check the name."), message);
    assertTrue(message.endsWith(" Training can be resumed from " + checkpoint + "."), message);
    assertEquals("an earlier model", Files.readString(target));

    gone.set(false);
    TinyTraining.trainer(config).resume(pictures, checkpoint, target);
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(target));
  }

  @Test
  void aFolderThatWasTakenAwayIsMadeAgain() throws Exception {
    TrainingConfig config = TinyTraining.config();
    Path whole = folder.resolve("whole.cavga");
    TinyTraining.train(config, whole);
    Path target = Files.createDirectory(folder.resolve("out")).resolve("m.cavga");
    TinyTraining.eagerTrainer(config)
        .listener(then(() -> delete(target.getParent())))
        .train(TinyTraining.pictures(), target);
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(target));
    assertEquals(
        Files.exists(folder.resolve("whole-last.cavga")),
        Files.exists(folder.resolve("out/m-last.cavga")));
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.collect(Collectors.toList())) Files.delete(file);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
