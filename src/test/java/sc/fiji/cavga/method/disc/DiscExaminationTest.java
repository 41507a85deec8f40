package sc.fiji.cavga.method.disc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.disc.limit.EyeNumbers;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.measure.DrawnDisc;
import sc.fiji.cavga.method.disc.outline.OutlinedDisc;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.Outline;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.BackToPicture;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

class DiscExaminationTest {

  private static final int WIDTH = 1200;
  private static final int HEIGHT = 1000;
  private static final Placement WHOLE =
      new Placement(WIDTH, HEIGHT, 100, 0, 1000, (x, y) -> x >= 0 && y >= 0);

  private static final NormalLimits LIMITS = limits(1);

  /**
   * @param smaller by how much the discs learned from are, as the field of view has it
   */
  private static NormalLimits limits(double smaller) {
    Random random = new Random(1);
    List<EyeNumbers> eyes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double cup = 20 + 3 * random.nextGaussian();
      float[] numbers =
          EyeNumbers.of(eye(DrawnDisc.of(cup, cup, random.nextGaussian(), random.nextGaussian())))
              .toArray();
      numbers[0] /= smaller;
      eyes.add(EyeNumbers.of(numbers));
    }
    return NormalLimits.fit(eyes);
  }

  private static DiscMeasurement eye(OutlinedDisc outlined) {
    return DiscMeasurement.of(outlined, WHOLE, Laterality.RIGHT);
  }

  private static DiscExamination examined(OutlinedDisc outlined) {
    return examined(outlined, LIMITS);
  }

  private static DiscExamination examined(OutlinedDisc outlined, NormalLimits limits) {
    DiscMeasurement eye = eye(outlined);
    PreparedPicture picture = new PreparedPicture(16, 1, new float[256], new float[256], WHOLE);
    DiscScore score = DiscScore.of(eye, limits, null);
    RawMap map =
        eye.reason().isPresent()
            ? DiscMap.none(picture, score)
            : DiscMap.of(eye, limits, picture, score);
    Img<FloatType> pixels = ArrayImgs.floats(WIDTH, HEIGHT, 3);
    return new DiscExamination(eye, limits, map, new Picture("eye", pixels, PixelSize.UNKNOWN));
  }

  /** The map in the picture's own pixels. */
  private static double at(DiscExamination examination, double x, double y) {
    RawMap map = examination.map(MapKind.DEFAULT);
    Img<FloatType> restored = BackToPicture.of(map.values(), map.placement()).image();
    return restored.getAt((int) x, (int) y).get();
  }

  @Test
  void aThinRimIsMarkedWhereItShouldBeAndNamedByItsHours() {
    DiscExamination low = examined(DrawnDisc.of(24, 24, 0, 16));
    assertTrue(at(low, 750, 425) > 1, "at 6 o'clock: " + at(low, 750, 425));
    assertTrue(at(low, 750, 275) < 1, "at 12 o'clock: " + at(low, 750, 275));
    assertTrue(Double.isNaN(at(low, 750, 460)), "outside the disc");
    List<String> names = low.outlines().stream().map(Outline::name).collect(Collectors.toList());
    assertEquals(List.of("disc", "cup"), names.subList(0, 2));
    assertTrue(names.contains("rim_06h"), names.toString());
    assertTrue(!names.contains("rim_12h"), names.toString());
    Outline rim = low.outlines().get(names.indexOf("rim_06h"));
    double width = Double.parseDouble(rim.properties().get("rim_width"));
    assertTrue(width < Double.parseDouble(rim.properties().get("limit_99_9")));
    assertTrue(Double.parseDouble(rim.properties().get("deviation")) < -3);
    List<Object> row = low.tables().get(0).rows().get(5);
    assertEquals(6, row.get(0));
    assertEquals(width, (Double) row.get(1), 1e-4);
    assertEquals("true", row.get(6));
    assertEquals(12, low.tables().get(0).rows().size());
  }

  @Test
  void aLargeCupIsMarkedInside() {
    DiscExamination large = examined(DrawnDisc.of(50, 50));
    assertTrue(at(large, 750, 350) > 1, "" + at(large, 750, 350));
    DiscExamination usual = examined(DrawnDisc.of(20, 20));
    assertTrue(at(usual, 750, 350) < 1, "" + at(usual, 750, 350));
    assertEquals(2, usual.outlines().size());
    double[] ill = large.map(MapKind.DEFAULT).parts().values(0.03);
    double[] well = usual.map(MapKind.DEFAULT).parts().values(0.03);
    // Both are painted in one grey: the last part, pallor, is the same.
    for (int i = 0; i < ill.length - 1; i++) assertTrue(ill[i] > well[i] + 3, "part " + i);
    assertEquals(well[ill.length - 1], ill[ill.length - 1]);
  }

  @Test
  void theOneThatLiesOnItsLimitIsOne() {
    double cup = 20;
    double large = 60;
    while (large - cup > 0.05) {
      double middle = (cup + large) / 2;
      if (at(examined(DrawnDisc.of(middle, middle)), 750, 350) < 1) cup = middle;
      else large = middle;
    }
    DiscMeasurement eye = eye(DrawnDisc.of(cup, cup));
    double limit = LIMITS.areaRatio(EyeNumbers.of(eye)).limit(NormalLimits.OUTER);
    assertEquals(limit, eye.shape().areaRatio(), 0.005);
  }

  /** As in a crop around the disc, where the discs learned from were a third as large. */
  @Test
  void aDiscAtAnotherScaleHasAWarningAndTheSameLimits() {
    DiscExamination same = examined(DrawnDisc.of(24, 24, 0, 16));
    DiscExamination other = examined(DrawnDisc.of(24, 24, 0, 16), limits(3));
    assertEquals(Optional.empty(), same.warning());
    assertTrue(other.warning().orElseThrow().contains("another scale"));
    for (int hour = 0; hour < 12; hour++)
      assertEquals(
          (Double) same.tables().get(0).rows().get(hour).get(4),
          (Double) other.tables().get(0).rows().get(hour).get(4),
          0.01);
    assertEquals(
        Optional.empty(), examined(OutlinedDisc.missing("There is no disc."), limits(3)).warning());
  }

  @Test
  void labelsAreThePicturesPixels() {
    LabelImage labels = examined(DrawnDisc.of(24, 36)).labels().get(0);
    assertEquals("discs", labels.name());
    int rim = 0;
    int cup = 0;
    for (byte label : labels.labels()) {
      if (label == DiscLabels.RIM) rim++;
      if (label == DiscLabels.CUP) cup++;
    }
    assertEquals(0.24, cup / (double) (rim + cup), 0.01);
    assertEquals(Math.PI * 90 * 90, rim + cup, 500);
    assertEquals(DiscLabels.CUP, labels.labels()[350 * WIDTH + 750]);
    assertEquals(DiscLabels.RIM, labels.labels()[275 * WIDTH + 750]);
    assertEquals(0, labels.labels()[100]);
  }

  @Test
  void whereNothingWasMeasuredNothingIsSaid() {
    DiscExamination none = examined(OutlinedDisc.missing("There is no disc."));
    assertTrue(none.outlines().isEmpty());
    assertTrue(none.labels().isEmpty());
    assertTrue(none.tables().get(0).rows().isEmpty());
    RawMap map = none.map(MapKind.DEFAULT);
    for (float inside : map.inside()) assertEquals(0, inside);
    for (double value : map.parts().values(0.03)) assertTrue(Double.isNaN(value));
    assertThrows(IllegalArgumentException.class, () -> none.map(MapKind.ATTENTION));
  }
}
