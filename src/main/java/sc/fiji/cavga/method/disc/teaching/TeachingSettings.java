package sc.fiji.cavga.method.disc.teaching;

/** How the networks that outline discs are taught. Immutable. */
public final class TeachingSettings {

  public static final long SEED = 1;
  public static final int FINDER_STEPS = 3000;
  public static final int OUTLINER_STEPS = 4500;
  public static final int MOST_STEPS = 1_000_000;

  private final long seed;
  private final int finderSteps;
  private final int outlinerSteps;

  /**
   * @param seed the same one gives the same weights, to the bit
   * @param finderSteps of the network that finds the disc, 1 to {@link #MOST_STEPS}
   * @param outlinerSteps of the network that outlines disc and cup, 1 to {@link #MOST_STEPS}
   * @throws IllegalArgumentException with one sentence when a number is out of its range
   */
  public TeachingSettings(long seed, int finderSteps, int outlinerSteps) {
    this.seed = seed;
    this.finderSteps = steps(finderSteps);
    this.outlinerSteps = steps(outlinerSteps);
  }

  private static int steps(int value) {
    if (value < 1 || value > MOST_STEPS)
      throw new IllegalArgumentException(
          "The number of training steps must be 1 to " + MOST_STEPS + ", not " + value + ".");
    return value;
  }

  public long seed() {
    return seed;
  }

  public int finderSteps() {
    return finderSteps;
  }

  public int outlinerSteps() {
    return outlinerSteps;
  }
}
