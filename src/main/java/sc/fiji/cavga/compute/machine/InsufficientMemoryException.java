package sc.fiji.cavga.compute.machine;

/** A piece of work needs more memory than there is; a smaller batch may fit. */
public final class InsufficientMemoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String shortage;

  /**
   * @param shortage what needs how much and how much there is, without a full stop
   */
  InsufficientMemoryException(String shortage) {
    super(shortage + ": choose a smaller batch or picture size, or close other programs.");
    this.shortage = shortage;
  }

  /** What needs how much and how much there is, as the message begins: to be gone on from. */
  public String shortage() {
    return shortage;
  }
}
