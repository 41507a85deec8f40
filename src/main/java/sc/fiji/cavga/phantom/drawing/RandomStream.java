package sc.fiji.cavga.phantom.drawing;

/**
 * Random numbers that are the same on every machine and every Java version: SplitMix64, with
 * StrictMath where a transcendental function is needed.
 *
 * <p>Each part of the eye draws from a stream of its own, named by its purpose, so that a change in
 * one part (one vessel more, say) leaves all the others as they were.
 */
public final class RandomStream {

  private long state;

  public RandomStream(long seed, String purpose) {
    state = scramble(scramble(seed) + purpose.hashCode());
  }

  public long bits() {
    state += 0x9E3779B97F4A7C15L;
    return scramble(state);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  public double uniform(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** A whole number from {@code from} to {@code to}, both included. */
  public int integer(int from, int to) {
    return from + (int) (uniform() * (to - from + 1));
  }

  public boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Minus one or plus one. */
  public int sign() {
    return chance(0.5) ? 1 : -1;
  }

  /** Standard normal, by Box and Muller. */
  public double normal() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  public double normal(double mean, double deviation) {
    return mean + deviation * normal();
  }

  static long scramble(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
