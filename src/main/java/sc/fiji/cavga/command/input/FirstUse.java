package sc.fiji.cavga.command.input;

import org.scijava.prefs.PrefService;
import sc.fiji.cavga.ui.Desktop;
import sc.fiji.cavga.ui.notice.Welcome;

/** Welcomes a person who uses a command of ours for the first time, and nobody twice. */
public final class FirstUse {

  private static final String WELCOMED = "welcomed";

  private FirstUse() {}

  /** To be called where a person has started a command from a menu: not in macros and scripts. */
  public static void of(PrefService preferences) {
    if (Desktop.hasWindows() && isFirst(preferences)) Welcome.show(true);
  }

  /** Whether it is; true once. */
  static boolean isFirst(PrefService preferences) {
    if (preferences.getBoolean(FirstUse.class, WELCOMED, false)) return false;
    preferences.put(FirstUse.class, WELCOMED, true);
    return true;
  }
}
