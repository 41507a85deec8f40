package sc.fiji.cavga.method.disc.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.imglib2.FinalInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.disc.outline.OutlinedDisc;
import sc.fiji.cavga.model.examination.Measure;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

class DiscMeasurementTest {

  private static DiscMeasurement measured(OutlinedDisc outlined, Laterality side) {
    return DiscMeasurement.of(outlined, DrawnDisc.whole(), side);
  }

  private static Measure measure(DiscMeasurement eye, PixelSize pixel, String name) {
    List<Measure> measures = eye.measures(pixel);
    assertEquals(DiscMeasurement.names().size(), measures.size());
    return measures.get(DiscMeasurement.names().indexOf(name));
  }

  private static double value(DiscMeasurement eye, String name) {
    Measure measure = measure(eye, PixelSize.UNKNOWN, name);
    assertEquals(name, measure.name());
    return measure.value();
  }

  @Test
  void ratiosAreThoseOfTheDrawing() {
    DiscMeasurement eye = measured(DrawnDisc.of(24, 36), Laterality.UNKNOWN);
    assertEquals(0.6, value(eye, "cdr_vertical"), 0.01);
    assertEquals(0.4, value(eye, "cdr_horizontal"), 0.01);
    assertEquals(0.24, value(eye, "cdr_area"), 0.01);
  }

  @Test
  void placeAndSizeAreThePicturesOwn() {
    DiscMeasurement eye = measured(DrawnDisc.of(24, 36), Laterality.UNKNOWN);
    assertEquals(750, value(eye, "disc_x"), 0.5);
    assertEquals(350, value(eye, "disc_y"), 0.5);
    assertEquals(180, value(eye, "disc_diameter_px"), 1);
    assertEquals(0.18, value(eye, "disc_diameter_of_field"), 0.001);
    assertEquals(0.9, value(eye, "disc_confidence"), 1e-9);
  }

  @Test
  void theDiscLiesTowardsTheNose() {
    assertEquals(Laterality.RIGHT, measured(DrawnDisc.of(20, 20), Laterality.UNKNOWN).side());
    assertEquals(Laterality.LEFT, measured(DrawnDisc.of(20, 20), Laterality.LEFT).side());
  }

  @Test
  void aCupThatIsMovedThinsTheRimThere() {
    // To the right and down: of a right eye nasal and inferior.
    DiscMeasurement eye = measured(DrawnDisc.of(30, 30, 6, 3), Laterality.RIGHT);
    DiscShape shape = eye.shape();
    assertTrue(shape.hour(3) < shape.hour(9) - 0.15, shape.hour(3) + " " + shape.hour(9));
    assertTrue(shape.hour(6) < shape.hour(12) - 0.06, shape.hour(6) + " " + shape.hour(12));
    assertEquals((30 - 15 - 6) / 60.0, shape.rim(90), 0.02);
    assertEquals(shape.hour(12), shape.sector(Sector.SUPERIOR, Laterality.LEFT), 0.03);
    assertTrue(value(eye, "rim_nasal") < value(eye, "rim_temporal"));
    assertEquals(Optional.of("TSIN"), eye.order());
    DiscMeasurement left = measured(DrawnDisc.of(30, 30, 6, 3), Laterality.LEFT);
    assertTrue(value(left, "rim_nasal") > value(left, "rim_temporal"));
    assertEquals(value(eye, "rim_nasal"), value(left, "rim_temporal"), 1e-9);
  }

  @Test
  void withoutACupTheRatioIsZeroAndTheRimIsAll() {
    DiscMeasurement eye = measured(DrawnDisc.of(0, 0), Laterality.UNKNOWN);
    assertEquals(0, value(eye, "cdr_vertical"));
    assertTrue(eye.shape().cup().isEmpty());
    assertEquals(0.5, eye.shape().hour(12), 0.01);
  }

  @Test
  void onlyTheLargestPartIsTheDisc() {
    float[] disc = DrawnDisc.ellipse(50, 50, 30, 30);
    float[] spot = DrawnDisc.ellipse(93, 93, 4, 4);
    float[] both = new float[disc.length];
    for (int i = 0; i < both.length; i++) both[i] = Math.max(disc[i], spot[i]);
    DiscMeasurement alone = measured(DrawnDisc.of(disc, new float[both.length]), Laterality.LEFT);
    DiscMeasurement beside = measured(DrawnDisc.of(both, new float[both.length]), Laterality.LEFT);
    assertEquals(value(alone, "disc_diameter_px"), value(beside, "disc_diameter_px"), 0.5);
  }

  /** In over-exposed discs of IDRiD the cup's outline followed the vessels, without a word. */
  @Test
  void aLargeCupThatIsNotPaleIsDoubted() {
    assertTrue(lit(36, 0.5f).warning().orElseThrow().contains("hardly paler than the rim"));
    assertTrue(lit(40, 0.4f).warning().isPresent());
    assertEquals(Optional.empty(), lit(40, 0.52f).warning());
    assertEquals(Optional.empty(), lit(30, 0.4f).warning());
    assertEquals(Optional.empty(), measured(DrawnDisc.of(0, 0), Laterality.LEFT).warning());
  }

  /**
   * @param cup its height; the disc's is 60
   * @param green of the cup, where that of all else is 0.5
   */
  private static DiscMeasurement lit(double cup, float green) {
    OutlinedDisc outlined = DrawnDisc.of(cup, cup + 0.5);
    int size = DrawnDisc.SIZE;
    for (int i = 0; i < size * size; i++)
      if (Math.hypot(i % size + 0.5 - 50, i / size + 0.5 - 50) < cup / 2)
        outlined.square().values()[size * size + i] = green;
    return measured(outlined, Laterality.UNKNOWN);
  }

  @Test
  void millimetresComeFromTheFileAlone() {
    DiscMeasurement eye = measured(DrawnDisc.of(24, 36), Laterality.UNKNOWN);
    String name = "disc_diameter_mm";
    assertEquals(1.8, measure(eye, new PixelSize(0.01, 0.01, "mm"), name).value(), 0.01);
    assertEquals(1.8, measure(eye, new PixelSize(10, 10, "µm"), name).value(), 0.01);
    assertTrue(measure(eye, PixelSize.UNKNOWN, name).reason().isPresent());
    assertTrue(measure(eye, new PixelSize(0.01, 0.01, "inch"), name).reason().isPresent());
    assertTrue(measure(eye, new PixelSize(0.01, 0.02, "mm"), name).reason().isPresent());
  }

  @Test
  void whatIsNotMeasuredHasItsReasonEverywhere() {
    DiscMeasurement eye = measured(OutlinedDisc.missing("There is a cat."), Laterality.RIGHT);
    assertEquals(Optional.of("There is a cat."), eye.reason());
    for (Measure measure : eye.measures(PixelSize.UNKNOWN)) {
      assertTrue(Double.isNaN(measure.value()), measure.name());
      assertEquals(Optional.of("There is a cat."), measure.reason());
    }
  }

  @Test
  void nasalAndTemporalNeedTheSide() {
    float[] disc = DrawnDisc.ellipse(50, 50, 30, 30);
    OutlinedDisc outlined = DrawnDisc.of(disc, DrawnDisc.ellipse(50, 50, 10, 10));
    sc.fiji.cavga.preprocess.Placement around = outlined.square().placement();
    DiscMeasurement crop = DiscMeasurement.of(outlined, around, Laterality.UNKNOWN);
    assertEquals(Laterality.UNKNOWN, crop.side());
    assertTrue(measure(crop, PixelSize.UNKNOWN, "rim_nasal").reason().isPresent());
    assertTrue(measure(crop, PixelSize.UNKNOWN, "isnt").reason().isPresent());
    assertFalse(measure(crop, PixelSize.UNKNOWN, "rim_inferior").reason().isPresent());
  }

  private static final double[] SQUARE_X = {100, 140, 140, 100};
  private static final double[] SQUARE_Y = {50, 50, 90, 90};

  private static DiscShape drawn(double cupX, double cupY, double width, double height) {
    double[] x = {cupX, cupX + width, cupX + width, cupX};
    double[] y = {cupY, cupY, cupY + height, cupY + height};
    return DiscShape.drawn(
        PolarOutline.ofPolygon(SQUARE_X, SQUARE_Y), PolarOutline.ofPolygon(x, y));
  }

  private static PreparedPicture photograph() {
    Picture grey =
        new Picture(
            "grey",
            Views.interval(
                new FunctionRandomAccessible<>(
                    3, (at, value) -> value.setReal(0.5), FloatType::new),
                FinalInterval.createMinSize(0, 0, 0, 240, 200, 3)),
            PixelSize.UNKNOWN);
    return new Preprocessing(32, 3, FieldOfViewMode.WHOLE_PICTURE).prepare(grey);
  }

  @Test
  void outlinesThatSomebodyHasDrawnAreMeasuredAlike() {
    DiscMeasurement eye =
        DiscMeasurement.drawn(
            drawn(110, 54, 20, 32), photograph(), Laterality.LEFT, DiscMeasurement.BY_HAND);
    assertEquals(0.8, value(eye, "cdr_vertical"), 0.02);
    assertEquals(0.5, value(eye, "cdr_horizontal"), 0.02);
    assertEquals(0.4, value(eye, "cdr_area"), 0.02);
    assertEquals(120, value(eye, "disc_x"), 1e-6);
    assertEquals(Laterality.LEFT, eye.side());
    assertEquals(0, value(eye, "peripapillary_pallor"), 1e-6);
    assertEquals(2 * Math.sqrt(1600 / Math.PI) / 240, value(eye, "disc_diameter_of_field"), 0.01);
    for (String name : new String[] {"disc_confidence", "cdr_confidence"})
      assertEquals(
          Optional.of("drawn by hand"), measure(eye, PixelSize.UNKNOWN, name).word(), name);
  }

  @Test
  void aDrawnCupMustLieInItsDisc() {
    assertTrue(drawn(110, 50, 20, 40).verticalRatio() > 0.98, "it may touch the disc");
    String beside =
        assertThrows(IllegalArgumentException.class, () -> drawn(130, 60, 20, 20)).getMessage();
    assertTrue(beside.contains("reaches out of the outline disc"), beside);
    assertThrows(IllegalArgumentException.class, () -> drawn(200, 60, 20, 20));
    double[] x = {0, 30, 30, 26, 26, 0};
    double[] y = {0, 0, 30, 30, 4, 4};
    PolarOutline hook = PolarOutline.ofPolygon(x, y);
    String notAround =
        assertThrows(IllegalArgumentException.class, () -> DiscShape.drawn(hook, null))
            .getMessage();
    assertTrue(notAround.contains("does not go around its own middle"), notAround);
  }
}
