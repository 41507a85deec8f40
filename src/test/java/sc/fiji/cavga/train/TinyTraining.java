package sc.fiji.cavga.train;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** Trainings that take a second. */
public final class TinyTraining {

  public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private TinyTraining() {}

  /** Both methods, one after the other. */
  public static TrainingConfig config() {
    return with(TrainingConfig.of("local,cavga"));
  }

  public static TrainingConfig local() {
    return with(TrainingConfig.of("local"));
  }

  public static TrainingConfig cavga() {
    return with(TrainingConfig.of("cavga"));
  }

  private static TrainingConfig with(TrainingConfig config) {
    TrainingConfig small =
        config
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

  /** With time standing still: a checkpoint at each epoch's end and none between. */
  public static Trainer trainer(TrainingConfig config) {
    return new Trainer(config).clock(CLOCK).nanoTime(() -> 0);
  }

  /** With a checkpoint after each step. */
  public static Trainer eagerTrainer(TrainingConfig config) {
    return trainer(config).checkpointInterval(Duration.ZERO);
  }

  public static TrainedModel train(TrainingConfig config, Path target) throws Exception {
    return trainer(config).train(pictures(), target);
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
