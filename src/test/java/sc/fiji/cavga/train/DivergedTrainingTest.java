package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.training.TrainingDivergedException;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.model.training.TrainingListener;

/** Trainings that run off after they went well for a while, and how they are brought back. */
class DivergedTrainingTest {

  @TempDir Path folder;

  /** The attention's loss, which becomes infinite here, counts from the second epoch on. */
  @Test
  void theLastGoodCheckpointStaysAndIsNamed() throws Exception {
    Path target = folder.resolve("m.cavga");
    Files.writeString(target, "earlier");
    TrainingConfig config = TinyTraining.config().with(CavgaSettings.ATTENTION_WEIGHT, 1e300);
    Trainer trainer = TinyTraining.eagerTrainer(config);
    TrainingDivergedException diverged =
        assertThrows(
            TrainingDivergedException.class, () -> trainer.train(TinyTraining.pictures(), target));
    Path checkpoint = new TrainingFiles(target).checkpoint();
    String message = diverged.getMessage();
    assertTrue(message.contains("in epoch 2: go on from"), message);
    assertTrue(message.contains("last good checkpoint " + checkpoint), message);
    // Reading refuses weights that are no finite numbers.
    assertEquals(1, Checkpoint.read(checkpoint).state.values().getAsJsonArray("curves").size());
    assertEquals("earlier", Files.readString(target));
  }

  @Test
  void aCheckpointGoesOnWithALowerLearningRate() throws Exception {
    Path target = folder.resolve("m.cavga");
    TrainingControl control = new TrainingControl();
    TrainingListener cancelling =
        TinyTraining.cancelling(control, progress -> TinyTraining.epoch(progress) == 2);
    Trainer first =
        TinyTraining.trainer(TinyTraining.config()).control(control).listener(cancelling);
    Path checkpoint =
        assertThrows(
                TrainingCancelledException.class,
                () -> first.train(TinyTraining.pictures(), target))
            .checkpoint()
            .orElseThrow();
    TrainingConfig careful = TinyTraining.config().with(CavgaSettings.LEARNING_RATE, 1e-6);
    TinyTraining.trainer(careful).resume(TinyTraining.pictures(), checkpoint, target);
    assertEquals(3, TinyTraining.part(ModelFile.read(target), "cavga").calibrations().size());
    assertFalse(Files.exists(checkpoint));
  }
}
