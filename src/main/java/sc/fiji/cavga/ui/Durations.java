package sc.fiji.cavga.ui;

/** Spans of time as people say them. */
public final class Durations {

  private Durations() {}

  /** To the second, minute or hour, such as "3 min"; "unknown" where it is not a number. */
  public static String text(double seconds) {
    if (Double.isNaN(seconds)) return "unknown";
    if (seconds < 90) return Math.round(seconds) + " s";
    return seconds < 5400 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
  }
}
