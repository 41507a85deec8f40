package sc.fiji.cavga.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.picture.TestPictures;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;

class PreprocessingTest {

  private static final Preprocessing RETINA = new Preprocessing(64, 3, FieldOfViewMode.RETINA);
  private static final Preprocessing WHOLE =
      new Preprocessing(16, 1, FieldOfViewMode.WHOLE_PICTURE);

  @Test
  void averagesOverAreas() {
    Picture picture = TestPictures.picture(32, 32, 1, (x, y, c) -> (x % 2 + y % 2) / 4f);
    PreparedPicture prepared = WHOLE.prepare(picture);
    for (float value : prepared.values()) assertEquals(0.25f, value, 1e-6);
    for (float inside : prepared.fieldOfView()) assertEquals(1, inside);
  }

  @Test
  void keepsPixelsAtTheirOwnSize() {
    Picture picture = TestPictures.picture(16, 16, 1, (x, y, c) -> (x + 16 * y) / 256f);
    float[] values = WHOLE.prepare(picture).values();
    for (int i = 0; i < values.length; i++) assertEquals(i / 256f, values[i], 1e-6);
  }

  @Test
  void averagesOverPartsOfPixels() {
    Picture picture = TestPictures.picture(24, 24, 1, (x, y, c) -> x == 1 ? 1 : 0);
    float[] values = WHOLE.prepare(picture).values();
    assertEquals(1 / 3f, values[0], 1e-6);
    assertEquals(1 / 3f, values[1], 1e-6);
    assertEquals(0, values[2], 1e-6);
  }

  @Test
  void drawsSmallPicturesUpSmoothly() {
    Picture picture = TestPictures.picture(8, 8, 1, (x, y, c) -> (x + 0.5f) / 8);
    float[] values = WHOLE.prepare(picture).values();
    for (int x = 1; x < 15; x++) assertEquals((x + 0.5) / 16, values[x], 1e-6);
  }

  @Test
  void centresPicturesThatAreNotSquare() {
    Picture picture = TestPictures.picture(32, 16, 1, (x, y, c) -> 1);
    PreparedPicture prepared = WHOLE.prepare(picture);
    assertEquals(-8, prepared.placement().top());
    assertEquals(0, prepared.placement().left());
    assertEquals(32, prepared.placement().side());
    assertEquals(0, prepared.fieldOfView()[3 * 16 + 8]);
    assertEquals(1, prepared.fieldOfView()[4 * 16 + 8]);
    assertEquals(0, prepared.values()[3 * 16 + 8]);
  }

  @Test
  void convertsChannels() {
    Picture colour = TestPictures.picture(16, 16, 3, (x, y, c) -> c == 1 ? 1 : 0);
    assertEquals(0.587f, WHOLE.prepare(colour).values()[5], 1e-6);
    Picture grey = TestPictures.picture(16, 16, 1, (x, y, c) -> 0.3f);
    float[] three = new Preprocessing(16, 3, FieldOfViewMode.WHOLE_PICTURE).prepare(grey).values();
    assertEquals(3 * 256, three.length);
    assertEquals(0.3f, three[700], 1e-6);
  }

  @Test
  void clampsAndLeavesOutWhatIsNoNumber() {
    Picture picture =
        TestPictures.picture(
            32,
            32,
            3,
            (x, y, c) -> y >= 30 && c == 2 ? Float.NaN : y < 2 ? 9 : x % 2 == 0 ? -5 : 0.5f);
    PreparedPicture prepared =
        new Preprocessing(16, 3, FieldOfViewMode.WHOLE_PICTURE).prepare(picture);
    assertEquals(1, prepared.values()[0]);
    assertEquals(0.25f, prepared.values()[5 * 16], 1e-6);
    assertEquals(0, prepared.fieldOfView()[15 * 16]);
    assertEquals(0, prepared.values()[15 * 16]);
    assertEquals(1, prepared.fieldOfView()[14 * 16]);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesPicturesThatAreMostlyNoNumbers(float broken) {
    Picture picture = TestPictures.picture(32, 32, 1, (x, y, c) -> y < 17 ? broken : 0.5f);
    String message =
        assertThrows(UnusablePictureException.class, () -> WHOLE.prepare(picture)).getMessage();
    assertTrue(message.contains("not finite"), message);
    Picture tiny = TestPictures.picture(9, 9, 1, (x, y, c) -> x == 4 ? broken : 0.5f);
    for (float value : WHOLE.prepare(tiny).values()) assertTrue(value == 0.5f || value == 0);
  }

  @Test
  void takesAnyOrigin() {
    ArrayImg<FloatType, ?> image = ArrayImgs.floats(40, 40, 1);
    RandomAccess<FloatType> access = image.randomAccess();
    access.setPositionAndGet(7, 9, 0).set(1);
    Picture picture =
        new Picture(
            "shifted",
            Views.zeroMin(Views.interval(image, new long[] {4, 4, 0}, new long[] {19, 19, 0})),
            PixelSize.UNKNOWN);
    assertEquals(1, WHOLE.prepare(picture).values()[5 * 16 + 3]);
  }

  @Test
  void mapsReturnToTheirPlaceInThePicture() {
    double x0 = 611.3;
    double y0 = 402.6;
    PixelView.Source disc = TestPictures.discSource(1201, 801, 590.5, 410.2, 520, 0.2);
    Picture picture =
        TestPictures.picture(
            1201,
            801,
            1,
            (x, y, c) ->
                disc.at(x, y, 0)
                    + (float)
                        (0.7 * Math.exp(-(sq(x + 0.5 - x0) + sq(y + 0.5 - y0)) / 2 / sq(30))));
    Preprocessing preprocessing = new Preprocessing(128, 1, FieldOfViewMode.RETINA);
    PreparedPicture prepared = preprocessing.prepare(picture);
    Img<FloatType> restored = BackToPicture.of(prepared.values(), prepared.placement()).image();
    assertEquals(1201, restored.dimension(0));
    assertEquals(801, restored.dimension(1));
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    Cursor<FloatType> cursor = restored.localizingCursor();
    while (cursor.hasNext()) {
      float value = cursor.next().get();
      int x = cursor.getIntPosition(0);
      int y = cursor.getIntPosition(1);
      boolean inside = prepared.placement().fieldOfView().contains(x, y);
      assertEquals(inside, !Float.isNaN(value));
      if (!inside || Math.hypot(x - x0, y - y0) > 90) continue;
      double blob = value - 0.15;
      sum += blob;
      sumX += blob * (x + 0.5);
      sumY += blob * (y + 0.5);
      assertEquals(picture.pixels().getAt(x, y, 0).get(), value, 0.06);
    }
    assertEquals(x0, sumX / sum, 0.5);
    assertEquals(y0, sumY / sum, 0.5);
  }

  private static double sq(double value) {
    return value * value;
  }

  @Test
  void borderOfTheMapDoesNotBleedIn() {
    PreparedPicture prepared = RETINA.prepare(TestPictures.disc(300, 260, 150, 130, 120));
    float[] map = new float[64 * 64];
    for (int i = 0; i < map.length; i++) map[i] = prepared.fieldOfView()[i] == 1 ? 0.2f : 1000;
    int inside = 0;
    for (FloatType value : BackToPicture.of(map, prepared.placement()).image())
      if (!Float.isNaN(value.get())) {
        inside++;
        assertTrue(value.get() < 1000 && value.get() > 0.19, "" + value.get());
      }
    assertTrue(inside > 40000);
    assertThrows(
        IllegalArgumentException.class,
        () -> BackToPicture.of(new float[10], prepared.placement()).image());
  }

  @Test
  void everyPixelOfTheRetinaGetsAValue() {
    Preprocessing coarse = new Preprocessing(16, 3, FieldOfViewMode.RETINA);
    Placement placement = coarse.prepare(TestPictures.disc(700, 500, 350, 250, 330)).placement();
    float[] map = new float[256];
    java.util.Arrays.fill(map, 0.7f);
    RandomAccess<FloatType> restored = BackToPicture.of(map, placement).image().randomAccess();
    for (int y = 0; y < 500; y++)
      for (int x = 0; x < 700; x++)
        if (placement.fieldOfView().contains(x, y))
          assertEquals(0.7f, restored.setPositionAndGet(x, y).get(), 1e-5);
  }

  @Test
  void gapsInTheMapAreClosedByTheirNeighbours() {
    PreparedPicture prepared = WHOLE.prepare(TestPictures.picture(64, 64, 1, (x, y, c) -> 0.5f));
    float[] map = new float[256];
    java.util.Arrays.fill(map, 0.7f);
    for (int i : new int[] {100, 101, 116, 117}) map[i] = Float.NaN;
    for (FloatType value : BackToPicture.of(map, prepared.placement()).image())
      assertEquals(0.7f, value.get(), 1e-5);
  }

  @Test
  void masksBecomeShares() {
    PreparedPicture prepared = WHOLE.prepare(TestPictures.picture(32, 32, 1, (x, y, c) -> 0.5f));
    Img<BitType> mask = ArrayImgs.bits(40, 40);
    RandomAccess<BitType> access = mask.randomAccess();
    access.setPositionAndGet(4 + 10, 5 + 20).set(true);
    float[] shares =
        Preprocessing.prepareMask(
            Views.interval(mask, new long[] {4, 5}, new long[] {35, 36}), prepared.placement(), 16);
    for (int i = 0; i < shares.length; i++)
      assertEquals(i == 10 * 16 + 5 ? 0.25f : 0, shares[i], 1e-6);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Preprocessing.prepareMask(mask, prepared.placement(), 16))
            .getMessage();
    assertTrue(message.contains("40 x 40"), message);
  }

  @Test
  void flatteningEvensOutLight() {
    Picture picture =
        TestPictures.picture(
            200,
            200,
            3,
            (x, y, c) ->
                (float) ((0.2 + 0.6 * x / 200) * (Math.hypot(x - 100, y - 100) < 8 ? 0.5 : 1)));
    Preprocessing flat =
        new Preprocessing(100, 3, FieldOfViewMode.WHOLE_PICTURE, Illumination.FLATTEN);
    float[] values = flat.prepare(picture).values();
    assertEquals(0.5, values[50 * 100 + 30], 0.05);
    assertEquals(0.5, values[50 * 100 + 70], 0.05);
    assertTrue(values[50 * 100 + 50] < 0.35, "a dark spot stays dark");
    for (float value : values) assertTrue(value >= 0 && value <= 1);
  }

  @Test
  void isStoredAsJson() {
    Preprocessing stored = new Preprocessing(256, 1, FieldOfViewMode.RETINA, Illumination.FLATTEN);
    assertEquals(stored, PreprocessingJson.read(PreprocessingJson.write(stored)));
    assertEquals(
        stored.hashCode(), PreprocessingJson.read(PreprocessingJson.write(stored)).hashCode());
    assertEquals(
        "{\"size\":64,\"channels\":3,\"field_of_view\":\"retina\",\"illumination\":\"none\"}",
        PreprocessingJson.write(RETINA).toString());
    assertNotEquals(stored, RETINA);
    assertFalse(RETINA.equals(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'size':64,'channels':3,'field_of_view':'retina'}",
        "{'size':64,'channels':3,'field_of_view':'retina','illumination':'none','more':1}",
        "{'size':8,'channels':3,'field_of_view':'retina','illumination':'none'}",
        "{'size':2048,'channels':3,'field_of_view':'retina','illumination':'none'}",
        "{'size':64.5,'channels':3,'field_of_view':'retina','illumination':'none'}",
        "{'size':'64','channels':3,'field_of_view':'retina','illumination':'none'}",
        "{'size':64,'channels':2,'field_of_view':'retina','illumination':'none'}",
        "{'size':64,'channels':3,'field_of_view':'eye','illumination':'none'}",
        "{'size':64,'channels':3,'field_of_view':'retina','illumination':null}"
      })
  void wrongJsonIsRefused(String text) {
    JsonObject json = JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    String message =
        assertThrows(IllegalArgumentException.class, () -> PreprocessingJson.read(json))
            .getMessage();
    assertTrue(message.endsWith("."), message);
  }

  @Test
  void sameTwice() {
    Picture picture = TestPictures.disc(300, 260, 150, 130, 120);
    assertArrayEquals(RETINA.prepare(picture).values(), RETINA.prepare(picture).values());
  }
}
