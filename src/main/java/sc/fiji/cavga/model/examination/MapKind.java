package sc.fiji.cavga.model.examination;

import java.util.Locale;
import sc.fiji.cavga.io.Excerpt;

/** Which of a model's anomaly maps is used. */
public enum MapKind {
  /** The one that its method recommends. */
  DEFAULT,
  /** 1 − A, the paper's map for localization (section 3). */
  ATTENTION,
  /** |x − x̂|, what the paper's image score is made of. */
  RECONSTRUCTION;

  /** What the command line, the macros and the model file call it: the name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException with one sentence that lists the kinds there are
   */
  public static MapKind of(String label) {
    for (MapKind kind : values()) if (kind.label().equals(label)) return kind;
    throw new IllegalArgumentException(
        "There is no map named \""
            + Excerpt.of(label)
            + "\": choose default, attention or reconstruction.");
  }
}
