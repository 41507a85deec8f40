package sc.fiji.cavga.compute;

/** A piece of work needs more memory than there is; a smaller batch may fit. */
public final class InsufficientMemoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long needed;
  private final long available;

  InsufficientMemoryException(String message, long needed, long available) {
    super(message);
    this.needed = needed;
    this.available = available;
  }

  /** The estimate, in bytes. */
  public long needed() {
    return needed;
  }

  /** What was free, in bytes. */
  public long available() {
    return available;
  }
}
