package sc.fiji.cavga.train;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** Trainings that take a second. */
final class TinyTraining {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private TinyTraining() {}

  static TrainingConfigBuilder config() {
    return TrainingConfig.builder()
        .size(16)
        .width(4)
        .latentChannels(4)
        .fieldOfView(FieldOfViewMode.WHOLE_PICTURE)
        .batchSize(4)
        .epochs(3)
        .fewestSteps(3)
        .warmUpEpochs(1)
        .detectorSteps(3)
        .seed(5);
  }

  static Dataset pictures() {
    return pictures(16);
  }

  static Dataset pictures(int normals) {
    return new Dataset(DrawnSample.normals(normals), DrawnSample.anomalous(3), List.of());
  }

  /** With time standing still: a checkpoint at each epoch's end and none between. */
  static Trainer trainer(TrainingConfig config) {
    return new Trainer(config).clock(CLOCK).nanoTime(() -> 0);
  }

  /** With a checkpoint after each step. */
  static Trainer eagerTrainer(TrainingConfig config) {
    return trainer(config).checkpointInterval(Duration.ZERO);
  }

  static CavgaModel train(TrainingConfig config, Path target) throws Exception {
    return trainer(config).train(pictures(), target);
  }

  /** All weights in one row. */
  static float[] flat(List<NamedArray> arrays) {
    List<Float> all = new ArrayList<>();
    for (NamedArray array : arrays) for (float value : array.values()) all.add(value);
    float[] flat = new float[all.size()];
    for (int i = 0; i < flat.length; i++) flat[i] = all.get(i);
    return flat;
  }
}
