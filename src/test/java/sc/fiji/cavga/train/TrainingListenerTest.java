package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingPlan;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.model.training.TrainingProgress;

/** Of 24 pictures 19 are learned from: five batches, and so many steps in an epoch of CAVGA. */
class TrainingListenerTest {

  @TempDir Path folder;

  /** Writes down what it hears, without repetitions of the same kind. */
  private static final class Diary implements TrainingListener {
    final List<String> entries = new ArrayList<>();
    final List<TrainingProgress> steps = new ArrayList<>();
    final List<LossPoint> points = new ArrayList<>();
    final List<String> columns = new ArrayList<>();
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
    public void methodBegun(String method) {
      note(method);
    }

    @Override
    public void stageBegun(String name, String axis) {
      note(name + "; " + axis);
    }

    @Override
    public void preparing(int done, int total) {
      note("preparing");
      assertTrue(done > 0 && done <= total, done + " of " + total);
    }

    @Override
    public void shown(String what, TrainingPreview preview) {
      note("shown");
      look(preview);
    }

    @Override
    public void progressed(TrainingProgress progress) {
      note("step");
      steps.add(progress);
      now += 2_000_000_000L;
    }

    @Override
    public void point(LossPoint point, TrainingPreview preview) {
      note("point");
      points.add(point);
      look(preview);
    }

    private void look(TrainingPreview preview) {
      columns.clear();
      for (TrainingPreview.Column column : preview.columns()) {
        columns.add(column.title());
        assertEquals(preview.pictures().size(), column.planes().size());
        for (float[] plane : column.planes())
          assertEquals((column.largest() == 0 ? 3 : 1) * 16 * 16, plane.length);
      }
      previewed += preview.pictures().size();
    }

    @Override
    public void checkpointWritten(Path file) {
      note("checkpoint");
      assertTrue(Files.exists(file));
    }

    @Override
    public void calibrating(int done, int total) {
      note("calibrating");
      assertEquals(5, total);
    }

    @Override
    public void ended(TrainingFiles files) {
      note("ended");
      assertTrue(Files.exists(files.best()));
    }
  }

  /** Does something at the first step that is meant, once. */
  private static TrainingListener at(Predicate<TrainingProgress> step, Runnable happens) {
    boolean[] done = {false};
    return new TrainingListener() {
      @Override
      public void progressed(TrainingProgress progress) {
        if (done[0] || !step.test(progress)) return;
        done[0] = true;
        happens.run();
      }
    };
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
            "local",
            "Learning what is normal (Gaussians); ",
            "preparing",
            "shown",
            "Learning from synthetic anomalies (U-Net); Step",
            "step",
            "point",
            "checkpoint",
            "shown",
            "calibrating",
            "cavga",
            "Learning to reconstruct healthy eyes (CAVGA); Epoch",
            "shown",
            "step",
            "point",
            "checkpoint",
            "step",
            "point",
            "checkpoint",
            "calibrating",
            "ended"),
        diary.entries);
    assertEquals(List.of("local", "cavga"), diary.plan.methods());
    assertEquals(19, diary.plan.trainingPictures());
    assertEquals(5, diary.plan.heldOutPictures());
    assertEquals(0, diary.plan.anomalousPictures());
    assertEquals(3 + 10, diary.steps.size());
    TrainingProgress taught = diary.steps.get(2);
    assertEquals("Learning from synthetic anomalies", taught.activity());
    assertEquals(3, taught.step());
    assertEquals(3, taught.steps());
    assertEquals(4, taught.secondsElapsed());
    assertEquals(0, taught.secondsLeft());
    TrainingProgress last = diary.steps.get(12);
    assertEquals("Epoch 2 of 2", last.activity());
    assertEquals(2, last.position());
    assertEquals(10, last.step());
    assertEquals(10, last.steps());
    assertEquals(1, last.share());
    assertEquals(0, last.secondsLeft());
    // Three steps of the U-Net and nine of CAVGA, two seconds each.
    assertEquals(24, last.secondsElapsed());
    assertEquals(8, diary.steps.get(4).secondsLeft());
    assertTrue(last.waitingShare() >= 0 && last.waitingShare() <= 1);
    assertTrue(last.memoryBytes() > 0);
    assertEquals(3, diary.points.size());
    assertEquals(3, diary.points.get(0).position());
    assertEquals(2, diary.points.get(2).position());
    assertEquals(
        List.of("reconstruction", "difference (0 to 0.25)", "1 − attention (0 to 1)"),
        diary.columns);
    assertTrue(diary.previewed >= 3 * 4, diary.previewed + " previews");
  }

  /** Healthy eyes and their maps, and the same eyes with anomalies and theirs. */
  @Test
  void mapsOfHeldOutEyesAreShownBeforeTheFirstStep() throws Exception {
    List<String> shown = new ArrayList<>();
    int[] steps = {0};
    TrainingListener looking =
        new TrainingListener() {
          @Override
          public void progressed(TrainingProgress progress) {
            steps[0]++;
          }

          @Override
          public void shown(String what, TrainingPreview preview) {
            shown.add(steps[0] + ": " + what);
            List<TrainingPreview.Column> columns = preview.columns();
            assertEquals(3, preview.pictures().size());
            assertEquals(3, columns.size());
            for (int i = 0; i < 3; i++) {
              float[] healthy = preview.pictures().get(i).values();
              int marked = changed(healthy, columns.get(0).planes().get(i));
              assertTrue(marked < 16 * 16 / 2, marked + " pixels of a healthy eye are marked");
              assertTrue(changed(healthy, columns.get(1).planes().get(i)) > 0, "nothing painted");
            }
          }
        };
    TinyTraining.trainer(TinyTraining.local())
        .listener(looking)
        .train(TinyTraining.pictures(24), folder.resolve("m.cavga"));
    assertEquals(List.of("0: The map of the Gaussians alone", "3: The finished map"), shown);
  }

  private static int changed(float[] before, float[] after) {
    int changed = 0;
    for (int i = 0; i < 16 * 16; i++) if (Math.abs(before[i] - after[i]) > 0.01) changed++;
    return changed;
  }

  @Test
  void watchingChangesNothing() throws Exception {
    TrainingConfig config = TinyTraining.config().with(CavgaSettings.EPOCHS, 2);
    Path watched = folder.resolve("watched.cavga");
    Path alone = folder.resolve("alone.cavga");
    TinyTraining.trainer(config).listener(new Diary()).train(TinyTraining.pictures(24), watched);
    TinyTraining.trainer(config).train(TinyTraining.pictures(24), alone);
    assertArrayEquals(Files.readAllBytes(alone), Files.readAllBytes(watched));
  }

  @Test
  void aCopyOnTheWayIsAWholeModelAndChangesNothing() throws Exception {
    TrainingConfig config = TinyTraining.config().with(CavgaSettings.EPOCHS, 2);
    TrainingControl control = new TrainingControl();
    Path first = folder.resolve("first.cavga");
    Path second = folder.resolve("second.cavga");
    List<Path> heard = new ArrayList<>();
    TrainingListener hearing =
        new TrainingListener() {
          @Override
          public void copyWritten(Path file) {
            heard.add(file);
          }
        };
    Path asked = folder.resolve("m.cavga");
    TinyTraining.trainer(config)
        .control(control)
        .listener(hearing)
        .listener(at(step -> step.step() == 2, () -> control.saveCopy(first)))
        .listener(at(step -> TinyTraining.epoch(step) == 1, () -> control.saveCopy(second)))
        .train(TinyTraining.pictures(24), asked);
    assertEquals(List.of(first, second), heard);
    // The second method has not begun yet.
    TrainedModel early = ModelFile.read(first);
    assertEquals(1, early.parts().size());
    assertEquals(1, TinyTraining.part(early, "local").calibrations().size());
    TrainedModel late = ModelFile.read(second);
    assertEquals(1, TinyTraining.part(late, "local").calibrations().size());
    assertEquals(3, TinyTraining.part(late, "cavga").calibrations().size());
    Path undisturbed = folder.resolve("u.cavga");
    TinyTraining.trainer(config).train(TinyTraining.pictures(24), undisturbed);
    assertArrayEquals(Files.readAllBytes(undisturbed), Files.readAllBytes(asked));
  }

  @Test
  void finishingKeepsWhatThereIs() throws Exception {
    TrainingControl control = new TrainingControl();
    TrainedModel model =
        TinyTraining.trainer(TinyTraining.config().with(CavgaSettings.EPOCHS, 50))
            .control(control)
            .listener(at(step -> step.steps() > 3 && step.step() == 7, control::finish))
            .train(TinyTraining.pictures(24), folder.resolve("m.cavga"));
    assertEquals("all steps", record(model, "local").get("stopped").getAsString());
    JsonObject record = record(model, "cavga");
    assertEquals("on request", record.get("stopped").getAsString());
    assertEquals(7, record.get("steps").getAsInt());
    assertEquals(2, record.getAsJsonArray("curves").size());
    assertEquals(3, TinyTraining.part(model, "cavga").calibrations().size());
  }

  /** The methods that follow are trained as little as can be. */
  @Test
  void finishingTheUNetKeepsWhatThereIs() throws Exception {
    TrainingControl control = new TrainingControl();
    TrainedModel model =
        TinyTraining.trainer(TinyTraining.config().with(LocalSettings.STEPS, 50))
            .control(control)
            .listener(at(step -> step.step() == 2, control::finish))
            .train(TinyTraining.pictures(24), folder.resolve("m.cavga"));
    JsonObject record = record(model, "local");
    assertEquals("on request", record.get("stopped").getAsString());
    assertEquals(2, record.get("steps").getAsInt());
    assertEquals(50, record.get("steps_asked_for").getAsInt());
    assertEquals(1, record(model, "cavga").get("steps").getAsInt());
    for (MethodPart part : model.parts()) assertTrue(part.calibrations().size() > 0);
  }

  @Test
  void earlyStoppingEndsTraining() throws Exception {
    // With so high a rate the discriminator's pull keeps the validation from falling for long.
    TrainingConfig config =
        TinyTraining.cavga()
            .with(CavgaSettings.EPOCHS, 200)
            .with(CavgaSettings.PATIENCE, 1)
            .with(CavgaSettings.LEARNING_RATE, 0.05);
    TrainedModel model =
        TinyTraining.trainer(config).train(TinyTraining.pictures(24), folder.resolve("m.cavga"));
    JsonObject record = record(model, "cavga");
    assertEquals("no more improvement", record.get("stopped").getAsString());
    int epochs = record.getAsJsonArray("curves").size();
    assertTrue(epochs < 200 && record.get("epoch").getAsInt() <= epochs);
  }

  private static JsonObject record(TrainedModel model, String method) {
    return TinyTraining.part(model, method).training();
  }
}
