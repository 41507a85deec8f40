package sc.fiji.cavga.command.disc;

import java.util.Locale;
import sc.fiji.cavga.picture.Laterality;

/** Which eye a picture shows, as dialogs and macros say it. */
final class EyeSides {

  /** As the file says, or else by the disc's place. */
  static final String AUTO = "auto";

  static final String RIGHT = "right";
  static final String LEFT = "left";

  private EyeSides() {}

  /**
   * @return unknown for {@link #AUTO}
   * @throws IllegalArgumentException with one sentence when it is none of them
   */
  static Laterality of(String side) {
    switch (String.valueOf(side).trim().toLowerCase(Locale.ROOT)) {
      case AUTO:
        return Laterality.UNKNOWN;
      case RIGHT:
        return Laterality.RIGHT;
      case LEFT:
        return Laterality.LEFT;
      default:
        throw new IllegalArgumentException(
            "The eye side must be \"auto\", \"right\" or \"left\", not \"" + side + "\".");
    }
  }
}
