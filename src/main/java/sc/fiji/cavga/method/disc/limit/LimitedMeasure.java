package sc.fiji.cavga.method.disc.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import sc.fiji.cavga.method.disc.measure.Sector;
import sc.fiji.cavga.picture.Laterality;

/** A measure that has normal limits. */
final class LimitedMeasure {

  private static final int HOURS = 12;

  final String key;

  /** Whether large values are abnormal; else small ones. */
  final boolean high;

  private final Function<EyeNumbers, double[]> values;

  private LimitedMeasure(String key, boolean high, Function<EyeNumbers, double[]> values) {
    this.key = key;
    this.high = high;
    this.values = values;
  }

  /** None where the eye has no such measure; two where both of mirrored hours count. */
  double[] values(EyeNumbers eye) {
    return values.apply(eye);
  }

  static final LimitedMeasure VERTICAL_RATIO =
      new LimitedMeasure("cdr_vertical", true, eye -> one(eye.verticalRatio()));

  static final LimitedMeasure AREA_RATIO =
      new LimitedMeasure("cdr_area", true, eye -> one(eye.areaRatio()));

  static final LimitedMeasure PALLOR =
      new LimitedMeasure("peripapillary_pallor", true, eye -> one(eye.pallor()));

  static final LimitedMeasure PALE_SHARE =
      new LimitedMeasure("pale_share", true, eye -> one(eye.paleShare()));

  /** All there are, in order. */
  static List<LimitedMeasure> all() {
    List<LimitedMeasure> all =
        new ArrayList<>(List.of(VERTICAL_RATIO, AREA_RATIO, PALLOR, PALE_SHARE));
    for (Sector sector : Sector.values()) all.add(of(sector));
    for (int hour = 1; hour <= HOURS; hour++) all.add(sided(hour));
    for (int hour = HOURS / 2; hour <= HOURS; hour++) all.add(unsided(hour));
    return all;
  }

  static LimitedMeasure of(Sector sector) {
    return new LimitedMeasure("rim_" + sector.label(), false, eye -> one(eye.sector(sector)));
  }

  /** An hour of right eyes, and the mirrored hour of left ones. */
  private static LimitedMeasure sided(int hour) {
    return new LimitedMeasure(
        name("hour", hour),
        false,
        eye ->
            eye.side() == Laterality.UNKNOWN
                ? none()
                : one(eye.hour(eye.side() == Laterality.LEFT ? mirrored(hour) : hour)));
  }

  /** An hour and the mirrored one of any eye. */
  private static LimitedMeasure unsided(int hour) {
    return new LimitedMeasure(
        name("either_hour", hour),
        false,
        eye ->
            mirrored(hour) == hour
                ? one(eye.hour(hour))
                : new double[] {eye.hour(hour), eye.hour(mirrored(hour))});
  }

  /** The key of the limit of an hour as seen, where the eye's side is known. */
  static String sidedKey(int hour, Laterality side) {
    return name("hour", side == Laterality.LEFT ? mirrored(hour) : hour);
  }

  /** The key of the limit of an hour as seen, whatever the eye's side. */
  static String unsidedKey(int hour) {
    return name("either_hour", Math.max(hour, mirrored(hour)));
  }

  private static String name(String what, int hour) {
    return String.format(Locale.ROOT, "%s_%02d", what, hour);
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
