package sc.fiji.cavga.localize.folder.output;

import java.util.Locale;

/** In which pixels maps are written. */
public enum MapSize {
  /** The picture's own. */
  PICTURE,

  /** The network's, few and not rounded; the file says where they lie in the picture. */
  NETWORK;

  /**
   * @throws IllegalArgumentException with one sentence when there is no such size
   */
  public static MapSize of(String label) {
    for (MapSize size : values()) if (size.label().equals(label)) return size;
    throw new IllegalArgumentException(
        "There is no map size \"" + label + "\"; choose picture or network.");
  }

  /** The word for it in options and macros. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
