package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;

/** Both methods together make three steps of the U-Net and then three times four of CAVGA. */
class ResumeTest {

  /** Of uninterrupted trainings, each of which several tests compare with. */
  @TempDir static Path wholes;

  private static final Map<TrainingConfig, Path> WHOLE = new HashMap<>();

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
    public void progressed(TrainingProgress progress) {
      steps++;
      if (--left == 0) control.cancel();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'local',1,false",
    "'local',3,false",
    "'local',2,true",
    "'cavga',1,false",
    "'cavga',4,false",
    "'cavga',8,false",
    "'cavga',12,false",
    "'cavga',5,true",
    "'local,cavga',2,false",
    "'local,cavga',3,false",
    "'local,cavga',4,false",
    "'local,cavga',8,true",
    "'local,cavga',15,false",
    "'cavga,local',6,false",
    "'cavga,local',14,false"
  })
  void resumedIsUninterruptedToTheBit(String methods, int steps, boolean weak) throws Exception {
    TrainingConfig config = TinyTraining.of(methods).with(CommonSettings.WEAK, weak);
    Path whole = whole(config);
    Path parts = folder.resolve("parts.cavga");
    TrainingCancelledException e = cancel(config, parts, steps);
    assertFalse(Files.exists(parts));
    Path checkpoint = e.checkpoint().orElseThrow();
    assertTrue(e.getMessage().contains(checkpoint.toString()));
    TinyTraining.trainer(Checkpoint.read(checkpoint).config())
        .resume(TinyTraining.pictures(), checkpoint, parts);
    sameModels(whole, parts);
    assertFalse(Files.exists(checkpoint));
  }

  /** Also where the method that keeps its best epoch is done and another one is under way. */
  @ParameterizedTest
  @ValueSource(ints = {5, 13, 14})
  void theLastEpochsModelIsTheSameToo(int steps) throws Exception {
    TrainingConfig config = TinyTraining.of("cavga,local").with(CavgaSettings.LEARNING_RATE, 0.1);
    Path whole = whole(config);
    Path parts = folder.resolve("parts.cavga");
    assertTrue(Files.exists(last(whole)), "the last epoch must not be the best");
    Path checkpoint = cancel(config, parts, steps).checkpoint().orElseThrow();
    TrainingControl control = new TrainingControl();
    Trainer again =
        TinyTraining.eagerTrainer(config).control(control).listener(new CancelAfter(control, 1));
    assertThrows(
        TrainingCancelledException.class,
        () -> again.resume(TinyTraining.pictures(), checkpoint, parts));
    TinyTraining.trainer(config).resume(TinyTraining.pictures(), checkpoint, parts);
    sameModels(whole, parts);
  }

  /** When the thresholds of the first are being set, and when the second begins. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void betweenTheMethodsToo(boolean calibrating) throws Exception {
    TrainingConfig config = TinyTraining.config();
    Path whole = whole(config);
    Path parts = folder.resolve("parts.cavga");
    TrainingControl control = new TrainingControl();
    TrainingListener cancelling =
        new TrainingListener() {
          @Override
          public void methodBegun(String method) {
            if (!calibrating && method.equals("cavga")) control.cancel();
          }

          @Override
          public void calibrating(int done, int total) {
            if (calibrating) control.cancel();
          }
        };
    Trainer first = TinyTraining.trainer(config).control(control).listener(cancelling);
    Path checkpoint =
        assertThrows(
                TrainingCancelledException.class, () -> first.train(TinyTraining.pictures(), parts))
            .checkpoint()
            .orElseThrow();
    List<String> begun = new ArrayList<>();
    TrainingListener hearing =
        new TrainingListener() {
          @Override
          public void methodBegun(String method) {
            begun.add(method);
          }

          @Override
          public void progressed(TrainingProgress progress) {
            // The U-Net is taught already.
            assertTrue(TinyTraining.epoch(progress) > 0);
          }
        };
    TinyTraining.trainer(config)
        .listener(hearing)
        .resume(TinyTraining.pictures(), checkpoint, parts);
    assertEquals(List.of("local", "cavga"), begun);
    sameModels(whole, parts);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,3", "3,4", "6,4"})
  void resumedTwiceIsUninterrupted(int steps, int more) throws Exception {
    TrainingConfig config = TinyTraining.config();
    Path whole = whole(config);
    Path parts = folder.resolve("parts.cavga");
    Path checkpoint = cancel(config, parts, steps).checkpoint().orElseThrow();
    TrainingControl control = new TrainingControl();
    Trainer again =
        TinyTraining.eagerTrainer(config).control(control).listener(new CancelAfter(control, more));
    assertThrows(
        TrainingCancelledException.class,
        () -> again.resume(TinyTraining.pictures(), checkpoint, parts));
    TinyTraining.trainer(config).resume(TinyTraining.pictures(), checkpoint, parts);
    sameModels(whole, parts);
  }

  @Test
  void cancellingMidEpochStopsBeforeTheNextStep() throws Exception {
    TrainingConfig config = TinyTraining.cavga();
    TrainingControl control = new TrainingControl();
    CancelAfter listener = new CancelAfter(control, 5);
    Trainer trainer = TinyTraining.trainer(config).control(control).listener(listener);
    Path target = folder.resolve("model.cavga");
    TrainingCancelledException e =
        assertThrows(
            TrainingCancelledException.class, () -> trainer.train(TinyTraining.pictures(), target));
    assertEquals(5, listener.steps);
    Path checkpoint = e.checkpoint().orElseThrow();
    assertEquals(1, epochs(checkpoint));
    // The checkpoint says what is trained, and has no thresholds and no weights for use yet.
    MethodPart part = TinyTraining.part(ModelFile.read(checkpoint), "cavga");
    assertTrue(part.calibrations().isEmpty());
    assertTrue(part.entries().arrays().isEmpty());
  }

  @Test
  void cancellingTheUNetStopsBeforeItsNextStep() throws Exception {
    TrainingControl control = new TrainingControl();
    CancelAfter listener = new CancelAfter(control, 2);
    Trainer trainer =
        TinyTraining.eagerTrainer(TinyTraining.local()).control(control).listener(listener);
    Path checkpoint = cancelled(trainer).checkpoint().orElseThrow();
    assertEquals(2, listener.steps);
    assertEquals(2, Checkpoint.read(checkpoint).state.values().get("step").getAsInt());
  }

  @Test
  void cancellingEarlyOrWhileCalibratingSaysWhatThereIs() throws Exception {
    TrainingConfig config = TinyTraining.cavga();
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
    assertEquals(3, epochs(e.checkpoint().orElseThrow()));
    assertFalse(Files.exists(folder.resolve("model.cavga")));
  }

  @Test
  void moreEpochsMayBeAskedForAndOtherSettingsNot() throws Exception {
    TrainingConfig config = TinyTraining.cavga();
    Path parts = folder.resolve("parts.cavga");
    Path checkpoint = cancel(config, parts, 6).checkpoint().orElseThrow();
    TrainingConfig other = config.with(CommonSettings.BATCH, 5);
    String message = refusal(other, TinyTraining.pictures(), checkpoint);
    assertTrue(message.contains("had 4 as batch and not 5"), message);
    message = refusal(TinyTraining.config(), TinyTraining.pictures(), checkpoint);
    assertTrue(message.contains("had the method cavga and not local,cavga"), message);
    Dataset fewer = new Dataset(DrawnSample.normals(15), List.of(), List.of());
    message = refusal(config, fewer, checkpoint);
    assertTrue(message.contains("The pictures are not those"), message);
    TrainingConfig longer = config.with(CavgaSettings.EPOCHS, 4);
    TinyTraining.trainer(longer).resume(TinyTraining.pictures(), checkpoint, parts);
    TinyTraining.train(longer, folder.resolve("whole.cavga"));
    sameModels(folder.resolve("whole.cavga"), parts);
  }

  /** Their number decides how the U-Net's learning rate rises and falls. */
  @Test
  void theUNetsStepsMayNotChange() {
    TrainingConfig config = TinyTraining.local();
    Path checkpoint = cancel(config, folder.resolve("m.cavga"), 2).checkpoint().orElseThrow();
    String message =
        refusal(config.with(LocalSettings.STEPS, 4), TinyTraining.pictures(), checkpoint);
    assertTrue(message.contains("had 3 as detector_steps and not 4"), message);
  }

  /** A shortage of memory in the first of two methods is not forgotten, nor the second's. */
  @Test
  void theBatchThatMemoryAllowedIsKept() throws Exception {
    TrainingConfig config = TinyTraining.config();
    Path parts = folder.resolve("parts.cavga");
    Path checkpoint = cancel(config, parts, 2).checkpoint().orElseThrow();
    TrainedModel began = ModelFile.read(checkpoint);
    List<MethodPart> halved = new ArrayList<>();
    for (MethodPart part : began.parts())
      halved.add(
          part.method().name().equals("cavga")
              ? part
              : new MethodPart(
                  part.method(),
                  new ModelEntries(
                      part.entries().settings().with(CommonSettings.BATCH, 2),
                      part.entries().arrays()),
                  part.calibrations(),
                  part.training()));
    ModelFile.write(
        checkpoint,
        new TrainedModel(began.preprocessing(), halved, began.provenance()),
        ModelFile.readState(checkpoint).orElseThrow());
    TrainedModel model =
        TinyTraining.trainer(config).resume(TinyTraining.pictures(), checkpoint, parts);
    List<Integer> batches =
        model.parts().stream()
            .map(part -> part.entries().settings().get(CommonSettings.BATCH))
            .collect(Collectors.toList());
    assertEquals(List.of(2, 4), batches);
  }

  @Test
  void aFinishedModelIsNoCheckpoint() throws Exception {
    TrainingConfig config = TinyTraining.local();
    Path done = folder.resolve("done.cavga");
    TinyTraining.train(config, done);
    String message = refusal(config, TinyTraining.pictures(), done);
    assertTrue(message.contains("is a finished model"), message);
  }

  /** A model of a training that went through at once. */
  private static Path whole(TrainingConfig config) throws Exception {
    Path known = WHOLE.get(config);
    if (known != null) return known;
    Path whole = wholes.resolve("whole" + WHOLE.size() + ".cavga");
    TinyTraining.train(config, whole);
    WHOLE.put(config, whole);
    return whole;
  }

  private static int epochs(Path checkpoint) throws IOException {
    return Checkpoint.read(checkpoint).state.values().getAsJsonArray("curves").size();
  }

  /** The best, and the last epoch's where there is one. */
  private static void sameModels(Path expected, Path actual) throws IOException {
    assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(actual));
    Path last = last(expected);
    assertEquals(Files.exists(last), Files.exists(last(actual)));
    if (Files.exists(last))
      assertArrayEquals(Files.readAllBytes(last), Files.readAllBytes(last(actual)));
  }

  private static Path last(Path model) {
    String name = model.getFileName().toString();
    return model.resolveSibling(name.replace(".cavga", "-last.cavga"));
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
