package sc.fiji.cavga.method.disc.teaching.camera;

import sc.fiji.cavga.phantom.drawing.RandomStream;

/** Distributions that painting draws from, besides those of the stream itself. */
public final class Draw {

  private Draw() {}

  /** Uniform in its logarithm. */
  public static double ratio(RandomStream random, double from, double to) {
    return StrictMath.exp(random.uniform(StrictMath.log(from), StrictMath.log(to)));
  }

  /** The exponential function of a uniform number. */
  public static double factor(RandomStream random, double from, double to) {
    return StrictMath.exp(random.uniform(from, to));
  }

  /** The exponential function of a normal number. */
  public static double normalFactor(RandomStream random, double mean, double deviation) {
    return StrictMath.exp(random.normal(mean, deviation));
  }

  /** An angle in radians. */
  public static double angle(RandomStream random) {
    return random.uniform(0, 2 * Math.PI);
  }

  /**
   * Noise of mean 0 and deviation 1, [size,size]: sums of four uniform numbers, which are near
   * enough to normal ones and ten times as fast.
   */
  public static float[] noise(RandomStream random, int size) {
    float[] noise = new float[size * size];
    for (int i = 0; i < noise.length; i++) {
      long bits = random.bits();
      long sum = 0;
      for (int part = 0; part < 4; part++) sum += bits >>> 16 * part & 0xffff;
      noise[i] = (float) ((sum - 2.0 * 0xffff) / (0xffff / Math.sqrt(3)));
    }
    return noise;
  }
}
