package sc.fiji.cavga.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ColorProcessor;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.phantom.cup.DiscDesign;
import sc.fiji.cavga.phantom.cup.Notch;

class DiscPhantomTest {

  private static final int SIZE = 160;

  /** Of what seed 5 gives; to be renewed with the committed sample. */
  private static final long CHECKSUM = 820039299L;

  private final FundusPhantom generator = new FundusPhantom(SIZE, SIZE);

  @Test
  void sameSeedGivesSameBitsOnEveryMachine() {
    DiscDesign design = DiscDesign.notchedRim(5);
    DiscPhantom phantom = generator.draw(5, design);
    assertArrayEquals(pixels(phantom), pixels(generator.draw(5, design)));
    CRC32 sum = new CRC32();
    for (int pixel : pixels(phantom))
      for (int shift = 0; shift <= 16; shift += 8) sum.update(pixel >> shift & 255);
    sum.update(label(phantom));
    assertEquals(CHECKSUM, sum.getValue(), "written on another machine with another Java");
  }

  @Test
  void theTruthIsWhatIsSeen() {
    for (int seed = 0; seed < 12; seed++) {
      DiscDesign design = seed % 2 == 0 ? DiscDesign.healthy(seed) : DiscDesign.enlargedCup(seed);
      DiscPhantom phantom = generator.drawAroundDisc(seed, design);
      int cup = median(phantom, DiscPhantom.CUP);
      int rim = median(phantom, DiscPhantom.RIM);
      int around = median(phantom, DiscPhantom.OUTSIDE);
      assertTrue(
          cup > rim + 10 && rim > around + 5, seed + ": " + cup + ", " + rim + ", " + around);
    }
  }

  @Test
  void labelsHaveTheOutlinesMeasures() {
    FundusPhantom large = new FundusPhantom(480, 480);
    for (int seed = 0; seed < 6; seed++) {
      DiscPhantom phantom = large.drawAroundDisc(seed, DiscDesign.notchedRim(seed));
      LabelMeasures measured = new LabelMeasures(label(phantom), 480);
      assertEquals(phantom.outlines().verticalRatio(), measured.verticalRatio(), 0.012);
      assertEquals(phantom.outlines().horizontalRatio(), measured.horizontalRatio(), 0.012);
      assertEquals(phantom.outlines().discHeight(), measured.height(DiscPhantom.RIM), 1.01);
    }
  }

  @Test
  void aNotchIsSeenAtItsClockHoursInRightAndLeftEyes() {
    FundusPhantom large = new FundusPhantom(480, 480);
    boolean[] sides = new boolean[2];
    for (int seed = 0; seed < 6; seed++) {
      DiscDesign whole = new DiscDesign(1.9, 0.5);
      Notch notch = new Notch(1 + 2 * seed, 2, 0.6);
      DiscPhantom notched = large.drawAroundDisc(seed, whole.with(notch));
      sides[notched.rightEye() ? 1 : 0] = true;
      int[] before = new LabelMeasures(label(large.drawAroundDisc(seed, whole)), 480).rimPixels();
      int[] after = new LabelMeasures(label(notched), 480).rimPixels();
      for (int hour : notch.clockHours()) {
        double left = after[hour - 1] / (double) before[hour - 1];
        assertTrue(left < 0.6, left + " of hour " + hour + " in eye " + seed);
      }
      int opposite = (notch.clockHours()[0] + 5) % 12;
      assertEquals(before[opposite], after[opposite]);
    }
    assertTrue(sides[0] && sides[1]);
  }

  @Test
  void theSideIsThatOfThePicture() {
    for (int seed = 0; seed < 8; seed++) {
      DiscPhantom phantom = generator.draw(seed, DiscDesign.healthy(seed));
      byte[] label = label(phantom);
      int first = 0;
      while (label[first] == 0) first++;
      // The disc lies on the side of the nose, right of the middle in a right eye.
      assertEquals(phantom.rightEye(), first % SIZE > SIZE / 2);
    }
  }

  private static int[] pixels(DiscPhantom phantom) {
    return (int[]) phantom.colours().getPixels();
  }

  private static byte[] label(DiscPhantom phantom) {
    return (byte[]) phantom.greyLabel().getPixels();
  }

  /** Median of the green values, 0 to 255, where the label has a value and the field is seen. */
  private static int median(DiscPhantom phantom, int value) {
    ColorProcessor colours = phantom.colours();
    byte[] label = label(phantom);
    int[] greens =
        IntStream.range(0, label.length)
            .filter(i -> (label[i] & 255) == value)
            .map(i -> colours.get(i) >> 8 & 255)
            .filter(green -> green >= 15)
            .sorted()
            .toArray();
    return greens[greens.length / 2];
  }
}
