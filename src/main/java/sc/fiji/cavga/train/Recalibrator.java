package sc.fiji.cavga.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.feed.CacheLimit;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.gate.LearnedLimits;
import sc.fiji.cavga.io.ReplaceableFile;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.ListenerList;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/**
 * Fits a finished model to the healthy eyes of another camera in a minute, or moves its thresholds,
 * and writes it as another model file. With the same model and pictures it gives the same bits, the
 * date apart.
 *
 * <pre>{@code
 * new Recalibrator(ModelFile.read(file)).fit(dataset, ThresholdChange.none(), target);
 * }</pre>
 */
public final class Recalibrator {

  /** Of fewer nothing can be said. */
  static final int FEWEST = 5;

  private static final int FEWEST_PATIENTS = 3;

  /** Below, thresholds are doubtful. */
  public static final int ENOUGH = 20;

  /** By which the U-Net of {@code local} is taught further where nothing is said: a minute. */
  public static final int STEPS = 150;

  /** As many as a training has: from there on a training is better. */
  private static final int MOST_STEPS = 3000;

  private static final String EXTENSION = ".cavga";

  private final TrainedModel earlier;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private TrainingControl control = new TrainingControl();
  private boolean overwrite;
  private int steps = STEPS;
  private Clock clock = Clock.systemUTC();

  /**
   * @throws IllegalArgumentException with one sentence when it is the model of a checkpoint
   */
  public Recalibrator(TrainedModel earlier) {
    this.earlier = earlier;
    for (MethodPart part : earlier.parts())
      if (part.calibrations().isEmpty())
        throw new IllegalArgumentException(
            "The training of this model has not come to its end: resume it, and recalibrate the"
                + " finished model.");
  }

  /**
   * Adds a listener: {@link TrainingListener#checked} and {@link TrainingListener#calibrating} are
   * called, for each method anew, {@link TrainingListener#warned} and at last {@link
   * TrainingListener#ended}.
   */
  public Recalibrator listener(TrainingListener listener) {
    listeners.add(Objects.requireNonNull(listener));
    return this;
  }

  /** By which it can be cancelled. */
  public Recalibrator control(TrainingControl value) {
    control = Objects.requireNonNull(value);
    return this;
  }

  /** Whether a model file that is there is replaced, such as the model itself. */
  public Recalibrator overwrite(boolean value) {
    overwrite = value;
    return this;
  }

  /**
   * By how many steps networks that learn from healthy eyes alone are taught further: the U-Net of
   * {@code local}.
   *
   * @throws IllegalArgumentException with one sentence when it is out of range
   */
  public Recalibrator steps(int value) {
    requireSteps(value);
    steps = value;
    return this;
  }

  /**
   * @throws IllegalArgumentException with one sentence when a number of steps is out of range
   */
  public static void requireSteps(int value) {
    if (value < 0 || value > MOST_STEPS)
      throw new IllegalArgumentException(
          "The U-Net can be taught 0 to " + MOST_STEPS + " steps more, not " + value + ".");
  }

  /** What the date is taken from. */
  public Recalibrator clock(Clock value) {
    clock = Objects.requireNonNull(value);
    return this;
  }

  /**
   * Whether what is asked fits together.
   *
   * @param fits whether healthy eyes are given
   * @throws IllegalArgumentException with one sentence when it does not
   */
  public static void requireSense(boolean fits, ThresholdChange change) {
    if (fits && change.setsThresholds())
      throw new IllegalArgumentException(
          "Healthy eyes decide the thresholds themselves: give quantiles with them, or set"
              + " thresholds without them.");
    if (!fits && change.isNone())
      throw new IllegalArgumentException(
          "Give healthy eyes to fit the model to, a quantile or a threshold.");
  }

  /** What the thresholds of a model are, for people. */
  public static String sentence(TrainedModel model) {
    List<String> sentences = new ArrayList<>();
    for (MethodPart part : model.parts()) {
      Calibration calibration = part.calibrations().get(MapKind.DEFAULT);
      if (calibration == null) continue;
      sentences.add(
          String.format(
              Locale.ROOT,
              "%s: a picture is anomalous above a score of %.3f; %s %% of %d healthy eyes and %s %%"
                  + " of their pixels lie below the thresholds.",
              part.method().name(),
              calibration.scoreThreshold(),
              percent(calibration.scoreQuantile()),
              calibration.pictures(),
              percent(calibration.mapQuantile())));
    }
    return String.join(System.lineSeparator(), sentences);
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(100 * share)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * Fits the model to healthy eyes.
   *
   * @param dataset of which the normal training pictures are used
   * @param quantiles for the new thresholds
   * @param target for the recalibrated model
   * @return as it was written
   * @throws IOException with one sentence when pictures or files do not allow it
   * @throws IllegalArgumentException with one sentence when thresholds themselves are given
   * @throws InterruptedException when it was cancelled; nothing was written then
   */
  public TrainedModel fit(Dataset dataset, ThresholdChange quantiles, Path target)
      throws IOException, InterruptedException {
    requireSense(true, quantiles);
    return written(target, listener -> fit(dataset, quantiles, listener));
  }

  /**
   * Moves the thresholds of all methods for other quantiles, or sets those of the first one.
   *
   * @return as it was written
   * @throws IOException with one sentence when files or the model do not allow it
   * @throws IllegalArgumentException with one sentence when nothing is asked
   */
  public TrainedModel change(ThresholdChange change, Path target)
      throws IOException, InterruptedException {
    requireSense(false, change);
    return written(target, listener -> change(change));
  }

  private interface Making {
    TrainedModel with(TrainingListener listener) throws IOException, InterruptedException;
  }

  private TrainedModel written(Path target, Making making)
      throws IOException, InterruptedException {
    ShippedModels.requireOther(target);
    TrainingFiles files = new TrainingFiles(target);
    files.requireWritable();
    ListenerList all = new ListenerList(listeners);
    try (TrainingLock lock = TrainingLock.of(files)) {
      ReplaceableFile.require(files.best(), EXTENSION, overwrite);
      TrainedModel model = making.with(all);
      control.check();
      ModelFile.write(files.best(), model);
      all.ended(files);
      return model;
    } catch (UncheckedIOException e) {
      // A picture's own pixels are read again where a method asks for them.
      throw e.getCause();
    } catch (IllegalStateException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private TrainedModel fit(Dataset dataset, ThresholdChange quantiles, TrainingListener listener)
      throws IOException, InterruptedException {
    TrainingPictures pictures =
        TrainingPictures.undivided(
            dataset, earlier.preprocessing(), CacheLimit.byDefault(), control, listener);
    int count = pictures.training().count();
    if (count < FEWEST)
      throw new IOException(
          "Recalibrating needs at least "
              + FEWEST
              + " pictures of healthy eyes that can be used, but there "
              + (count == 1 ? "is 1" : "are " + count)
              + " of "
              + dataset.trainNormal().size()
              + ": add some, better "
              + ENOUGH
              + " or more.");
    int patients = TrainingPictures.patients(pictures.training()).orElse(count);
    if (patients < FEWEST_PATIENTS)
      throw new IOException(
          "Recalibrating needs healthy eyes of at least "
              + FEWEST_PATIENTS
              + " patients, who judge each other, but the group finds only "
              + patients
              + ": look at what it takes for a patient, or add pictures of others.");
    if (count < ENOUGH)
      warn(
          listener,
          "There are only "
              + count
              + " healthy eyes: the thresholds are doubtful; give at least "
              + ENOUGH
              + ".");
    long seed = earlier.parts().get(0).entries().settings().get(CommonSettings.SEED);
    CrossFitting fitting = new CrossFitting(pictures, seed, steps, control, listener);
    fitting.requireEnough(earlier.parts());
    List<MethodPart> parts = new ArrayList<>();
    for (MethodPart part : earlier.parts()) parts.add(fitting.fit(part, quantiles));
    Optional<LearnedLimits> limits =
        new GateStep(control, false).limits(earlier.preprocessing(), fitting.folds());
    if (limits.isEmpty() && earlier.preprocessing().fieldOfView() == FieldOfViewMode.RETINA)
      warn(
          listener,
          "There are too few healthy eyes to tell pictures of another kind from them: the model"
              + " judges such ones too.");
    return model(parts, limits, pictures, quantiles);
  }

  private void warn(TrainingListener listener, String warning) {
    warnings.add(warning);
    listener.warned(warning);
  }

  private TrainedModel change(ThresholdChange change) throws IOException {
    List<MethodPart> parts = new ArrayList<>();
    for (MethodPart part : earlier.parts()) {
      boolean stays = change.setsThresholds() && part != earlier.parts().get(0);
      Map<MapKind, Calibration> calibrations = new EnumMap<>(MapKind.class);
      part.calibrations()
          .forEach(
              (kind, calibration) ->
                  calibrations.put(
                      kind,
                      stays || change.setsThresholds() && kind != MapKind.DEFAULT
                          ? calibration
                          : change.of(calibration)));
      parts.add(new MethodPart(part.method(), part.entries(), calibrations, part.training()));
    }
    return model(parts, earlier.limits(), null, change);
  }

  /**
   * @param pictures null where there are none
   */
  private TrainedModel model(
      List<MethodPart> parts,
      Optional<LearnedLimits> limits,
      TrainingPictures pictures,
      ThresholdChange change)
      throws IOException {
    Provenance provenance = new Provenance(clock, ComputeBackend.start().device());
    TrainedModel model =
        new TrainedModel(
            earlier.preprocessing(),
            parts,
            provenance.recalibrated(
                earlier.provenance(),
                ModelFile.fingerprint(earlier),
                pictures,
                steps,
                change.toJson(),
                warnings));
    return limits.map(model::withLimits).orElse(model);
  }
}
