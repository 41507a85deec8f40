package sc.fiji.cavga.dataset;

import java.util.SplittableRandom;

/**
 * Seeds that are computed rather than drawn: the same parts give the same seed, whatever thread
 * asks and in whatever order.
 */
public final class Seeds {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /** A seed that depends on every part and on their order. */
  public static long combine(long... parts) {
    long seed = GOLDEN;
    for (long part : parts) seed = mix(seed * 31 + mix(part + GOLDEN));
    return seed;
  }

  /** A seed for a name, the same on every machine. */
  public static long combine(long seed, String name) {
    long hash = combine(seed, name.length());
    for (int i = 0; i < name.length(); i++) hash = combine(hash, name.charAt(i));
    return hash;
  }

  /** The numbers 0 to count − 1, shuffled. */
  public static int[] permutation(int count, long seed) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) order[i] = i;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }

  /** SplitMix64's finalizer (Steele, Lea, Flood 2014). */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
