package sc.fiji.cavga.compute.check;

/** What came of trying out a card. Immutable. */
public final class CheckOutcome {

  private static final String PASSED = "passed";
  private static final String FAILED = "failed: ";

  /** Why it failed; null where it passed. */
  private final String failure;

  private CheckOutcome(String failure) {
    this.failure = failure;
  }

  static CheckOutcome passed() {
    return new CheckOutcome(null);
  }

  /**
   * @param failure half a sentence about the training step
   */
  static CheckOutcome failed(String failure) {
    return new CheckOutcome(failure);
  }

  /** As {@link #toString} writes it; null for anything else. */
  public static CheckOutcome parse(String text) {
    if (PASSED.equals(text)) return passed();
    return text != null && text.startsWith(FAILED) ? failed(text.substring(FAILED.length())) : null;
  }

  public boolean isPassed() {
    return failure == null;
  }

  /**
   * Half a sentence, to stand after "because".
   *
   * @param card its name
   */
  public String reason(String card) {
    return failure == null
        ? "one training step on it gave the numbers of the CPU"
        : "the trial of one training step on the " + card + " failed: " + failure;
  }

  @Override
  public String toString() {
    return failure == null ? PASSED : FAILED + failure;
  }
}
