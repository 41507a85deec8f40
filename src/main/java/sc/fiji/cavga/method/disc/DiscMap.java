package sc.fiji.cavga.method.disc;

import sc.fiji.cavga.method.disc.limit.BoundLimit;
import sc.fiji.cavga.method.disc.limit.EyeNumbers;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.measure.PolarOutline;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.model.examination.ScoreParts;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * The map of a disc: where the rim should be, how far the rim of each clock hour is thinner than
 * expected, and inside the cup, how far its area is larger, both as shares of the way to the 99.9 %
 * limit. Elsewhere the map says nothing.
 */
final class DiscMap {

  /** Width and height in pixels. */
  static final int SIZE = 128;

  /** Of the square around the disc, in diameters. */
  static final double SIDE = 1.2;

  private DiscMap() {}

  /** A map that says nothing, of a picture whose disc was not measured. */
  static RawMap none(PreparedPicture picture, ScoreParts parts) {
    float[] empty = new float[SIZE * SIZE];
    return new RawMap(empty, new float[SIZE * SIZE], picture.placement(), parts).inLimits();
  }

  static RawMap of(
      DiscMeasurement eye, NormalLimits limits, PreparedPicture picture, ScoreParts parts) {
    PolarOutline disc = eye.shape().disc();
    PolarOutline cup = eye.shape().cup().orElse(null);
    EyeNumbers numbers = EyeNumbers.of(eye);
    double[] rims = new double[12];
    double[] expected = new double[12];
    for (int hour = 0; hour < 12; hour++) {
      BoundLimit limit = limits.hour(hour == 0 ? 12 : hour, numbers);
      rims[hour] = limit.towardsLimit();
      expected[hour] = limit.expected();
    }
    double inCup = limits.areaRatio(numbers).towardsLimit();
    double side = SIDE * 2 * disc.longestRadius();
    Placement whole = picture.placement();
    Placement square =
        new Placement(
            whole.pictureWidth(),
            whole.pictureHeight(),
            disc.centreX() - side / 2,
            disc.centreY() - side / 2,
            side,
            (x, y) -> disc.contains(x + 0.5, y + 0.5));
    float[] values = new float[SIZE * SIZE];
    float[] inside = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      double x = square.left() + (i % SIZE + 0.5) * side / SIZE;
      double y = square.top() + (i / SIZE + 0.5) * side / SIZE;
      if (!disc.contains(x, y)) continue;
      inside[i] = 1;
      double dx = x - disc.centreX();
      double dy = y - disc.centreY();
      int degrees = Math.floorMod((int) Math.round(Math.toDegrees(Math.atan2(dx, -dy))), 360);
      int hour = (degrees + 15) / 30 % 12;
      double depth = disc.radius(degrees) - Math.hypot(dx, dy);
      double value = depth < expected[hour] * disc.diameter() ? rims[hour] : 0;
      if (cup != null && cup.contains(x, y)) value = Math.max(value, inCup);
      values[i] = (float) value;
    }
    return new RawMap(values, inside, square, parts).inLimits();
  }
}
