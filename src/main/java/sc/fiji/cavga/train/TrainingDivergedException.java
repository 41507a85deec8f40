package sc.fiji.cavga.train;

import java.io.IOException;

/** Training has run off to numbers that mean nothing; the message says what to change. */
public final class TrainingDivergedException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param what is no longer a finite number, such as "The reconstruction loss"
   * @param epoch from 1
   */
  TrainingDivergedException(String what, int epoch) {
    super(
        what
            + " became infinite or not a number in epoch "
            + epoch
            + ": train again with a lower learning rate or a larger batch. No model was written, and"
            + " earlier files and checkpoints stay.");
  }
}
