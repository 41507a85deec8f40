package sc.fiji.cavga.compute.check;

import java.io.IOException;

/** A process that was to compute the step gave no numbers: the message is half a sentence why. */
final class NoNumbersException extends IOException {

  private static final long serialVersionUID = 1L;

  NoNumbersException(String message) {
    super(message);
  }
}
