package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.model.training.TrainingListener;

/** What a training does with files that are there before it. */
class EarlierFilesTest {

  private static final TrainingConfig CONFIG = TinyTraining.local();

  @TempDir Path folder;

  private static Trainer careful() {
    return TinyTraining.trainer(CONFIG).overwrite(false);
  }

  private String refusal(Trainer trainer, Path target) throws IOException {
    List<String> before = names();
    String message =
        assertThrows(IOException.class, () -> trainer.train(TinyTraining.pictures(), target))
            .getMessage();
    assertEquals(before, names(), "no lock and nothing else is left");
    return message;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().collect(Collectors.toList());
    }
  }

  @Test
  void aPhotographStaysWhateverIsAskedFor() throws Exception {
    Path photograph = Files.writeString(folder.resolve("photo.jpg"), "an eye");
    for (Trainer trainer : List.of(careful(), careful().overwrite(true)))
      assertTrue(refusal(trainer, photograph).contains("is no .cavga file, so it stays"));
    assertEquals("an eye", Files.readString(photograph));
  }

  @Test
  void aModelIsReplacedOnlyWhereThatIsAskedFor() throws Exception {
    Path model = folder.resolve("m.cavga");
    careful().train(TinyTraining.pictures(), model);
    byte[] first = Files.readAllBytes(model);
    String message = refusal(careful(), model);
    assertEquals(model + " is there already: give another name, or overwrite it.", message);
    assertArrayEquals(first, Files.readAllBytes(model));

    assertTrue(model.toFile().setReadOnly());
    message = refusal(careful().overwrite(true), model);
    assertTrue(message.contains("is read-only, so it stays"), message);
    assertArrayEquals(first, Files.readAllBytes(model));
    assertTrue(model.toFile().setWritable(true));
    careful().overwrite(true).train(TinyTraining.pictures(), model);
  }

  @Test
  void theLastEpochsModelIsAskedForToo() throws Exception {
    Path last = Files.writeString(folder.resolve("m-last.cavga"), "another model");
    assertTrue(refusal(careful(), folder.resolve("m.cavga")).startsWith(last + " is there"));
  }

  @Test
  void aCheckpointIsGoneOnFromOrOverwritten() throws Exception {
    Path model = folder.resolve("m.cavga");
    Path checkpoint = folder.resolve("m.checkpoint.cavga");
    TrainingControl control = new TrainingControl();
    TrainingListener cancelling =
        new TrainingListener() {
          @Override
          public void checkpointWritten(Path file) {
            control.cancel();
          }
        };
    TrainingConfig cavga = TinyTraining.cavga();
    Trainer first =
        TinyTraining.trainer(cavga).overwrite(false).control(control).listener(cancelling);
    assertThrows(
        TrainingCancelledException.class, () -> first.train(TinyTraining.pictures(), model));
    byte[] left = Files.readAllBytes(checkpoint);

    String message = refusal(TinyTraining.trainer(cavga).overwrite(false), model);
    assertTrue(message.startsWith(checkpoint + " is of a training that has not come"), message);
    assertTrue(message.contains("resume from it, or overwrite it"), message);
    assertArrayEquals(left, Files.readAllBytes(checkpoint));

    TinyTraining.trainer(cavga).overwrite(false).resume(TinyTraining.pictures(), checkpoint, model);
    assertTrue(Files.exists(model));
    assertFalse(Files.exists(checkpoint));
  }
}
