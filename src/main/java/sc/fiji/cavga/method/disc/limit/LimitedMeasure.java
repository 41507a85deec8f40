package sc.fiji.cavga.method.disc.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import sc.fiji.cavga.method.disc.measure.Sector;
import sc.fiji.cavga.picture.Laterality;

/** A measure that has normal limits, and what is given when they are drawn. */
final class LimitedMeasure {

  /** Of a clock hour: given the disc's size, and given the eye's own median rim too. */
  static final int HOUR_LIMITS = 2;

  private static final int HOURS = 12;

  final String key;

  /** Whether large values are abnormal; else small ones. */
  final boolean high;

  /** How many limits the same number of an eye has. */
  final int together;

  /** Whether the eye's own median rim is given as well as the disc's size. */
  private final boolean own;

  private final Function<EyeNumbers, double[]> values;

  private LimitedMeasure(
      String key, boolean high, boolean own, int together, Function<EyeNumbers, double[]> values) {
    this.key = key;
    this.high = high;
    this.own = own;
    this.together = together;
    this.values = values;
  }

  /** None where the eye has no such measure; two where both of mirrored hours count. */
  double[] values(EyeNumbers eye) {
    return values.apply(eye);
  }

  double[] given(EyeNumbers eye) {
    double size = Math.log(eye.size());
    return own ? new double[] {size, eye.medianRim()} : new double[] {size};
  }

  static final LimitedMeasure VERTICAL_RATIO = high("cdr_vertical", EyeNumbers::verticalRatio);
  static final LimitedMeasure AREA_RATIO = high("cdr_area", EyeNumbers::areaRatio);
  static final LimitedMeasure PALLOR = high("peripapillary_pallor", EyeNumbers::pallor);
  static final LimitedMeasure PALE_SHARE = high("pale_share", EyeNumbers::paleShare);

  /** All there are, in order. */
  static List<LimitedMeasure> all() {
    List<LimitedMeasure> all =
        new ArrayList<>(List.of(VERTICAL_RATIO, AREA_RATIO, PALLOR, PALE_SHARE));
    for (Sector sector : Sector.values()) all.add(of(sector));
    for (boolean own : new boolean[] {false, true}) {
      for (int hour = 1; hour <= HOURS; hour++) all.add(sided(hour, own));
      for (int hour = HOURS / 2; hour <= HOURS; hour++) all.add(unsided(hour, own));
    }
    return all;
  }

  private static LimitedMeasure high(String key, Function<EyeNumbers, Double> value) {
    return new LimitedMeasure(key, true, false, 1, eye -> one(value.apply(eye)));
  }

  static LimitedMeasure of(Sector sector) {
    return new LimitedMeasure(
        "rim_" + sector.label(), false, false, 1, eye -> one(eye.sector(sector)));
  }

  /**
   * An hour of right eyes, and the mirrored hour of left ones.
   *
   * @param own see {@link #given}
   */
  static LimitedMeasure sided(int hour, boolean own) {
    return new LimitedMeasure(
        name("hour", hour, own),
        false,
        own,
        HOUR_LIMITS,
        eye ->
            eye.side() == Laterality.UNKNOWN
                ? none()
                : one(eye.hour(eye.side() == Laterality.LEFT ? mirrored(hour) : hour)));
  }

  /**
   * An hour and the mirrored one of any eye.
   *
   * @param hour 6 to 12
   */
  static LimitedMeasure unsided(int hour, boolean own) {
    return new LimitedMeasure(
        name("either_hour", hour, own),
        false,
        own,
        HOUR_LIMITS,
        eye ->
            mirrored(hour) == hour
                ? one(eye.hour(hour))
                : new double[] {eye.hour(hour), eye.hour(mirrored(hour))});
  }

  /**
   * Of an hour as seen.
   *
   * @param side of the eye; {@link Laterality#UNKNOWN} for limits that hold for either
   */
  static LimitedMeasure hour(int hour, Laterality side, boolean own) {
    if (side == Laterality.UNKNOWN) return unsided(Math.max(hour, mirrored(hour)), own);
    return sided(side == Laterality.LEFT ? mirrored(hour) : hour, own);
  }

  private static String name(String what, int hour, boolean own) {
    return String.format(Locale.ROOT, "%s_%02d%s", what, hour, own ? "_given_rim" : "");
  }

  private static int mirrored(int hour) {
    return hour == HOURS ? HOURS : HOURS - hour;
  }

  /** None where it is NaN. */
  private static double[] one(double value) {
    return Double.isNaN(value) ? none() : new double[] {value};
  }

  private static double[] none() {
    return new double[0];
  }
}
