package sc.fiji.cavga.evaluate.metric;

import sc.fiji.cavga.evaluate.ranking.Ranking;

/** How many decisions at one threshold of the scores are right, of each kind of picture. */
public final class Decisions {

  private final double threshold;
  private long found;
  private long missed;
  private long passed;
  private long alarmed;

  /**
   * @param threshold scores above it are called anomalous
   */
  public Decisions(double threshold) {
    this.threshold = threshold;
  }

  public static Decisions of(Ranking ranking, double threshold) {
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
  public double balancedAccuracy() {
    return (sensitivity() + specificity()) / 2;
  }

  /** Share of all pictures that are called what they are; NaN without one. */
  public double accuracy() {
    return (found + passed) / (double) (found + missed + passed + alarmed);
  }

  /** Anomalous pictures called anomalous. */
  public long found() {
    return found;
  }

  /** Anomalous pictures called normal. */
  public long missed() {
    return missed;
  }

  /** Normal pictures called normal. */
  public long passed() {
    return passed;
  }

  /** Normal pictures called anomalous. */
  public long alarmed() {
    return alarmed;
  }
}
