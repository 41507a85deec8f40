package sc.fiji.cavga.cli;

import java.util.concurrent.TimeUnit;

/** Durations as people say them. */
final class Durations {

  private Durations() {}

  /** Such as "45 s", "2 min 5 s" or "1 h 20 min"; to the second, or the minute from an hour on. */
  static String text(long nanoseconds) {
    long seconds = Math.round(nanoseconds / (double) TimeUnit.SECONDS.toNanos(1));
    if (seconds < 60) return seconds + " s";
    if (seconds < 3600) return joined(seconds / 60, "min", seconds % 60, "s");
    return joined(seconds / 3600, "h", seconds % 3600 / 60, "min");
  }

  private static String joined(long large, String largeUnit, long small, String smallUnit) {
    String text = large + " " + largeUnit;
    return small == 0 ? text : text + " " + small + " " + smallUnit;
  }
}
