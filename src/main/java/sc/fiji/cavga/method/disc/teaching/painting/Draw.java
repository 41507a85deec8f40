package sc.fiji.cavga.method.disc.teaching.painting;

import sc.fiji.cavga.phantom.drawing.RandomStream;

/** Distributions that painting draws from, besides those of the stream itself. */
final class Draw {

  private Draw() {}

  /** Uniform in its logarithm. */
  static double ratio(RandomStream random, double from, double to) {
    return StrictMath.exp(random.uniform(StrictMath.log(from), StrictMath.log(to)));
  }

  /** The exponential function of a uniform number. */
  static double factor(RandomStream random, double from, double to) {
    return StrictMath.exp(random.uniform(from, to));
  }

  /** The exponential function of a normal number. */
  static double normalFactor(RandomStream random, double mean, double deviation) {
    return StrictMath.exp(random.normal(mean, deviation));
  }

  /** An angle in radians. */
  static double angle(RandomStream random) {
    return random.uniform(0, 2 * Math.PI);
  }

  /** Normal numbers, [size,size]. */
  static float[] noise(RandomStream random, int size) {
    float[] noise = new float[size * size];
    for (int i = 0; i < noise.length; i++) noise[i] = (float) random.normal();
    return noise;
  }
}
