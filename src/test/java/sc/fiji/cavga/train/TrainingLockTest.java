package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;

/** Two trainings towards the same model. */
class TrainingLockTest {

  @TempDir Path folder;

  @Test
  void theSecondIsRefusedAndTheFirstGoesOn() throws Exception {
    Path target = folder.resolve("m.cavga");
    TrainingConfig config = TinyTraining.local();
    List<String> refusals = new ArrayList<>();
    TrainingListener second =
        new TrainingListener() {
          @Override
          public void progressed(TrainingProgress progress) {
            refusals.add(
                assertThrows(IOException.class, () -> TinyTraining.train(config, target))
                    .getMessage());
          }
        };
    TinyTraining.trainer(config).listener(second).train(TinyTraining.pictures(), target);
    assertTrue(
        refusals.get(0).startsWith("Another training is writing " + target), refusals::toString);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count(), "the model, and no lock");
    }
    TinyTraining.train(config, target);
  }

  @Test
  void aLockFileThatAKilledTrainingLeftIsNoLock() throws Exception {
    Path target = folder.resolve("m.cavga");
    Files.writeString(folder.resolve(".cavga-m.cavga.lock"), "left over");
    try (TrainingLock lock = TrainingLock.of(new TrainingFiles(target))) {
      assertThrows(IOException.class, () -> TrainingLock.of(new TrainingFiles(target)));
      TrainingLock.of(new TrainingFiles(folder.resolve("other.cavga"))).close();
    }
  }
}
