package sc.fiji.cavga.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.cavga.training.EpochRecord;
import sc.fiji.cavga.method.cavga.training.ValidationPreview;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.train.TinyTraining;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingConfig;

class TrainingListenerTest {

  @TempDir Path folder;

  /** Writes down what it hears, without repetitions of the same kind. */
  private static final class Diary implements TrainingListener {
    final List<String> entries = new ArrayList<>();
    final List<TrainingProgress> steps = new ArrayList<>();
    final List<EpochRecord> epochs = new ArrayList<>();
    TrainingPlan plan;
    int previewed;
    long now;

    private void note(String entry) {
      if (entries.isEmpty() || !entries.get(entries.size() - 1).equals(entry)) entries.add(entry);
    }

    @Override
    public void checked(int done, int total) {
      note("checked");
      assertEquals(24, total);
    }

    @Override
    public void begun(TrainingPlan begun) {
      note("begun");
      plan = begun;
    }

    @Override
    public void batch(TrainingProgress progress) {
      note("batch");
      steps.add(progress);
      now += 2_000_000_000L;
    }

    @Override
    public void epoch(EpochRecord record, ValidationPreview preview) {
      note("epoch");
      epochs.add(record);
      for (int i = 0; i < preview.pictures().size(); i++) {
        assertEquals(16 * 16, preview.map(MapKind.DEFAULT, i).length);
        previewed++;
      }
      assertEquals(
          preview.pictures().size() * 3 * 16 * 16, preview.output().reconstruction().length);
    }

    @Override
    public void checkpointWritten(Path file) {
      note("checkpoint");
      assertTrue(Files.exists(file));
    }

    @Override
    public void calibrating(int done, int total) {
      note("calibrating");
    }

    @Override
    public void ended(TrainedModel best, TrainingFiles files) {
      note("ended");
      assertTrue(Files.exists(files.best()));
      assertTrue(Files.exists(files.last()));
      assertNotNull(best);
    }
  }

  @Test
  void hearsEverythingInOrder() throws Exception {
    Diary diary = new Diary();
    TrainingConfig config = TinyTraining.config().with(CavgaSettings.EPOCHS, 2);
    new Trainer(config)
        .nanoTime(() -> diary.now)
        .listener(diary)
        .train(TinyTraining.pictures(24), folder.resolve("m.cavga"));
    assertEquals(
        List.of(
            "checked",
            "begun",
            "batch",
            "epoch",
            "checkpoint",
            "batch",
            "epoch",
            "checkpoint",
            "calibrating",
            "ended"),
        diary.entries);
    assertEquals(19, diary.plan.trainingPictures());
    assertEquals(5, diary.plan.heldOutPictures());
    assertEquals(0, diary.plan.anomalousPictures());
    assertEquals(5, diary.plan.stepsPerEpoch());
    assertEquals(10, diary.steps.size());
    TrainingProgress last = diary.steps.get(9);
    assertEquals(2, last.epoch());
    assertEquals(5, last.batch());
    assertEquals(1, last.share());
    assertEquals(0, last.secondsLeft());
    assertEquals(18, last.secondsElapsed());
    assertEquals(8, diary.steps.get(1).secondsLeft());
    assertTrue(last.waitingShare() >= 0 && last.waitingShare() <= 1);
    assertTrue(last.memoryBytes() > 0);
    assertEquals(8, diary.previewed);
  }

  @Test
  void watchingChangesNothing() throws Exception {
    TrainingConfig config = TinyTraining.config().with(CavgaSettings.EPOCHS, 2);
    TrainedModel watched =
        TinyTraining.trainer(config)
            .listener(new Diary())
            .train(TinyTraining.pictures(24), folder.resolve("watched.cavga"));
    TrainedModel alone =
        TinyTraining.trainer(config)
            .train(TinyTraining.pictures(24), folder.resolve("alone.cavga"));
    assertEquals(alone.training(), watched.training());
  }

  @Test
  void aCopyOnTheWayIsAWholeModelAndChangesNothing() throws Exception {
    TrainingConfig config = TinyTraining.config().with(CavgaSettings.EPOCHS, 2);
    TrainingControl control = new TrainingControl();
    Path copy = folder.resolve("copy.cavga");
    TrainingListener asking =
        new TrainingListener() {
          @Override
          public void batch(TrainingProgress progress) {
            if (progress.epoch() == 1 && progress.batch() == 2) control.saveCopy(copy);
          }
        };
    TrainedModel model =
        TinyTraining.trainer(config)
            .control(control)
            .listener(asking)
            .train(TinyTraining.pictures(24), folder.resolve("m.cavga"));
    assertEquals(3, ModelFile.read(copy).calibrations().size());
    TrainedModel undisturbed =
        TinyTraining.trainer(config).train(TinyTraining.pictures(24), folder.resolve("u.cavga"));
    assertEquals(undisturbed.training(), model.training());
  }

  @Test
  void finishingKeepsWhatThereIs() throws Exception {
    TrainingControl control = new TrainingControl();
    TrainingListener asking =
        new TrainingListener() {
          @Override
          public void batch(TrainingProgress progress) {
            if (progress.epoch() == 2 && progress.batch() == 2) control.finish();
          }
        };
    TrainedModel model =
        TinyTraining.trainer(TinyTraining.config().with(CavgaSettings.EPOCHS, 50))
            .control(control)
            .listener(asking)
            .train(TinyTraining.pictures(24), folder.resolve("m.cavga"));
    assertEquals("on request", model.training().get("stopped").getAsString());
    assertEquals(7, model.training().get("steps").getAsInt());
    assertEquals(3, model.calibrations().size());
  }

  @Test
  void earlyStoppingEndsTraining() throws Exception {
    // With so high a rate the discriminator's pull keeps the validation from falling for long.
    TrainingConfig config =
        TinyTraining.config().with(CavgaSettings.EPOCHS, 200).with(CavgaSettings.PATIENCE, 1).with(CavgaSettings.LEARNING_RATE, 0.05);
    TrainedModel model =
        TinyTraining.trainer(config).train(TinyTraining.pictures(24), folder.resolve("m.cavga"));
    assertEquals("no more improvement", model.training().get("stopped").getAsString());
    int epochs = model.training().getAsJsonArray("curves").size();
    assertTrue(epochs < 200 && model.training().get("epoch").getAsInt() <= epochs);
  }
}
