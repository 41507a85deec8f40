package sc.fiji.cavga.picture;

import java.util.Locale;

/** Which eye a picture shows. In a photograph of the right eye the nose lies on the right. */
public enum Laterality {
  RIGHT,
  LEFT,
  UNKNOWN;

  /**
   * What DICOM calls it.
   *
   * @param code R or L; anything else tells no side
   */
  public static Laterality ofCode(String code) {
    return code.trim().equals("R") ? RIGHT : code.trim().equals("L") ? LEFT : UNKNOWN;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
