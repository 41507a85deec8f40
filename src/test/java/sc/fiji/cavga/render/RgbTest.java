package sc.fiji.cavga.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RgbTest {

  @Test
  void blendingGoesFromOneColourToTheOther() {
    assertEquals(0x102030, Rgb.blended(0xff102030, 0xa0b0c0, 0));
    assertEquals(0xa0b0c0, Rgb.blended(0x102030, 0xffa0b0c0, 1));
    assertEquals(0x586878, Rgb.blended(0x102030, 0xa0b0c0, 0.5f));
  }

  @Test
  void aPlaceHasItsThreeChannelsAndGreyHasOne() {
    float[] values = {9, 0, 0.5f, 1, 1, 0.2f, Float.NaN, -1};
    assertEquals(0x00ff00, Rgb.at(values, 1, 3, 2, 0) & 0xffff00);
    assertEquals(0x80ff00, Rgb.at(values, 2, 3, 2, 0) & 0xffff00);
    assertEquals(0x333333, Rgb.at(values, 5, 1, 3, 0));
    assertEquals(0, Rgb.at(values, 5, 1, 3, 1));
    assertEquals(0, Rgb.at(values, 5, 1, 3, 2));
    assertEquals(0xffffff, Rgb.at(values, 0, 1, 1, 0));
  }
}
