package sc.fiji.cavga.compute;

/** Nothing on this machine can compute; the message says why and what to do about it. */
public final class ComputeUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ComputeUnavailableException(String message) {
    super(message);
  }

  public ComputeUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
