package sc.fiji.cavga.read.file;

import java.io.IOException;

/**
 * The file is whole but of a kind that this reader does not know; another reader may. A damaged
 * file is a plain {@link IOException}, so that no other reader makes something up from it.
 */
public final class UnsupportedPictureException extends IOException {

  private static final long serialVersionUID = 1L;

  public UnsupportedPictureException(String message) {
    super(message);
  }

  public UnsupportedPictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
