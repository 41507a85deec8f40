package sc.fiji.cavga.ui;

/** Spans of time as people say them. */
public final class Durations {

  private Durations() {}

  /**
   * Such as "45 s", "2 min 5 s" or "1 h 20 min": to the second, or the minute from an hour on;
   * "unknown" where it is not a number.
   */
  public static String text(double seconds) {
    if (Double.isNaN(seconds)) return "unknown";
    long whole = Math.round(seconds);
    if (whole < 60) return whole + " s";
    if (whole < 3600) return joined(whole / 60, "min", whole % 60, "s");
    return joined(whole / 3600, "h", whole % 3600 / 60, "min");
  }

  private static String joined(long large, String largeUnit, long small, String smallUnit) {
    String text = large + " " + largeUnit;
    return small == 0 ? text : text + " " + small + " " + smallUnit;
  }
}
