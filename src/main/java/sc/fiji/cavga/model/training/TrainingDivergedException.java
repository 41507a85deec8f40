package sc.fiji.cavga.model.training;

import java.io.IOException;
import java.nio.file.Path;

/** Training has run off to numbers that mean nothing; the message says what to change. */
public final class TrainingDivergedException extends IOException {

  private static final long serialVersionUID = 2;

  private final String problem;

  /**
   * @param what is no longer a finite number, such as "The reconstruction loss"
   * @param when such as "epoch 3" or "step 120"
   */
  public TrainingDivergedException(String what, String when) {
    this(what + " became infinite or not a number in " + when, (Path) null);
  }

  private TrainingDivergedException(String problem, Path checkpoint) {
    super(
        problem
            + (checkpoint == null
                ? ": train again with a lower learning rate or a larger batch."
                : ": go on from the last good checkpoint "
                    + checkpoint
                    + " with a lower learning rate, or train again with a larger batch.")
            + " No model was written, and earlier files stay.");
    this.problem = problem;
  }

  /**
   * The same, told with what there is to go on from.
   *
   * @param last checkpoint, or null for none
   */
  public TrainingDivergedException after(Path last) {
    TrainingDivergedException told = new TrainingDivergedException(problem, last);
    told.initCause(this);
    return told;
  }
}
