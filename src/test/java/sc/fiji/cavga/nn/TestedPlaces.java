package sc.fiji.cavga.nn;

import java.util.List;
import java.util.Locale;
import sc.fiji.cavga.compute.ArrayPlace;

/** The places of arrays that a test goes through: all, or the one that was chosen by hand. */
public final class TestedPlaces {

  private TestedPlaces() {}

  public static List<ArrayPlace> all() {
    String chosen = System.getProperty("cavga.arrays");
    return chosen == null
        ? List.of(ArrayPlace.values())
        : List.of(ArrayPlace.valueOf(chosen.toUpperCase(Locale.ROOT)));
  }
}
