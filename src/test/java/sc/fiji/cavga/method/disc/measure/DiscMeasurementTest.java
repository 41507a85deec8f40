package sc.fiji.cavga.method.disc.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.disc.outline.OutlinedDisc;
import sc.fiji.cavga.model.examination.Measure;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.PixelSize;

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

  @Test
  void outlinesThatSomebodyHasDrawnAreMeasuredAlike() {
    DiscMeasurement eye = measured(DrawnDisc.of(24, 36), Laterality.RIGHT);
    double[] x = {0, 40, 40, 0};
    double[] y = {0, 0, 40, 40};
    double[] cupX = {10, 30, 30, 10};
    double[] cupY = {4, 4, 36, 36};
    DiscShape drawn =
        new DiscShape(PolarOutline.ofPolygon(x, y), PolarOutline.ofPolygon(cupX, cupY));
    DiscMeasurement corrected = eye.corrected(drawn, Laterality.RIGHT);
    assertEquals(0.8, value(corrected, "cdr_vertical"), 0.02);
    assertEquals(0.5, value(corrected, "cdr_horizontal"), 0.02);
    assertEquals(0.4, value(corrected, "cdr_area"), 0.02);
    assertEquals(20, value(corrected, "disc_x"), 1e-6);
  }
}
