package sc.fiji.cavga.train;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.ListenerList;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** Trainings that take a second. */
public final class TinyTraining {

  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private TinyTraining() {}

  /** Both methods, one after the other. */
  public static TrainingConfig config() {
    return of("local,cavga");
  }

  public static TrainingConfig local() {
    return of("local");
  }

  public static TrainingConfig cavga() {
    return of("cavga");
  }

  /** With three steps of the U-Net and three epochs of CAVGA, as far as these are asked for. */
  public static TrainingConfig of(String methods) {
    TrainingConfig small =
        TrainingConfig.of(methods)
            .with(CommonSettings.SIZE, 16)
            .with(CommonSettings.FIELD_OF_VIEW, FieldOfViewMode.WHOLE_PICTURE)
            .with(CommonSettings.BATCH, 4)
            .with(CommonSettings.SEED, 5L);
    if (small.settings().has(LocalSettings.STEPS)) small = small.with(LocalSettings.STEPS, 3);
    if (!small.settings().has(CavgaSettings.EPOCHS)) return small;
    return small
        .with(CavgaSettings.WIDTH, 4)
        .with(CavgaSettings.LATENT_CHANNELS, 4)
        .with(CavgaSettings.EPOCHS, 3)
        .with(CavgaSettings.FEWEST_STEPS, 3)
        .with(CavgaSettings.WARM_UP, 1);
  }

  public static Dataset pictures() {
    return pictures(16);
  }

  public static Dataset pictures(int normals) {
    return new Dataset(DrawnSample.normals(normals), DrawnSample.anomalous(3), List.of());
  }

  /** The same, read and divided as a training does it. */
  public static TrainingPictures prepared(TrainingConfig config) throws Exception {
    return TrainingPictures.of(
        pictures(),
        CommonSettings.roles(config.settings()),
        new TrainingControl(),
        new ListenerList(List.of()));
  }

  /**
   * With time standing still: a checkpoint at each epoch's end and none between. Earlier models are
   * replaced.
   */
  public static Trainer trainer(TrainingConfig config) {
    return new Trainer(config).clock(CLOCK).nanoTime(() -> 0).overwrite(true);
  }

  /** With a checkpoint after each step. */
  public static Trainer eagerTrainer(TrainingConfig config) {
    return trainer(config).checkpointInterval(Duration.ZERO);
  }

  /** Cancels a training when it has come so far. */
  public static TrainingListener cancelling(
      TrainingControl control, Predicate<TrainingProgress> soFar) {
    return new TrainingListener() {
      @Override
      public void progressed(TrainingProgress progress) {
        if (soFar.test(progress)) control.cancel();
      }
    };
  }

  public static TrainedModel train(TrainingConfig config, Path target) throws Exception {
    return trainer(config).train(pictures(), target);
  }

  /** The epoch of CAVGA under way, from 1; 0 while another method is trained. */
  public static int epoch(TrainingProgress progress) {
    return progress.activity().startsWith("Epoch") ? (int) Math.ceil(progress.position()) : 0;
  }

  /** What a model has of one method. */
  public static MethodPart part(TrainedModel model, String method) {
    return model.parts().stream()
        .filter(part -> part.method().name().equals(method))
        .findFirst()
        .orElseThrow();
  }

  /** All weights of CAVGA's network in a model. */
  public static List<NamedArray> network(TrainedModel model) {
    return part(model, "cavga").entries().arrays().get("network");
  }

  /** All weights in one row. */
  public static float[] flat(List<NamedArray> arrays) {
    List<Float> all = new ArrayList<>();
    for (NamedArray array : arrays) for (float value : array.values()) all.add(value);
    float[] flat = new float[all.size()];
    for (int i = 0; i < flat.length; i++) flat[i] = all.get(i);
    return flat;
  }
}
