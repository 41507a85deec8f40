package sc.fiji.cavga.method.disc.measure;

import java.util.Locale;
import sc.fiji.cavga.picture.Laterality;

/** A quarter of the rim, 90 degrees wide. */
public enum Sector {
  INFERIOR(180),
  SUPERIOR(0),
  NASAL(90),
  TEMPORAL(270);

  private final int middle;

  /** Of a right eye as its photograph shows it: the nose lies on the right. */
  Sector(int middle) {
    this.middle = middle;
  }

  /** Its first letter, as in ISNT. */
  public char letter() {
    return name().charAt(0);
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the eye's side must be known to tell where it is. */
  public boolean needsSide() {
    return this == NASAL || this == TEMPORAL;
  }

  /** Its middle in degrees clockwise from up, as seen in a picture of the given side. */
  public int middle(Laterality side) {
    return side == Laterality.LEFT ? (360 - middle) % 360 : middle;
  }
}
