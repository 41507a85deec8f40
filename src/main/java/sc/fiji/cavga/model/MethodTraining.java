package sc.fiji.cavga.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.model.training.UnusableStateException;
import sc.fiji.cavga.settings.Settings;

/** One training as its method sees it: pictures, settings, time, who watches, who may stop it. */
public final class MethodTraining {

  private static final double NANOSECONDS = 1e9;

  /** What is done with a training between two steps. */
  public interface Saving {

    /** Whether a checkpoint may be written now. */
    boolean due(boolean atGoodPlace);

    void checkpoint(TrainingState state, Settings settings, double seconds) throws IOException;

    /** Calibrates and writes a copy of the model as it is. */
    void copy(Path file, TrainingResult now, Settings settings)
        throws IOException, InterruptedException;
  }

  /** Gives something when it is asked for. */
  public interface Source<T> {
    T get() throws IOException, InterruptedException;
  }

  /** Takes up where an earlier run was. */
  public interface Restoring {
    void from(TrainingState state) throws IOException;
  }

  private final TrainingPictures pictures;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final LongSupplier nanoTime;
  private final Saving saving;
  private final TrainingState resumed;
  private final double secondsBefore;
  private final double secondsLimit;
  private final long began;
  private Settings settings;

  /**
   * @param resumed what an earlier run of this training has left; null to begin anew
   * @param secondsBefore spent on this training before
   * @param secondsLimit after which it is to end, 0 for no limit
   */
  public MethodTraining(
      TrainingPictures pictures,
      Settings settings,
      TrainingControl control,
      TrainingListener listener,
      LongSupplier nanoTime,
      Saving saving,
      TrainingState resumed,
      double secondsBefore,
      double secondsLimit) {
    this.pictures = Objects.requireNonNull(pictures);
    this.settings = Objects.requireNonNull(settings);
    this.control = Objects.requireNonNull(control);
    this.listener = Objects.requireNonNull(listener);
    this.nanoTime = nanoTime;
    this.saving = Objects.requireNonNull(saving);
    this.resumed = resumed;
    this.secondsBefore = secondsBefore;
    this.secondsLimit = secondsLimit;
    this.began = nanoTime.getAsLong();
  }

  public TrainingPictures pictures() {
    return pictures;
  }

  /** Common ones and the method's own; the batch may have become smaller. */
  public Settings settings() {
    return settings;
  }

  public TrainingControl control() {
    return control;
  }

  public TrainingListener listener() {
    return listener;
  }

  /** What an earlier run of this training has left; empty to begin anew. */
  public Optional<TrainingState> resumed() {
    return Optional.ofNullable(resumed);
  }

  /**
   * Takes up what an earlier run of this training has left, if there is one.
   *
   * @throws UnusableStateException with the sentence of what was thrown
   */
  public void restore(Restoring restoring) throws UnusableStateException {
    if (resumed == null) return;
    try {
      restoring.from(resumed);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableStateException(e.getMessage(), e);
    }
  }

  /** Spent on this training, before a checkpoint included. */
  public double seconds() {
    return secondsBefore + secondsHere();
  }

  /** Spent on this training since this process took it over. */
  public double secondsHere() {
    return (nanoTime.getAsLong() - began) / NANOSECONDS;
  }

  /** The share of the time limit that is over; 0 where there is none. */
  public double timeShare() {
    return secondsLimit == 0 ? 0 : seconds() / secondsLimit;
  }

  /** An estimate cut off at the time limit. */
  public double secondsLeft(double estimate) {
    return secondsLimit == 0 ? estimate : Math.min(estimate, Math.max(0, secondsLimit - seconds()));
  }

  /**
   * Allocates what a step needs: for the configured batch or, where memory does not allow it, half
   * of it as often as need be. A resumed training keeps its batch size, or it would no longer be
   * the same training.
   *
   * @param reserve allocates for so many pictures or throws {@link InsufficientMemoryException}
   * @param smallest batch
   * @throws IOException with numbers, when even the smallest batch does not fit
   */
  public void reserve(IntConsumer reserve, int smallest) throws IOException {
    int batch = settings.get(CommonSettings.BATCH);
    String shortage = null;
    while (true) {
      try {
        reserve.accept(batch);
        break;
      } catch (InsufficientMemoryException e) {
        if (batch <= smallest || resumed != null) throw new IOException(e.getMessage(), e);
        if (shortage == null) shortage = e.shortage();
        batch = Math.max(smallest, batch / 2);
      }
    }
    if (shortage == null) return;
    listener.warned(shortage + ": training goes on in batches of " + batch + " instead.");
    settings = settings.with(CommonSettings.BATCH, batch);
  }

  /**
   * To be called between two steps: a checkpoint may be due, and somebody may want the model as it
   * is.
   *
   * @param atGoodPlace such as an epoch's end
   */
  public void betweenSteps(
      boolean atGoodPlace, Source<TrainingState> state, Source<TrainingResult> now)
      throws IOException, InterruptedException {
    betweenSteps(atGoodPlace, state);
    for (Optional<Path> copy = control.nextCopy(); copy.isPresent(); copy = control.nextCopy())
      try (TrainingResult result = now.get()) {
        saving.copy(copy.get(), result, settings);
      }
  }

  /** To be called where a checkpoint may be due, and there is not yet a model to be copied. */
  public void betweenSteps(boolean atGoodPlace, Source<TrainingState> state)
      throws IOException, InterruptedException {
    if (saving.due(atGoodPlace)) saving.checkpoint(state.get(), settings, seconds());
  }
}
