package sc.fiji.cavga.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import sc.fiji.cavga.network.LossWeights;
import sc.fiji.cavga.train.EpochRecord;
import sc.fiji.cavga.train.TrainingListener;
import sc.fiji.cavga.train.TrainingPlan;
import sc.fiji.cavga.train.TrainingProgress;
import sc.fiji.cavga.train.ValidationPreview;

/** A training as progress lines: reading the pictures, its epochs, the calibration. */
public final class TrainingProgressLine implements TrainingListener, AutoCloseable {

  /** Share of the time from which on more memory for pictures would help. */
  private static final double STARVING = 0.05;

  private final PrintWriter err;
  private final PhaseLine line;
  private LossWeights weights;
  private String validation = "";
  private double waitingShare;
  private boolean waitingSaid;

  public TrainingProgressLine(PrintWriter err) {
    this.err = err;
    this.line = new PhaseLine(err);
  }

  @Override
  public void checked(int done, int total) {
    line.show("reading", "Reading pictures", done, total);
  }

  @Override
  public void warned(String message) {
    line.println(message);
  }

  @Override
  public void begun(TrainingPlan plan) {
    weights = plan.config().losses();
    line.end();
    err.println(
        "Training on "
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
  public void teaching(int done, int total, double secondsLeft) {
    line.show("teaching", "Learning from painted anomalies", done, total);
  }

  @Override
  public void batch(TrainingProgress progress) {
    waitingShare = progress.waitingShare();
    double elapsed = progress.secondsElapsed();
    // With a time limit the share of the steps would promise more time than there is.
    double total = Math.max(elapsed + progress.secondsLeft(), 1e-9);
    line.show(
        "training",
        "Epoch " + progress.epoch() + " of " + progress.epochs() + validation,
        Math.min(elapsed, 0.999 * total),
        total);
  }

  @Override
  public void epoch(EpochRecord record, ValidationPreview preview) {
    validation =
        String.format(Locale.ROOT, ", validation loss %.1f", record.validationLoss(weights));
  }

  @Override
  public void calibrating(int done, int total) {
    if (!waitingSaid) line.println(waiting(waitingShare));
    waitingSaid = true;
    line.show("calibrating", "Calibrating", done, total);
    // The best and the last model are calibrated one after the other.
    if (done == total) line.end();
  }

  /** How much faster it could have been with pictures at hand. */
  static String waiting(double share) {
    return String.format(
        Locale.ROOT,
        "Waiting for pictures took %.1f %% of the training's time%s.",
        100 * share,
        share < STARVING ? "" : "; a larger --cache keeps more of them in memory");
  }

  @Override
  public void close() {
    line.end();
  }
}
