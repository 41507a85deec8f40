package sc.fiji.cavga.localize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.model.Predictions;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.PictureMap;

class SelectedPartTest {

  private static final float[] MAP = {
    2, 2, 2, 2, 2, //
    0, 0, 0, 0, 0, //
    0, 5, 0, Float.NaN, 3
  };

  private static Localization whole(double smallest) {
    return new Localization(
        "rows",
        PixelSize.UNKNOWN,
        MapKind.DEFAULT,
        PictureMap.of(MAP, 5),
        Predictions.of(1.5, 1.2),
        Regions.in(PictureMap.of(MAP, 5)).area(),
        Regions.of(PictureMap.of(MAP, 5), smallest),
        0.1,
        "",
        1);
  }

  @Test
  void regionsAreCutAndOutsideNothingIsKnown() {
    boolean[] selected = new boolean[15];
    for (int i = 0; i < 15; i++) selected[i] = i % 5 != 2 && i % 5 != 4;
    Localization part = SelectedPart.of(whole(0), selected);
    assertEquals(3, part.regions().size());
    assertEquals(5, part.regions().get(0).max());
    assertEquals(2, part.regions().get(1).area());
    assertEquals(1, part.regions().get(2).area());
    float[] map = MapPixels.of(part.map());
    for (int i = 0; i < 15; i++) assertEquals(!selected[i] || i == 13, Float.isNaN(map[i]));
    assertEquals(4 / 8.0, part.anomalousFraction());
    assertEquals(1.5, part.score());
    assertTrue(part.anomalous());
  }

  @Test
  void whatWasTooSmallStaysOut() {
    boolean[] all = new boolean[15];
    Arrays.fill(all, true);
    assertEquals(1, SelectedPart.of(whole(2), all).regions().size());
    assertThrows(IllegalArgumentException.class, () -> SelectedPart.of(whole(0), new boolean[14]));
  }
}
