package sc.fiji.cavga.localize;

import java.util.Locale;
import java.util.Optional;
import sc.fiji.cavga.picture.Turn;

/** In which pixels maps, selections and places lie, where a file says that it must be turned. */
public enum OutputOrientation {
  /** Those of the upright picture, as this program reads it. */
  UPRIGHT,

  /** Those of the file, as programs show it that do not ask how it must be turned. */
  FILE;

  /**
   * @throws IllegalArgumentException with one sentence when there is no such orientation
   */
  public static OutputOrientation of(String label) {
    for (OutputOrientation each : values()) if (each.label().equals(label)) return each;
    throw new IllegalArgumentException(
        "There is no orientation \"" + label + "\"; choose upright or file.");
  }

  /** The word for it in options and macros. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The way from the upright picture to these pixels.
   *
   * @param stored how the file's pixels lie, as in EXIF, 1 to 8
   * @param width of the upright picture
   * @param height of the upright picture
   */
  public Turn turn(int stored, int width, int height) {
    return this == FILE ? Turn.toFile(stored, width, height) : Turn.none(width, height);
  }

  /**
   * How something lies, for programs that may show the file otherwise.
   *
   * @param stored how the file's pixels lie, as in EXIF, 1 to 8
   * @return in words; empty where the file is upright itself
   */
  public Optional<String> words(int stored) {
    if (stored == 1) return Optional.empty();
    String words =
        this == FILE
            ? "as the pixels of the file, which have the EXIF orientation "
            : "upright, while the pixels of the file have the EXIF orientation ";
    return Optional.of(words + stored);
  }

  /**
   * The same as a sentence for tables.
   *
   * @param stored how the file's pixels lie, as in EXIF, 1 to 8
   * @return empty where the file is upright itself
   */
  public String sentence(int stored) {
    if (stored == 1) return "";
    return "Maps, selections and places are those of "
        + (this == FILE ? "the file's own pixels." : "the upright picture.");
  }
}
