package sc.fiji.cavga.model.training;

import java.io.IOException;

/** What a checkpoint holds is not what the method under way can go on from. */
public final class UnusableStateException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param problem a sentence, which is told after the checkpoint's name
   * @param cause null for none
   */
  public UnusableStateException(String problem, Exception cause) {
    super(problem, cause);
  }
}
