package sc.fiji.cavga.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.picture.Orientation;
import sc.fiji.cavga.picture.Turn;
import sc.fiji.cavga.retina.FieldOfView;

class PictureMapTest {

  private static final float LIMIT = 1;

  /** Bilinear, pixel by pixel, as plainly as it can be written. */
  private static float[] plain(float[] given, int size, Placement placement) {
    double scale = placement.side() / size;
    float[] map = given.clone();
    if (placement.isMirrored())
      for (int i = 0; i < map.length; i++) map[i] = given[i / size * size + size - 1 - i % size];
    for (int i = 0; i < map.length; i++)
      if (!placement
          .fieldOfView()
          .contains(
              (long) Math.floor(placement.left() + (i % size + 0.5) * scale),
              (long) Math.floor(placement.top() + (i / size + 0.5) * scale))) map[i] = Float.NaN;
    float[] pixels = new float[placement.pictureWidth() * placement.pictureHeight()];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % placement.pictureWidth();
      int y = i / placement.pictureWidth();
      double column = (x + 0.5 - placement.left()) / scale - 0.5;
      double row = (y + 0.5 - placement.top()) / scale - 0.5;
      pixels[i] = placement.fieldOfView().contains(x, y) ? at(map, size, column, row) : Float.NaN;
    }
    return pixels;
  }

  private static float at(float[] map, int size, double column, double row) {
    int column0 = (int) Math.floor(column);
    int row0 = (int) Math.floor(row);
    double sum = 0;
    double weights = 0;
    for (int corner = 0; corner < 4; corner++) {
      int c = column0 + corner % 2;
      int r = row0 + corner / 2;
      if (c < 0 || r < 0 || c >= size || r >= size || Float.isNaN(map[r * size + c])) continue;
      double weight = (1 - Math.abs(column - c)) * (1 - Math.abs(row - r));
      sum += weight * map[r * size + c];
      weights += weight;
    }
    if (weights > 1e-6) return (float) (sum / weights);
    float found = Float.NaN;
    double closest = Double.MAX_VALUE;
    for (int r = (int) row - 2; r <= row + 3; r++)
      for (int c = (int) column - 2; c <= column + 3; c++) {
        if (r < 0 || c < 0 || r >= size || c >= size || Float.isNaN(map[r * size + c])) continue;
        double distance = Math.hypot(c - column, r - row);
        if (distance >= closest) continue;
        closest = distance;
        found = map[r * size + c];
      }
    return found;
  }

  private static Placement placement(SplittableRandom random) {
    int width = random.nextInt(1, 90);
    int height = random.nextInt(1, 90);
    double x = random.nextDouble(width);
    double y = random.nextDouble(height);
    double radius = random.nextDouble(0.5, 60);
    int kind = random.nextInt(3);
    FieldOfView fieldOfView =
        (px, py) ->
            px >= 0
                && py >= 0
                && px < width
                && py < height
                && (kind == 0
                    || kind == 1 && Math.hypot(px + 0.5 - x, py + 0.5 - y) <= radius
                    || kind == 2 && (px / 5 + py / 3) % 4 != 0);
    Placement placement =
        new Placement(
            width,
            height,
            random.nextDouble(-30, 10),
            random.nextDouble(-30, 10),
            random.nextDouble(3, 130),
            fieldOfView);
    return random.nextInt(2) == 0 ? placement : placement.mirrored();
  }

  @Test
  void rowsHaveTheBitsOfThePlainInterpolation() {
    SplittableRandom random = new SplittableRandom(5);
    long above = 0;
    long skipped = 0;
    for (int round = 0; round < 400; round++) {
      Placement placement = placement(random);
      int size = random.nextInt(1, 24);
      float[] map = new float[size * size];
      for (int i = 0; i < map.length; i++)
        map[i] =
            random.nextInt(9) == 0
                ? Float.NaN
                // Numbers at and next to the limit are where rounding could decide.
                : random.nextInt(4) == 0
                    ? random.nextInt(2) == 0 ? LIMIT : Math.nextUp(LIMIT)
                    : (float) random.nextDouble(-1, round % 2 == 0 ? 3 : 1.02);
      float[] expected = plain(map, size, placement);
      PictureMap rows = BackToPicture.of(map, placement);
      int width = rows.width();
      assertEquals(placement.pictureHeight(), rows.height());
      float[] row = new float[width];
      long inside = 0;
      for (int y = 0; y < rows.height(); y++) {
        float[] wanted = Arrays.copyOfRange(expected, y * width, (y + 1) * width);
        rows.row(y, row);
        assertArrayEquals(wanted, row, 0f);
        float[] high = new float[width];
        boolean any = rows.rowAbove(LIMIT, y, high);
        if (!any) skipped++;
        for (int x = 0; x < width; x++) {
          if (!Float.isNaN(wanted[x])) inside++;
          if (wanted[x] > LIMIT) {
            above++;
            assertTrue(any);
            assertEquals(wanted[x], high[x]);
          } else if (any) assertFalse(high[x] > LIMIT);
        }
      }
      assertColumns(expected, rows);
      assertTurned(expected, rows, round % 8 + 1);
      assertEquals(inside, rows.inside());
      assertArrayEquals(expected, pixels(rows), 0f);
    }
    assertTrue(above > 10_000 && skipped > 1000, above + " above, " + skipped + " rows skipped");
  }

  private static float[] pixels(PictureMap map) {
    ArrayImg<FloatType, ?> image = (ArrayImg<FloatType, ?>) map.image();
    return ((FloatArray) image.update(null)).getCurrentStorageArray();
  }

  private static void assertColumns(float[] expected, PictureMap map) {
    float[] column = new float[map.height()];
    for (int x = 0; x < map.width(); x++) {
      map.column(x, column);
      for (int y = 0; y < column.length; y++)
        assertEquals(expected[y * map.width() + x], column[y]);
    }
  }

  private static void assertTurned(float[] expected, PictureMap map, int orientation) {
    PictureMap turned = TurnedMap.of(map, Turn.toFile(orientation, map.width(), map.height()));
    float[] seen = pixels(turned);
    Img<FloatType> upright = ArrayImgs.floats(seen, turned.width(), turned.height());
    int at = 0;
    for (FloatType value : Views.flatIterable(Orientation.upright(upright, orientation)))
      assertEquals(expected[at++], value.get());
    assertEquals(expected.length, at);
    assertColumns(seen, turned);
    assertEquals(map.inside(), turned.inside());
  }

  @Test
  void aMapInMemoryGivesItsRows() {
    PictureMap map = PictureMap.of(new float[] {1, 2, 3, 4, Float.NaN, 6}, 3);
    assertEquals(2, map.height());
    float[] row = new float[3];
    map.row(1, row);
    assertArrayEquals(new float[] {4, Float.NaN, 6}, row);
    assertTrue(map.rowAbove(9, 0, row));
    assertEquals(5, map.inside());
    assertColumns(new float[] {1, 2, 3, 4, Float.NaN, 6}, map);
    assertSame(map, TurnedMap.of(map, Turn.none(3, 2)));
  }

  @Test
  void aMapThatIsNotSquareIsRefused() {
    Placement placement = new Placement(4, 4, 0, 0, 4, (x, y) -> true);
    assertThrows(IllegalArgumentException.class, () -> BackToPicture.of(new float[5], placement));
  }
}
