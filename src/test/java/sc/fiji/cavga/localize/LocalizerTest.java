package sc.fiji.cavga.localize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.localize.folder.TinyModel;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

class LocalizerTest {

  private static final TrainedModel WHOLE = TinyModel.create(FieldOfViewMode.WHOLE_PICTURE);

  @ParameterizedTest(name = "{0} x {1}")
  @CsvSource({
    "64, 64, 16, 32, 16, 8",
    "320, 160, 200, 40, 60, 50",
    "96, 240, 24, 150, 36, 60",
    "20, 16, 5, 6, 8, 5"
  })
  void aBrightRectangleIsFoundWhereItIs(
      int width, int height, int left, int top, int wide, int high) throws Exception {
    Picture picture =
        TinyModel.picture("p", width, height, TinyModel.rectangle(left, top, wide, high));
    try (Localizer localizer = new Localizer(WHOLE, MapKind.RECONSTRUCTION)) {
      Localization found = localizer.localize(picture);
      double scale = Math.max(width, height) / (double) TinyModel.SIZE;

      assertEquals(width, found.width());
      assertEquals(height, found.height());
      assertEquals(1, found.regions().size());
      Region region = found.regions().get(0);
      double tolerance = Math.max(1.5, 1.5 * scale);
      assertEquals(left, region.x(), tolerance);
      assertEquals(top, region.y(), tolerance);
      assertEquals(left + wide, region.x() + region.width(), tolerance);
      assertEquals(top + high, region.y() + region.height(), tolerance);
      assertEquals(left + wide / 2.0, region.centroidX(), tolerance / 2);
      assertEquals(top + high / 2.0, region.centroidY(), tolerance / 2);
      RandomAccess<FloatType> map = found.map().randomAccess();
      assertTrue(map.setPositionAndGet(left + wide / 2, top + high / 2).get() > 1.5);
      assertTrue(map.setPositionAndGet(1, 1).get() < 0.5);
      assertEquals(region.area() / (double) (width * height), found.anomalousFraction(), 1e-9);
      assertEquals("anomaly 1", region.name().substring(0, 9));
    }
  }

  @Test
  void theScoreDecides() throws Exception {
    try (Localizer localizer = new Localizer(WHOLE, MapKind.RECONSTRUCTION)) {
      Localization normal = localizer.localize(TinyModel.picture("n", 50, 40, (x, y) -> 0.5));
      Localization anomalous =
          localizer.localize(TinyModel.picture("a", 50, 40, TinyModel.rectangle(10, 10, 20, 20)));

      assertFalse(normal.anomalous());
      assertTrue(normal.score() < 1.2);
      assertEquals(List.of(), normal.regions());
      assertEquals(0, normal.anomalousFraction());
      assertTrue(anomalous.anomalous());
      assertTrue(anomalous.score() > 1.2);
      assertEquals(1.2, anomalous.scoreThreshold());
      assertEquals("a", anomalous.name());
      assertEquals(MapKind.RECONSTRUCTION, anomalous.kind());
      assertTrue(anomalous.seconds() > 0);
    }
  }

  @Test
  void outsideTheFieldOfViewIsNothing() throws Exception {
    TrainedModel model = TinyModel.create(FieldOfViewMode.RETINA);
    Picture picture =
        TinyModel.picture(
            "disc",
            200,
            140,
            (x, y) -> Math.hypot(x - 99.5, y - 69.5) > 60 ? 0 : x > 90 && x < 110 ? 1 : 0.5);
    try (Localizer localizer = new Localizer(model, MapKind.RECONSTRUCTION)) {
      Localization found = localizer.localize(picture);
      int wrong = 0;
      float[] map = MapPixels.of(found.map());
      for (int i = 0; i < map.length; i++) {
        double distance = Math.hypot(i % 200 - 99.5, i / 200 - 69.5);
        if (distance < 57 && Float.isNaN(map[i])) wrong++;
        if (distance > 63 && !Float.isNaN(map[i])) wrong++;
      }
      assertEquals(0, wrong);
      assertEquals(0.2, found.anomalousFraction(), 0.1);
    }
  }

  @Test
  void smallRegionsAreLeftOut() throws Exception {
    Picture picture =
        TinyModel.picture(
            "two",
            128,
            128,
            (x, y) ->
                x >= 16 && x < 48 && y >= 16 && y < 48 || x >= 96 && x < 104 && y >= 96 && y < 104
                    ? 1
                    : 0.5);
    try (Localizer all = new Localizer(WHOLE, MapKind.RECONSTRUCTION, 0, false);
        Localizer large = new Localizer(WHOLE, MapKind.RECONSTRUCTION, 20, false)) {
      assertEquals(2, all.localize(picture).regions().size());
      assertEquals(1, large.localize(picture).regions().size());
      assertEquals(20, large.smallestRegion());
    }
  }

  @Test
  void thePicturesBeforeChangeNothing() throws Exception {
    Picture first = TinyModel.picture("1", 90, 60, TinyModel.rectangle(5, 5, 9, 9));
    Picture second = TinyModel.picture("2", 60, 90, (x, y) -> (x * 7 + y * 3) % 11 / 10.0);
    try (Localizer used = new Localizer(WHOLE, MapKind.RECONSTRUCTION);
        Localizer fresh = new Localizer(WHOLE, MapKind.RECONSTRUCTION)) {
      float[] before = MapPixels.of(used.localize(first).map()).clone();
      used.localize(second);
      Localization after = used.localize(first);
      assertArrayEquals(before, MapPixels.of(after.map()));
      assertArrayEquals(before, MapPixels.of(fresh.localize(first).map()));
    }
  }

  @Test
  void cancellingStopsAtEachStage() throws Exception {
    Picture picture = TinyModel.picture("p", 40, 40, (x, y) -> 0.5);
    try (Localizer localizer = new Localizer(WHOLE, MapKind.RECONSTRUCTION)) {
      for (int stage = 0; stage < 4; stage++) {
        AtomicInteger left = new AtomicInteger(stage);
        assertThrows(
            CancellationException.class,
            () -> localizer.localize(picture, () -> left.getAndDecrement() == 0));
      }
      assertEquals(0, localizer.localize(picture).regions().size());
    }
  }

  @Test
  void whatCannotWorkIsSaid() throws Exception {
    String uncalibrated =
        assertThrows(IllegalArgumentException.class, () -> new Localizer(WHOLE, MapKind.ATTENTION))
            .getMessage();
    assertTrue(uncalibrated.contains("attention"), uncalibrated);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Localizer(WHOLE, MapKind.RECONSTRUCTION, -1, false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Localizer(WHOLE, MapKind.RECONSTRUCTION, Double.NaN, false));

    TrainedModel retina = TinyModel.create(FieldOfViewMode.RETINA);
    try (Localizer localizer = new Localizer(retina, MapKind.RECONSTRUCTION)) {
      assertThrows(
          UnusablePictureException.class,
          () -> localizer.localize(TinyModel.picture("black", 64, 64, (x, y) -> 0)));
    }
  }

  /** All weights being one value. */
  private static TrainedModel filled(float value) throws IOException {
    ModelEntries entries = WHOLE.parts().get(0).entries();
    List<NamedArray> weights = new ArrayList<>();
    for (NamedArray array : entries.arrays().get("network")) {
      float[] values = new float[array.values().length];
      Arrays.fill(values, value);
      weights.add(new NamedArray(array.name(), array.shape(), values));
    }
    return TinyModel.with(entries.settings(), weights, FieldOfViewMode.WHOLE_PICTURE, 0.25);
  }

  @Test
  void weightsThatAreNoNumbersAreRefusedAtOnce() throws Exception {
    TrainedModel broken = filled(Float.NaN);
    String message =
        assertThrows(IOException.class, () -> new Localizer(broken, MapKind.RECONSTRUCTION))
            .getMessage();
    assertTrue(message.contains("are not finite numbers"), message);
  }

  @Test
  void aModelWithoutNumbersIsNoHealthyEye() throws Exception {
    try (Localizer localizer = new Localizer(filled(1e38f), MapKind.RECONSTRUCTION)) {
      String message =
          assertThrows(
                  IllegalStateException.class,
                  () -> localizer.localize(TinyModel.picture("p", 32, 32, (x, y) -> 0.5)))
              .getMessage();
      assertTrue(message.contains("train it again"), message);
    }
  }
}
