package sc.fiji.cavga.method.local.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.local.DefaultMapSource;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.synthetic.AnomalySigns;
import sc.fiji.cavga.train.Checkpoint;
import sc.fiji.cavga.train.TinyTraining;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.train.TrainingConfig;

/** The detector as a part of a training. */
class SegmentationNetTrainingTest {

  @TempDir Path folder;

  /** Writes down the detector's steps and does something after one of them. */
  private static final class AfterStep implements TrainingListener {
    final List<Integer> steps = new ArrayList<>();
    private final int step;
    private final Runnable action;

    AfterStep(int step, Runnable action) {
      this.step = step;
      this.action = action;
    }

    @Override
    public void teaching(int done, int total, double secondsLeft) {
      steps.add(done);
      assertTrue(secondsLeft >= 0);
      if (done == step) action.run();
    }
  }

  private static TrainingConfig config() {
    return TinyTraining.config().with(CavgaSettings.EPOCHS, 1).with(LocalSettings.STEPS, 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 6})
  void resumedIsUninterruptedToTheBit(int after) throws Exception {
    TrainingConfig config = config();
    Path whole = folder.resolve("whole.cavga");
    Path parts = folder.resolve("parts.cavga");
    TrainedModel model = TinyTraining.train(config, whole);
    assertFalse(model.detector().isEmpty());
    TrainingControl control = new TrainingControl();
    Trainer first =
        TinyTraining.eagerTrainer(config)
            .control(control)
            .listener(new AfterStep(after, control::cancel));
    Path checkpoint =
        assertThrows(
                TrainingCancelledException.class, () -> first.train(TinyTraining.pictures(), parts))
            .checkpoint()
            .orElseThrow();
    AfterStep rest = new AfterStep(0, () -> {});
    TinyTraining.trainer(Checkpoint.read(checkpoint).config())
        .listener(rest)
        .resume(TinyTraining.pictures(), checkpoint, parts);
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(parts));
    assertTrue(rest.steps.size() <= 6 - after + 1, "what was learned is not learned again");
  }

  @Test
  void hasItsOwnSteps() throws Exception {
    AfterStep heard = new AfterStep(0, () -> {});
    TinyTraining.trainer(config())
        .listener(heard)
        .train(TinyTraining.pictures(), folder.resolve("m.cavga"));
    assertEquals(List.of(1, 2, 3, 4, 5, 6), heard.steps);
  }

  @Test
  void learnsWhatItIsAskedToLearn() throws Exception {
    TrainedModel lesions = TinyTraining.train(config(), folder.resolve("l.cavga"));
    TrainedModel glaucoma =
        TinyTraining.train(
            config().with(LocalSettings.SIGNS, AnomalySigns.GLAUCOMA), folder.resolve("g.cavga"));
    boolean differs = false;
    for (int i = 0; i < lesions.detector().size(); i++)
      differs |=
          !Arrays.equals(lesions.detector().get(i).values(), glaucoma.detector().get(i).values());
    assertTrue(differs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DENSITY", "NETWORK"})
  void otherMapsDoWithout(DefaultMapSource source) throws Exception {
    AfterStep heard = new AfterStep(0, () -> {});
    TrainedModel model =
        TinyTraining.trainer(config().with(LocalSettings.MAP, source))
            .listener(heard)
            .train(TinyTraining.pictures(), folder.resolve("m.cavga"));
    assertTrue(heard.steps.isEmpty());
    assertTrue(model.detector().isEmpty());
    assertEquals(source == DefaultMapSource.DENSITY, model.density().isPresent());
  }

  @Test
  void finishingEarlyKeepsWhatWasLearned() throws Exception {
    TrainingControl control = new TrainingControl();
    AfterStep heard = new AfterStep(3, control::finish);
    TrainedModel model =
        TinyTraining.trainer(config())
            .control(control)
            .listener(heard)
            .train(TinyTraining.pictures(), folder.resolve("m.cavga"));
    assertEquals(3, heard.steps.size());
    assertFalse(model.detector().isEmpty());
  }

  @Test
  void leavesTimeForTheNetwork() throws Exception {
    long[] now = {0};
    AfterStep heard = new AfterStep(0, () -> {});
    TrainingListener clock =
        new TrainingListener() {
          @Override
          public void teaching(int done, int total, double secondsLeft) {
            now[0] += 10_000_000_000L;
          }
        };
    new Trainer(config().with(LocalSettings.STEPS, 9).with(CommonSettings.MINUTES, 1))
        .nanoTime(() -> now[0])
        .listener(heard)
        .listener(clock)
        .train(TinyTraining.pictures(), folder.resolve("m.cavga"));
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), heard.steps);
  }

  @Test
  void theRateRisesAndComesDownInTimeOnASlowMachine() {
    assertEquals(1.2e-4, SegmentationNetTraining.rate(0), 1e-9);
    assertEquals(3e-3, SegmentationNetTraining.rate(0.1), 1e-9);
    assertEquals(1.5e-3, SegmentationNetTraining.rate(0.55), 1e-9);
    assertEquals(0, SegmentationNetTraining.rate(1), 1e-9);
    assertEquals(0.5, SegmentationNetTraining.done(0.5, 0));
    assertEquals(0.5, SegmentationNetTraining.done(0.5, 0.55), "steps decide while there is time");
    assertEquals(0.7, SegmentationNetTraining.done(0.5, 0.7));
    assertEquals(1, SegmentationNetTraining.done(0.5, 1.2));
  }

  @Test
  void saysHowMuchItFindsInHeldOutPictures() throws Exception {
    JsonObject few = record(6);
    assertEquals(6, few.getAsJsonObject("detector").get("steps").getAsInt());
    assertTrue(explained(few) < SegmentationNetCheck.LEAST_EXPLAINED);
    assertTrue(few.get("warnings").toString().contains("learned little from painted anomalies"));
    JsonObject more = record(150);
    assertTrue(explained(more) > explained(few) + 0.1, explained(few) + ", " + explained(more));
    assertTrue(explained(more) < 1);
  }

  private JsonObject record(int steps) throws Exception {
    return TinyTraining.train(
            config().with(LocalSettings.STEPS, steps), folder.resolve(steps + ".cavga"))
        .training();
  }

  private static double explained(JsonObject record) {
    return record.getAsJsonObject("detector").get("explained").getAsDouble();
  }

  @Test
  void stepsOutOfRangeAreRefused() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> config().with(LocalSettings.STEPS, 0));
    assertTrue(e.getMessage().contains("1 to 1000000"), e.getMessage());
  }
}
