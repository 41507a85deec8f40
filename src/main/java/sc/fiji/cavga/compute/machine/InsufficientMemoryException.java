package sc.fiji.cavga.compute.machine;

/** A piece of work needs more memory than there is; a smaller batch may fit. */
public final class InsufficientMemoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String shortage;
  private final long needed;
  private final long available;

  /**
   * @param shortage what needs how much and how much there is, without a full stop
   */
  InsufficientMemoryException(String shortage, long needed, long available) {
    super(shortage + ": choose a smaller batch or picture size, or close other programs.");
    this.shortage = shortage;
    this.needed = needed;
    this.available = available;
  }

  /** What needs how much and how much there is, as the message begins: to be gone on from. */
  public String shortage() {
    return shortage;
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
