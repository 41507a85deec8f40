package sc.fiji.cavga.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.plane.LeftRight;

class EyeSideTest {

  private static final int SIZE = 40;

  @Test
  void allPicturesEndOnOneSide() {
    List<PreparedPicture> pictures = new ArrayList<>();
    for (int i = 0; i < 12; i++) pictures.add(eye(i, i % 3 == 0));
    EyeSide laterality = learned(pictures);
    // The first picture's side is the straight one.
    for (int i = 0; i < 12; i++) {
      assertEquals(i % 3 != 0, laterality.isOpposite(pictures.get(i)), "picture " + i);
      assertFalse(laterality.isOpposite(laterality.align(pictures.get(i))));
    }
    assertSame(pictures.get(0), laterality.align(pictures.get(0)));
    assertTrue(laterality.align(pictures.get(1)).placement().isMirrored());
  }

  /** The light's side says nothing about the eye's, though it changes a picture more. */
  @Test
  void lightFromOneSideIsNotTakenForASide() {
    List<PreparedPicture> pictures = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 40; i++)
      pictures.add(lit(eye(i, i % 3 == 0), 0.15 * random.nextGaussian()));
    EyeSide laterality = learned(pictures);
    for (int i = 0; i < 40; i++)
      assertEquals(i % 3 != 0, laterality.isOpposite(pictures.get(i)), "picture " + i);
    for (double light : new double[] {-0.2, 0.2})
      assertEquals(
          laterality.isOpposite(eye(50, false)), laterality.isOpposite(lit(eye(50, false), light)));
  }

  @Test
  void oneNormalPictureIsEnough() {
    PreparedPicture picture = eye(3, true);
    assertFalse(learned(List.of(picture)).isOpposite(picture));
    assertTrue(learned(List.of(picture)).isOpposite(eye(4, false)));
  }

  @Test
  void mirroringExchangesLeftAndRightOfEachRow() {
    assertArrayEquals(
        new float[] {3, 2, 1, 6, 5, 4}, LeftRight.exchanged(new float[] {1, 2, 3, 4, 5, 6}, 3));
  }

  @Test
  void aMapOfAMirroredPictureComesBackTheRightWayRound() {
    List<PreparedPicture> left = List.of(eye(1, true), eye(2, true));
    Preprocessing plain = new Preprocessing(SIZE, 1, Preprocessing.FieldOfViewMode.WHOLE_PICTURE);
    Preprocessing aligning = plain.withLaterality(learned(left));
    Picture picture = picture(false);
    PreparedPicture prepared = aligning.prepare(picture);
    assertTrue(prepared.placement().isMirrored());
    assertArrayEquals(
        plain.prepare(picture).values(), LeftRight.exchanged(prepared.values(), SIZE), 0);

    Img<FloatType> map = BackToPicture.of(prepared.values(), prepared.placement()).image();
    Img<FloatType> expected =
        BackToPicture.of(plain.prepare(picture).values(), plain.prepare(picture).placement())
            .image();
    RandomAccess<FloatType> at = map.randomAccess();
    Cursor<FloatType> cursor = expected.localizingCursor();
    while (cursor.hasNext()) {
      float value = cursor.next().get();
      assertEquals(value, at.setPositionAndGet(cursor).get(), 1e-6);
    }

    Img<BitType> mask = ArrayImgs.bits(SIZE, SIZE);
    mask.randomAccess().setPositionAndGet(3, 7).setOne();
    float[] shares = Preprocessing.prepareMask(mask, prepared.placement(), SIZE);
    assertEquals(1, shares[7 * SIZE + SIZE - 1 - 3]);
  }

  @Test
  void itSurvivesItsStoredForm() {
    Preprocessing aligning =
        new Preprocessing(SIZE, 1, Preprocessing.FieldOfViewMode.RETINA)
            .withLaterality(learned(List.of(eye(1, true), eye(2, false))));
    assertEquals(aligning, PreprocessingJson.read(PreprocessingJson.write(aligning)));
    JsonObject json = PreprocessingJson.write(aligning);
    json.addProperty("laterality", "left");
    assertThrows(IllegalArgumentException.class, () -> PreprocessingJson.read(json));
  }

  @Test
  void brokenTemplatesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new EyeSide(new float[3]));
    float[] broken = new float[256];
    broken[9] = Float.NaN;
    assertThrows(IllegalArgumentException.class, () -> new EyeSide(broken));
  }

  private static EyeSide learned(List<PreparedPicture> pictures) {
    List<float[]> coarse = new ArrayList<>();
    for (PreparedPicture picture : pictures) coarse.add(EyeSide.coarse(picture));
    return EyeSide.of(coarse);
  }

  /** A disc with a bright spot on one side. */
  private static PreparedPicture eye(long seed, boolean left) {
    Random random = new Random(seed);
    double middle = left ? 8 : SIZE - 9;
    float[] values = new float[SIZE * SIZE];
    float[] inside = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      int x = i % SIZE;
      int y = i / SIZE;
      if (Math.hypot(x - 19.5, y - 19.5) > 19) continue;
      inside[i] = 1;
      double spot = Math.hypot(x - middle - random.nextInt(3), y - 18) < 4 ? 0.4 : 0;
      values[i] = (float) (0.4 + spot + 0.03 * random.nextGaussian());
    }
    return new PreparedPicture(
        SIZE, 1, values, inside, new Placement(SIZE, SIZE, 0, 0, SIZE, (x, y) -> true));
  }

  /** Brighter towards the right, by so much at the rim. */
  private static PreparedPicture lit(PreparedPicture eye, double light) {
    float[] values = eye.values().clone();
    for (int i = 0; i < values.length; i++)
      values[i] += (float) (eye.fieldOfView()[i] * light * (i % SIZE - 19.5) / 19.5);
    return new PreparedPicture(SIZE, 1, values, eye.fieldOfView(), eye.placement());
  }

  private static Picture picture(boolean left) {
    return new Picture(
        "eye", ArrayImgs.floats(eye(5, left).values(), SIZE, SIZE, 1), PixelSize.UNKNOWN);
  }
}
