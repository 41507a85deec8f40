package sc.fiji.cavga.evaluate;

/** How many decisions at one threshold of the scores are right, of each kind of picture. */
final class Decisions {

  private final double threshold;
  private long found;
  private long missed;
  private long passed;
  private long alarmed;

  /**
   * @param threshold scores above it are called anomalous
   */
  Decisions(double threshold) {
    this.threshold = threshold;
  }

  static Decisions of(Ranking ranking, double threshold) {
    Decisions decisions = new Decisions(threshold);
    ranking.descend((value, anomalous, normal, overlap) -> decisions.add(value, anomalous, normal));
    return decisions;
  }

  void add(double score, long anomalous, long normal) {
    if (score > threshold) {
      found += anomalous;
      alarmed += normal;
    } else {
      missed += anomalous;
      passed += normal;
    }
  }

  /** Share of the anomalous pictures that are called anomalous; NaN without one. */
  double sensitivity() {
    return found / (double) (found + missed);
  }

  /** Share of the normal pictures that are called normal; NaN without one. */
  double specificity() {
    return passed / (double) (passed + alarmed);
  }

  /** Mean of both; NaN where a kind is missing. */
  double balancedAccuracy() {
    return (sensitivity() + specificity()) / 2;
  }

  /** Share of all pictures that are called what they are; NaN without one. */
  double accuracy() {
    return (found + passed) / (double) (found + missed + passed + alarmed);
  }

  /** Anomalous pictures called anomalous. */
  long found() {
    return found;
  }

  /** Anomalous pictures called normal. */
  long missed() {
    return missed;
  }

  /** Normal pictures called normal. */
  long passed() {
    return passed;
  }

  /** Normal pictures called anomalous. */
  long alarmed() {
    return alarmed;
  }
}
