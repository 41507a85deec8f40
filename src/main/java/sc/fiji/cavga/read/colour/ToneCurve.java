package sc.fiji.cavga.read.colour;

/** How much light a stored number means. */
@FunctionalInterface
interface ToneCurve {

  /** That of sRGB. */
  ToneCurve SRGB =
      stored -> stored <= 0.04045 ? stored / 12.92 : StrictMath.pow((stored + 0.055) / 1.055, 2.4);

  /**
   * @param stored 0 to 1
   * @return 0 to 1
   */
  double light(double stored);

  static ToneCurve gamma(double exponent) {
    return stored -> StrictMath.pow(stored, exponent);
  }

  /**
   * Values at even distances, straight lines between them.
   *
   * @param values at least two, 0 to 1
   */
  static ToneCurve table(double... values) {
    return stored -> {
      double place = stored * (values.length - 1);
      int below = (int) Math.min(values.length - 2, Math.max(0, Math.floor(place)));
      return values[below] + (place - below) * (values[below + 1] - values[below]);
    };
  }

  /**
   * A power with a straight or constant piece below it.
   *
   * @param kind 0 to 4, as ICC numbers them
   * @param p its numbers g, a, b, c, d, e and f, as many as the kind has
   */
  static ToneCurve parametric(int kind, double... p) {
    switch (kind) {
      case 0:
        return gamma(p[0]);
      case 1:
        return x -> x >= -p[2] / p[1] ? StrictMath.pow(p[1] * x + p[2], p[0]) : 0;
      case 2:
        return x -> x >= -p[2] / p[1] ? StrictMath.pow(p[1] * x + p[2], p[0]) + p[3] : p[3];
      case 3:
        return x -> x >= p[4] ? StrictMath.pow(p[1] * x + p[2], p[0]) : p[3] * x;
      default:
        return x -> x >= p[4] ? StrictMath.pow(p[1] * x + p[2], p[0]) + p[5] : p[3] * x + p[6];
    }
  }
}
