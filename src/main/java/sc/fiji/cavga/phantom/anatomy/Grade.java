package sc.fiji.cavga.phantom.anatomy;

import java.util.Locale;

/** How easily an anomaly is seen. */
public enum Grade {
  /** Seen at first sight. */
  EASY,
  /** Seen when looked for. */
  MEDIUM,
  /** Near the noise and the normal variation. */
  HARD;

  /** Lower-case name for file names and tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
