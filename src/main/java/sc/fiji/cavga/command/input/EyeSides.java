package sc.fiji.cavga.command.input;

import java.util.Locale;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;

/** Which eye a picture shows, as dialogs and macros say it. */
public final class EyeSides {

  /** As the file says, or else by the disc's place. */
  public static final String AUTO = "auto";

  public static final String RIGHT = "right";
  public static final String LEFT = "left";

  /** Of these three, in their order, for people. */
  public static final String WORDS = "as the file or the optic disc tells|right eye|left eye";

  private EyeSides() {}

  /**
   * @return unknown for {@link #AUTO}
   * @throws IllegalArgumentException with one sentence when it is none of them
   */
  public static Laterality of(String side) {
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

  /** The picture as one of a known eye; the same one where the side is unknown. */
  public static Picture sided(Picture picture, Laterality known) {
    return known == Laterality.UNKNOWN ? picture : picture.withSide(known);
  }
}
