package sc.fiji.cavga.evaluate.ranking;

/**
 * Labelled values from the largest to the smallest, equal ones taken together: all that metrics
 * over every threshold need to know, whether the values are pictures' scores or pixels.
 */
public interface Ranking {

  /** Takes one distinct value. */
  interface Step {

    /**
     * @param value smaller than all values before
     * @param anomalous how many anomalous ones have this value
     * @param normal how many normal ones have this value
     * @param overlap sum over the anomalous ones of 1 / (size of the region that it belongs to); 0
     *     where there are no regions
     */
    void take(double value, long anomalous, long normal, double overlap);
  }

  /** How many anomalous ones there are in all. */
  long anomalous();

  /** How many normal ones there are in all. */
  long normal();

  /** Goes through all distinct values, from the largest to the smallest. */
  void descend(Step step);

  /** Takes how many anomalous and how many normal ones are at least as large as a value. */
  interface Sums {
    void take(long found, long passed);
  }

  /** The same, with sums instead of values. */
  default void addUp(Sums sums) {
    long[] taken = {0, 0};
    descend(
        (value, anomalous, normal, overlap) -> {
          taken[0] += anomalous;
          taken[1] += normal;
          sums.take(taken[0], taken[1]);
        });
  }
}
