package sc.fiji.cavga.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.ComputeDevice;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.ListenerList;
import sc.fiji.cavga.model.training.TrainingDivergedException;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.model.training.TrainingListener;

/**
 * Trains on the normal pictures of a data set and writes a calibrated model file. With the same
 * pictures and configuration it gives the same bits on the same device with the same number of
 * threads, whether interrupted and resumed or not.
 *
 * <pre>{@code
 * TrainingConfig config = TrainingConfig.standard().with(CommonSettings.SIZE, 128);
 * TrainedModel model = new Trainer(config).listener(window).train(dataset, file);
 * }</pre>
 */
public final class Trainer {

  private final TrainingConfig config;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private TrainingControl control = new TrainingControl();
  private boolean overwrite;
  private Duration checkpointInterval = CheckpointSchedule.DEFAULT_INTERVAL;
  private Clock clock = Clock.systemUTC();
  private LongSupplier nanoTime = System::nanoTime;

  public Trainer(TrainingConfig config) {
    this.config = config.checked();
  }

  public Trainer listener(TrainingListener listener) {
    listeners.add(Objects.requireNonNull(listener));
    return this;
  }

  /**
   * Whether models and a checkpoint that earlier trainings have written under the same name are
   * replaced; otherwise they keep the training from beginning.
   */
  public Trainer overwrite(boolean value) {
    overwrite = value;
    return this;
  }

  /** By which the training can be stopped. */
  public Trainer control(TrainingControl value) {
    control = Objects.requireNonNull(value);
    return this;
  }

  /**
   * How long a step may wait for a checkpoint after it; an epoch's end has one anyway. Where
   * writing one takes long they become rarer.
   */
  public Trainer checkpointInterval(Duration value) {
    checkpointInterval = Objects.requireNonNull(value);
    return this;
  }

  /** What the model's date is taken from. */
  public Trainer clock(Clock value) {
    clock = Objects.requireNonNull(value);
    return this;
  }

  /** Another measure of time, for tests. */
  Trainer nanoTime(LongSupplier value) {
    nanoTime = value;
    return this;
  }

  /**
   * Trains from the beginning. Files are written as {@link TrainingFiles} says.
   *
   * @param dataset of which the training pictures are used and the test pictures never
   * @param target for the best model
   * @return the best model, as it was written
   * @throws IOException with one sentence when pictures, numbers or files do not allow it, and
   *     another that names the last checkpoint where this training wrote one
   * @throws TrainingCancelledException when it was cancelled
   */
  public TrainedModel train(Dataset dataset, Path target)
      throws IOException, TrainingCancelledException {
    return run(dataset, null, target);
  }

  /**
   * Goes on from a checkpoint with the same pictures; errors as in {@link #train}.
   *
   * @throws IOException also when the configuration is not the checkpoint's, see {@link
   *     TrainingConfig#obstacleToResume}
   */
  public TrainedModel resume(Dataset dataset, Path checkpoint, Path target)
      throws IOException, TrainingCancelledException {
    Checkpoint from = Checkpoint.read(checkpoint);
    from.requireSameConfiguration(config);
    return run(dataset, from, target);
  }

  private TrainedModel run(Dataset dataset, Checkpoint from, Path target)
      throws IOException, TrainingCancelledException {
    ShippedModels.requireOther(target);
    TrainingFiles files = new TrainingFiles(target);
    files.requireWritable();
    ComputeDevice device = ComputeBackend.start().device();
    ListenerList all = new ListenerList(listeners);
    Path kept = from == null ? null : from.file;
    TrainingSession session =
        new TrainingSession(
            config,
            control,
            all,
            files,
            new Provenance(clock, device),
            checkpointInterval,
            nanoTime);
    try (TrainingLock lock = TrainingLock.of(files)) {
      files.requireFree(overwrite, kept);
      TrainedModel best = session.run(dataset, from);
      Files.deleteIfExists(files.checkpoint());
      all.ended(files);
      return best;
    } catch (TrainingDivergedException e) {
      throw e.after(session.lastCheckpoint().orElse(kept));
    } catch (IOException e) {
      throw toldToResume(e, session.lastCheckpoint().orElse(null));
    } catch (InterruptedException e) {
      throw new TrainingCancelledException(session.lastCheckpoint().orElse(kept));
    }
  }

  /** What failed may be repaired by the morning, and the night's work is not lost. */
  private static IOException toldToResume(IOException e, Path checkpoint) {
    return checkpoint == null || !Files.exists(checkpoint)
        ? e
        : new IOException(e.getMessage() + " Training can be resumed from " + checkpoint + ".", e);
  }
}
