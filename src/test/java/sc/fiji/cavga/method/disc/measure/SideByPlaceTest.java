package sc.fiji.cavga.method.disc.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.preprocess.Placement;

class SideByPlaceTest {

  /** A disc in a field of view that begins at 100, 50 and has a side of 1,000. */
  private static SideByPlace place(double x, double y, double diameter, Laterality given) {
    double[] xs = new double[360];
    double[] ys = new double[360];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = 100 + x + diameter / 2 * Math.cos(Math.toRadians(i));
      ys[i] = 50 + y + diameter / 2 * Math.sin(Math.toRadians(i));
    }
    return SideByPlace.of(
        PolarOutline.ofPolygon(xs, ys),
        new Placement(1200, 1100, 100, 50, 1000, (column, row) -> true),
        given);
  }

  @ParameterizedTest
  @CsvSource({
    "750, 500, RIGHT, false",
    "250, 520, LEFT, false",
    // The highest of 478 upright photographs.
    "800, 290, RIGHT, false",
    "560, 500, UNKNOWN, false",
    "500, 750, UNKNOWN, true",
    "480, 250, UNKNOWN, true",
    "350, 250, LEFT, true",
    "500, 620, UNKNOWN, false"
  })
  void theDiscLiesBesideTheMacula(double x, double y, Laterality side, boolean onItsSide) {
    SideByPlace place = place(x, y, 150, Laterality.UNKNOWN);
    assertEquals(side, place.side());
    assertEquals(onItsSide, place.isOnItsSide());
    assertEquals(onItsSide, place(x, y, 150, Laterality.LEFT).isOnItsSide());
    assertEquals(Laterality.LEFT, place(x, y, 150, Laterality.LEFT).side());
  }

  @ParameterizedTest
  @CsvSource({"750, 500", "500, 750"})
  void aPictureOfTheDiscTellsNothing(double x, double y) {
    SideByPlace place = place(x, y, 300, Laterality.UNKNOWN);
    assertEquals(Laterality.UNKNOWN, place.side());
    assertEquals(false, place.isOnItsSide());
  }
}
