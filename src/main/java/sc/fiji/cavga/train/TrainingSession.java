package sc.fiji.cavga.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.gate.LearnedLimits;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.calibration.ScoreLimit;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingPlan;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.model.training.UnusableStateException;
import sc.fiji.cavga.settings.Settings;

/** One training from its pictures to its files, method after method. */
final class TrainingSession {

  private static final double SECONDS_A_MINUTE = 60;

  private final TrainingConfig config;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final TrainingFiles files;
  private final Provenance provenance;
  private final LongSupplier nanoTime;
  private final CheckpointSchedule schedule;
  private final List<MethodPart> finished = new ArrayList<>();

  /** Parts of the last epoch, where a method keeps the best; those of {@link #finished} else. */
  private final List<MethodPart> last = new ArrayList<>();

  /** What was advised already: a model and its copies are calibrated alike. */
  private final Set<String> advised = new HashSet<>();

  private TrainingPictures pictures;
  private Path lastCheckpoint;
  private double seconds;

  TrainingSession(
      TrainingConfig config,
      TrainingControl control,
      TrainingListener listener,
      TrainingFiles files,
      Provenance provenance,
      Duration checkpointInterval,
      LongSupplier nanoTime) {
    this.config = config;
    this.control = control;
    this.listener = listener;
    this.files = files;
    this.provenance = provenance;
    this.nanoTime = nanoTime;
    this.schedule = new CheckpointSchedule(checkpointInterval, nanoTime);
  }

  Optional<Path> lastCheckpoint() {
    return Optional.ofNullable(lastCheckpoint);
  }

  /**
   * @param from null to begin anew
   * @throws InterruptedException when it was cancelled
   */
  TrainedModel run(Dataset dataset, Checkpoint from) throws IOException, InterruptedException {
    pictures =
        TrainingPictures.of(dataset, CommonSettings.roles(config.settings()), control, listener);
    if (from != null) {
      from.requireSamePictures(pictures.fingerprint());
      finished.addAll(from.finished);
      last.addAll(from.last);
      seconds = from.seconds;
    }
    listener.begun(
        new TrainingPlan(
            config.methods().stream().map(Method::name).collect(Collectors.toList()),
            files,
            pictures));
    Checkpoint underWay = from;
    while (finished.size() < config.methods().size()) {
      train(config.methods().get(finished.size()), underWay);
      underWay = null;
    }
    control.check();
    Optional<LearnedLimits> limits = gate().limits(pictures);
    TrainedModel model = limited(model(finished), limits);
    ModelFile.write(files.best(), model);
    if (!last.equals(finished)) ModelFile.write(files.last(), limited(model(last), limits));
    return model;
  }

  private GateStep gate() {
    return new GateStep(control, CommonSettings.otherCameras(config.settings()));
  }

  private static TrainedModel limited(TrainedModel model, Optional<LearnedLimits> limits) {
    return limits.map(model::withLimits).orElse(model);
  }

  private TrainedModel model(List<MethodPart> parts) {
    return new TrainedModel(pictures.preprocessing(), parts, provenance.toJson(pictures, seconds));
  }

  /** One method from its beginning, or from where it was, to its thresholds. */
  private void train(Method method, Checkpoint from) throws IOException, InterruptedException {
    listener.methodBegun(method.name());
    MethodTraining training =
        new MethodTraining(
            pictures,
            from == null ? config.settings(method) : from.resumed(config.settings(method)),
            control,
            listener,
            nanoTime,
            new Saver(method),
            from == null ? null : from.state,
            seconds,
            secondsLimit());
    try (TrainingResult result = trained(method, training, from)) {
      seconds = training.seconds();
      MethodPart best = part(method, training.settings(), result);
      for (String warning : warnings(result)) listener.warned(warning);
      finished.add(best);
      last.add(
          result.last().isPresent()
              ? part(method, training.settings(), result.last().get())
              : best);
    } catch (UncheckedIOException e) {
      // A picture's own pixels are read again where a method asks for them.
      throw e.getCause();
    }
  }

  private static TrainingResult trained(Method method, MethodTraining training, Checkpoint from)
      throws IOException, InterruptedException {
    try {
      return method.train(training);
    } catch (UnusableStateException e) {
      // What a checkpoint holds is found out where the method takes it up.
      throw new IOException(Checkpoint.unusable(from.file, e), e);
    }
  }

  /** Methods that are still to be trained share the time that is left; 0 for no limit. */
  private double secondsLimit() {
    double all = SECONDS_A_MINUTE * config.get(CommonSettings.MINUTES);
    int left = config.methods().size() - finished.size();
    return all == 0 ? 0 : seconds + Math.max(0, all - seconds) / left;
  }

  private MethodPart part(Method method, Settings settings, TrainingResult result)
      throws IOException, InterruptedException {
    CalibrationStep step = new CalibrationStep(settings, control, listener);
    Map<MapKind, Calibration> calibrations = step.calibrate(result.model(), pictures);
    CalibrationStep.advice(step.unlike()).filter(advised::add).ifPresent(listener::warned);
    JsonObject record = record(result);
    // Their names stay out of the model.
    if (!step.unlike().isEmpty())
      record.addProperty("unlike_held_out_pictures", step.unlike().size());
    return new MethodPart(method, method.write(result.model(), settings), calibrations, record);
  }

  /** What a model file says about a method's training: with the same seed always the same. */
  private JsonObject record(TrainingResult result) {
    JsonObject record = result.record().deepCopy();
    JsonArray warnings = new JsonArray();
    warnings(result).forEach(warnings::add);
    record.add("warnings", warnings);
    return record;
  }

  /** The method's own, and what is doubtful about its thresholds. */
  private List<String> warnings(TrainingResult result) {
    List<String> warnings = new ArrayList<>(result.warnings());
    ScoreLimit.doubt(
            TrainingPictures.patients(pictures.heldOut()).orElse(pictures.heldOut().count()))
        .ifPresent(warnings::add);
    return warnings;
  }

  /** What is written while a method's training is under way. */
  private final class Saver implements MethodTraining.Saving {

    private final Method method;

    Saver(Method method) {
      this.method = method;
    }

    @Override
    public boolean due(boolean atGoodPlace) {
      return schedule.due(atGoodPlace);
    }

    @Override
    public void checkpoint(TrainingState state, Settings settings, double spent)
        throws IOException {
      long started = nanoTime.getAsLong();
      Checkpoint.write(
          files.checkpoint(),
          pictures.preprocessing(),
          config,
          finished,
          last,
          method,
          settings,
          state,
          pictures.fingerprint(),
          spent,
          provenance.toJson(pictures, spent));
      lastCheckpoint = files.checkpoint();
      schedule.written(started);
      listener.checkpointWritten(lastCheckpoint);
    }

    @Override
    public void copy(Path file, TrainingResult now, Settings settings)
        throws IOException, InterruptedException {
      List<MethodPart> parts = new ArrayList<>(finished);
      parts.add(part(method, settings, now));
      ModelFile.write(file, limited(model(parts), gate().limits(pictures)));
      listener.copyWritten(file);
    }
  }
}
