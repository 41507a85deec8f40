package sc.fiji.cavga.localize.folder.work;

import java.io.IOException;

/** The disk's problem, which every other picture would have too, and not the picture's. */
final class UnwritableException extends IOException {

  private static final long serialVersionUID = 1L;

  UnwritableException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
