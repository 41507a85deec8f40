package sc.fiji.cavga.model.examination;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.picture.Turn;

/** What has a place in a picture moves with it, and nothing else does. */
class TurnedPartsTest {

  /** The picture is 3 wide and 2 high; its file shows it on its side (orientation 6). */
  private static final Turn ON_ITS_SIDE = Turn.toFile(6, 3, 2);

  @Test
  void placesMoveAndNumbersStay() {
    List<Measure> place = Measure.place("disc", 2.5, 0.25);
    assertEquals("disc_x", place.get(0).name());
    assertEquals(2.5, place.get(0).value());
    assertEquals("disc_y", place.get(1).name());
    assertEquals(0.25, place.get(1).value());
    // The upper edge becomes the file's left one, and the right edge its upper one.
    assertEquals(0.25, place.get(0).turned(ON_ITS_SIDE).value());
    assertEquals(0.5, place.get(1).turned(ON_ITS_SIDE).value());
    assertEquals("disc_y", place.get(1).turned(ON_ITS_SIDE).name());
    Measure number = Measure.of("ratio_x", 0.5);
    assertSame(number, number.turned(ON_ITS_SIDE));
    Measure missing = Measure.missing("disc_x", "There is none.");
    assertSame(missing, missing.turned(ON_ITS_SIDE));
  }

  @Test
  void outlinesMove() {
    Outline outline =
        new Outline("rim", new float[] {0, 3, 1}, new float[] {0, 0, 2}, Map.of("limit", "2"));
    Outline turned = outline.turned(ON_ITS_SIDE);
    assertArrayEquals(new float[] {0, 0, 2}, turned.x());
    assertArrayEquals(new float[] {3, 0, 2}, turned.y());
    assertEquals("rim", turned.name());
    assertEquals(Map.of("limit", "2"), turned.properties());
  }

  @Test
  void labelsMove() {
    LabelImage turned =
        new LabelImage("discs", 3, 2, new byte[] {1, 2, 3, 4, 5, 6}).turned(ON_ITS_SIDE);
    assertEquals(2, turned.width());
    assertEquals(3, turned.height());
    assertArrayEquals(new byte[] {3, 6, 2, 5, 1, 4}, turned.labels());
  }
}
