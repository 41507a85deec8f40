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
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.method.local.LocalMethod;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.method.local.MapSource;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.settings.Settings;
import sc.fiji.cavga.train.Checkpoint;
import sc.fiji.cavga.train.TinyTraining;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;

/** The U-Net as a part of a training. */
class SegmentationNetTrainingTest {

  @TempDir Path folder;

  /** Writes down what it hears and does something after one of the steps. */
  private static class AfterStep implements TrainingListener {
    final List<Integer> steps = new ArrayList<>();
    final List<LossPoint> points = new ArrayList<>();
    private final int step;
    private final Runnable action;

    AfterStep(int step, Runnable action) {
      this.step = step;
      this.action = action;
    }

    @Override
    public void progressed(TrainingProgress progress) {
      steps.add(progress.step());
      assertTrue(progress.secondsLeft() >= 0);
      assertEquals("Learning from synthetic anomalies", progress.activity());
      if (progress.step() == step) action.run();
    }

    @Override
    public void point(LossPoint point, TrainingPreview preview) {
      points.add(point);
    }
  }

  private static AfterStep listening() {
    return new AfterStep(0, () -> {});
  }

  private static TrainingConfig config() {
    return TinyTraining.local().with(LocalSettings.STEPS, 6);
  }

  private static boolean hasNet(TrainedModel model) {
    return model.parts().get(0).entries().has("segmentation_net");
  }

  /** Trained up to a step and then resumed; gives what was heard of the rest. */
  private static AfterStep interrupted(TrainingConfig config, int after, Path model)
      throws Exception {
    TrainingControl control = new TrainingControl();
    Trainer first =
        TinyTraining.eagerTrainer(config)
            .control(control)
            .listener(new AfterStep(after, control::cancel));
    Path checkpoint =
        assertThrows(
                TrainingCancelledException.class, () -> first.train(TinyTraining.pictures(), model))
            .checkpoint()
            .orElseThrow();
    AfterStep rest = listening();
    TinyTraining.trainer(Checkpoint.read(checkpoint).config())
        .listener(rest)
        .resume(TinyTraining.pictures(), checkpoint, model);
    return rest;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 6})
  void resumedIsUninterruptedToTheBit(int after) throws Exception {
    Path whole = folder.resolve("whole.cavga");
    Path parts = folder.resolve("parts.cavga");
    assertTrue(hasNet(TinyTraining.train(config(), whole)));
    AfterStep rest = interrupted(config(), after, parts);
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(parts));
    assertTrue(rest.steps.size() <= 6 - after + 1, "what was learned is not learned again");
  }

  /** In the first net, at its end, in the second and at its end. */
  @ParameterizedTest
  @ValueSource(ints = {4, 6, 7, 12})
  void severalNetsAreResumedToTheBitToo(int after) throws Exception {
    TrainingConfig two = config().with(LocalSettings.NETS, 2);
    Path whole = folder.resolve("whole.cavga");
    Path parts = folder.resolve("parts.cavga");
    TrainedModel model = TinyTraining.train(two, whole);
    ModelEntries entries = model.parts().get(0).entries();
    assertTrue(entries.has("segmentation_net_2") && !entries.has("segmentation_net_3"));
    assertEquals(12, record(model).get("steps").getAsInt());
    assertEquals(12, record(model).get("steps_asked_for").getAsInt());
    AfterStep rest = interrupted(two, after, parts);
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(parts));
    assertTrue(rest.steps.size() <= 12 - after + 1, "what was learned is not learned again");
    Path again = folder.resolve("again.cavga");
    ModelFile.write(again, ModelFile.read(whole));
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(again));
  }

  @Test
  void theMeanOfSeveralNetsCounts() {
    float[] scores = new float[5 * 16 * 16];
    float[] inside = new float[16 * 16];
    Arrays.fill(inside, 1);
    for (int i = 0; i < scores.length; i++) scores[i] = i % 7 - 3;
    try (SegmentationNet one = new SegmentationNet(16, 5, 1);
        SegmentationNet other = new SegmentationNet(16, 5, 2)) {
      float[] mean = new SegmentationNets(List.of(one, other)).infer(scores, inside);
      float[] first = one.infer(scores, inside);
      float[] second = other.infer(scores, inside);
      assertFalse(Arrays.equals(first, second));
      for (int i = 0; i < mean.length; i++) assertEquals((first[i] + second[i]) / 2, mean[i], 1e-6);
      assertArrayEquals(first, SegmentationNets.of(one).infer(scores, inside));
    }
  }

  @Test
  void makesTheStepsThatItIsAskedFor() throws Exception {
    AfterStep heard = listening();
    TinyTraining.trainer(config())
        .listener(heard)
        .train(TinyTraining.pictures(), folder.resolve("m.cavga"));
    assertEquals(List.of(1, 2, 3, 4, 5, 6), heard.steps);
    assertEquals(1, heard.points.size());
    assertEquals(6, heard.points.get(0).position());
  }

  @Test
  void aMapOfTheDistanceAloneDoesWithout() throws Exception {
    AfterStep heard = listening();
    TrainedModel model =
        TinyTraining.trainer(config().with(LocalSettings.MAP, MapSource.DENSITY))
            .listener(heard)
            .train(TinyTraining.pictures(), folder.resolve("m.cavga"));
    assertTrue(heard.steps.isEmpty());
    assertFalse(hasNet(model));
    assertTrue(model.parts().get(0).entries().has("gaussian_field"));
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
    assertTrue(hasNet(model));
    assertEquals("on request", record(model).get("stopped").getAsString());
  }

  /** Of 60 seconds, six steps of 10 are the first that leave no tenth. */
  @Test
  void leavesATenthOfTheTimeForCalibration() throws Exception {
    long[] now = {0};
    AfterStep heard =
        new AfterStep(0, () -> {}) {
          @Override
          public void progressed(TrainingProgress progress) {
            super.progressed(progress);
            now[0] += 10_000_000_000L;
          }
        };
    try (TrainingResult result = train(9, heard, () -> now[0], 60)) {
      assertEquals(List.of(1, 2, 3, 4, 5, 6), heard.steps);
      assertEquals("time limit", result.record().get("stopped").getAsString());
    }
  }

  private static TrainingResult train(
      int steps, TrainingListener listener, LongSupplier nanoTime, double secondsLimit)
      throws Exception {
    Settings settings = config().with(LocalSettings.STEPS, steps).settings();
    TrainingControl control = new TrainingControl();
    TrainingPictures pictures =
        TrainingPictures.of(
            TinyTraining.pictures(), CommonSettings.roles(settings), control, listener);
    return new LocalMethod()
        .train(
            new MethodTraining(
                pictures,
                settings,
                control,
                listener,
                nanoTime,
                new NeverSaving(),
                null,
                0,
                secondsLimit));
  }

  /** Nobody asks for a checkpoint. */
  private static final class NeverSaving implements MethodTraining.Saving {

    @Override
    public boolean due(boolean atGoodPlace) {
      return false;
    }

    @Override
    public void checkpoint(TrainingState state, Settings settings, double seconds) {
      throw new AssertionError("nobody has asked");
    }

    @Override
    public void copy(Path file, TrainingResult now, Settings settings) {
      throw new AssertionError("nobody has asked");
    }
  }

  @Test
  void moreStepsFindMoreInHeldOutPictures() throws Exception {
    AfterStep few = listening();
    AfterStep many = listening();
    double before;
    try (TrainingResult result = train(6, few, () -> 0, 0)) {
      assertEquals(6, result.record().get("steps").getAsInt());
      before = explained(result.record());
      assertTrue(before < SegmentationNetCheck.LEAST_EXPLAINED);
      assertTrue(result.warnings().get(0).contains("learned little"), result.warnings().get(0));
    }
    try (TrainingResult result = train(150, many, () -> 0, 0)) {
      double after = explained(result.record());
      assertTrue(after > before + 0.1 && after < 1, before + ", " + after);
    }
    double lossBefore = few.points.get(few.points.size() - 1).heldOut();
    double lossAfter = many.points.get(many.points.size() - 1).heldOut();
    assertTrue(lossAfter < 0.8 * lossBefore, lossBefore + ", " + lossAfter);
  }

  private static JsonObject record(TrainedModel model) {
    return model.parts().get(0).training();
  }

  private static double explained(JsonObject record) {
    return record.get("explained").getAsDouble();
  }

  @Test
  void stepsOutOfRangeAreRefused() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> config().with(LocalSettings.STEPS, 0));
    assertTrue(e.getMessage().contains("1 to 1000000"), e.getMessage());
  }
}
