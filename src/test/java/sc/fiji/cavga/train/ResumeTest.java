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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;

class ResumeTest {

  @TempDir Path folder;

  /** Cancels after so many steps, as a window's button would. */
  private static final class CancelAfter implements TrainingListener {
    private final TrainingControl control;
    private int left;
    private int steps;

    CancelAfter(TrainingControl control, int steps) {
      this.control = control;
      left = steps;
    }

    @Override
    public void batch(TrainingProgress progress) {
      steps++;
      if (--left == 0) control.cancel();
    }
  }

  @ParameterizedTest
  @CsvSource({"1,false", "4,false", "8,false", "5,true"})
  void resumedIsUninterruptedToTheBit(int steps, boolean weak) throws Exception {
    TrainingConfig config = TinyTraining.config().with(CommonSettings.WEAK, weak);
    Path whole = folder.resolve("whole.cavga");
    Path parts = folder.resolve("parts.cavga");
    TinyTraining.train(config, whole);
    TrainingCancelledException e = cancel(config, parts, steps);
    assertFalse(Files.exists(parts));
    Path checkpoint = e.checkpoint().orElseThrow();
    assertTrue(e.getMessage().contains(checkpoint.toString()));
    TinyTraining.trainer(Checkpoint.read(checkpoint).config())
        .resume(TinyTraining.pictures(), checkpoint, parts);
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(parts));
    assertFalse(Files.exists(checkpoint));
  }

  @Test
  void resumedTwiceIsUninterrupted() throws Exception {
    TrainingConfig config = TinyTraining.config();
    Path whole = folder.resolve("whole.cavga");
    Path parts = folder.resolve("parts.cavga");
    TinyTraining.train(config, whole);
    Path checkpoint = cancel(config, parts, 3).checkpoint().orElseThrow();
    TrainingControl control = new TrainingControl();
    Trainer again =
        TinyTraining.eagerTrainer(config).control(control).listener(new CancelAfter(control, 4));
    assertThrows(
        TrainingCancelledException.class,
        () -> again.resume(TinyTraining.pictures(), checkpoint, parts));
    TinyTraining.trainer(config).resume(TinyTraining.pictures(), checkpoint, parts);
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(parts));
  }

  @Test
  void cancellingMidEpochStopsBeforeTheNextStep() throws Exception {
    TrainingConfig config = TinyTraining.config();
    TrainingControl control = new TrainingControl();
    CancelAfter listener = new CancelAfter(control, 5);
    Trainer trainer = TinyTraining.trainer(config).control(control).listener(listener);
    Path target = folder.resolve("model.cavga");
    TrainingCancelledException e =
        assertThrows(
            TrainingCancelledException.class, () -> trainer.train(TinyTraining.pictures(), target));
    assertEquals(5, listener.steps);
    assertEquals(1, Checkpoint.read(e.checkpoint().orElseThrow()).curves().epochs().size());
    // The checkpoint can be opened as a model, which only lacks its calibration.
    assertTrue(ModelFile.read(e.checkpoint().get()).calibrations().isEmpty());
  }

  @Test
  void cancellingEarlyOrWhileCalibratingSaysWhatThereIs() throws Exception {
    TrainingConfig config = TinyTraining.config();
    TrainingControl before = new TrainingControl(() -> true);
    TrainingCancelledException e = cancelled(TinyTraining.trainer(config).control(before));
    assertTrue(e.checkpoint().isEmpty());
    assertTrue(e.getMessage().contains("nothing to go on from"), e.getMessage());
    TrainingControl late = new TrainingControl();
    TrainingListener whenCalibrating =
        new TrainingListener() {
          @Override
          public void calibrating(int done, int total) {
            late.cancel();
          }
        };
    e = cancelled(TinyTraining.trainer(config).control(late).listener(whenCalibrating));
    assertEquals(3, Checkpoint.read(e.checkpoint().orElseThrow()).curves().epochs().size());
    assertFalse(Files.exists(folder.resolve("model.cavga")));
  }

  @Test
  void moreEpochsMayBeAskedForAndOtherSettingsNot() throws Exception {
    TrainingConfig config = TinyTraining.config();
    Path parts = folder.resolve("parts.cavga");
    Path checkpoint = cancel(config, parts, 6).checkpoint().orElseThrow();
    TrainingConfig other = TinyTraining.config().with(CommonSettings.BATCH, 5);
    String message = refusal(other, TinyTraining.pictures(), checkpoint);
    assertTrue(message.contains("schedule.batch_size"), message);
    Dataset fewer = new Dataset(DrawnSample.normals(15), List.of(), List.of());
    message = refusal(config, fewer, checkpoint);
    assertTrue(message.contains("The pictures are not those"), message);
    TrainingConfig longer = TinyTraining.config().with(CavgaSettings.EPOCHS, 4);
    TrainedModel model =
        TinyTraining.trainer(longer).resume(TinyTraining.pictures(), checkpoint, parts);
    TrainedModel whole = TinyTraining.train(longer, folder.resolve("whole.cavga"));
    assertArrayEquals(TinyTraining.flat(whole.weights()), TinyTraining.flat(model.weights()));
  }

  @Test
  void aFinishedModelIsNoCheckpoint() throws Exception {
    TrainingConfig config = TinyTraining.config().with(CavgaSettings.EPOCHS, 1);
    Path done = folder.resolve("done.cavga");
    TinyTraining.train(config, done);
    String message = refusal(config, TinyTraining.pictures(), done);
    assertTrue(message.contains("is a finished model"), message);
  }

  private TrainingCancelledException cancel(TrainingConfig config, Path target, int steps) {
    TrainingControl control = new TrainingControl();
    Trainer trainer =
        TinyTraining.eagerTrainer(config)
            .control(control)
            .listener(new CancelAfter(control, steps));
    return assertThrows(
        TrainingCancelledException.class, () -> trainer.train(TinyTraining.pictures(), target));
  }

  private TrainingCancelledException cancelled(Trainer trainer) {
    return assertThrows(
        TrainingCancelledException.class,
        () -> trainer.train(TinyTraining.pictures(), folder.resolve("model.cavga")));
  }

  private String refusal(TrainingConfig config, Dataset dataset, Path checkpoint) {
    Trainer trainer = TinyTraining.trainer(config);
    return assertThrows(
            IOException.class,
            () -> trainer.resume(dataset, checkpoint, folder.resolve("again.cavga")))
        .getMessage();
  }
}
