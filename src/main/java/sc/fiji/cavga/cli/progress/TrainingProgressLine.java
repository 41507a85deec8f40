package sc.fiji.cavga.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingPlan;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.model.training.TrainingProgress;

/**
 * A training as progress lines: reading the pictures, the steps, the calibration, each with a clock
 * of its own.
 */
public final class TrainingProgressLine implements TrainingListener, AutoCloseable {

  /** Share of the time from which on more memory for pictures would help. */
  private static final double STARVING = 0.05;

  private final PrintWriter err;
  private ProgressLine line;
  private String phase;
  private String validation = "";
  private double waitingShare;
  private boolean waitingSaid = true;

  public TrainingProgressLine(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void checked(int done, int total) {
    show("reading", "Reading pictures", done, total);
  }

  @Override
  public void warned(String message) {
    println(message);
  }

  @Override
  public void begun(TrainingPlan plan) {
    close();
    waitingSaid = false;
    err.println(
        "Training "
            + String.join(", ", plan.methods())
            + " on "
            + plan.trainingPictures()
            + " normal pictures"
            + (plan.anomalousPictures() == 0
                ? ""
                : " and " + plan.anomalousPictures() + " anomalous ones")
            + "; "
            + plan.heldOutPictures()
            + " more are held out for calibration.");
    err.flush();
  }

  @Override
  public void progressed(TrainingProgress progress) {
    waitingShare = progress.waitingShare();
    double elapsed = progress.secondsElapsed();
    // With a time limit the share of the steps would promise more time than there is.
    double total = Math.max(elapsed + progress.secondsLeft(), 1e-9);
    boolean last = progress.step() == progress.steps();
    show(
        "training",
        progress.activity() + validation,
        last ? total : Math.min(elapsed, 0.999 * total),
        total);
  }

  @Override
  public void point(LossPoint point, TrainingPreview preview) {
    validation = String.format(Locale.ROOT, ", validation loss %.4g", point.heldOut());
  }

  @Override
  public void calibrating(int done, int total) {
    if (!waitingSaid) println(waiting(waitingShare));
    waitingSaid = true;
    show("calibrating", "Calibrating", done, total);
    // Several models may be calibrated one after the other.
    if (done == total) close();
    validation = "";
  }

  /** How much faster it could have been with pictures at hand. */
  static String waiting(double share) {
    return String.format(
        Locale.ROOT,
        "Waiting for pictures took %.1f %% of the training's time%s.",
        100 * share,
        share < STARVING ? "" : "; a larger --cache keeps more of them in memory");
  }

  /** As {@link ProgressLine#show}; another phase begins on a new line. */
  private void show(String phaseNow, String label, double done, double total) {
    if (!phaseNow.equals(phase)) {
      close();
      phase = phaseNow;
      line = ProgressLine.on(err);
    }
    line.show(label, done, total);
  }

  private void println(String text) {
    if (line != null) line.println(text);
    else err.println(text);
  }

  @Override
  public void close() {
    if (line != null) line.close();
    line = null;
    phase = null;
  }
}
