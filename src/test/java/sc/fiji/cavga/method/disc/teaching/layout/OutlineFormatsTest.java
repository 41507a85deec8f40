package sc.fiji.cavga.method.disc.teaching.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.cavga.method.disc.teaching.layout.OutlineFiles.assertRectangle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.method.disc.teaching.DiscSample;

/** How the files of outlines are read, and what is said of wrong ones. */
class OutlineFormatsTest {

  @TempDir Path root;

  private OutlineFiles files() {
    return new OutlineFiles(root);
  }

  private DiscSample labelled(String layout, String file, IntBinaryOperator value)
      throws IOException {
    files().picture("images/a.png");
    if (file.endsWith(".tif")) files().shorts(file, value);
    else files().grey(file, OutlineFiles.WIDTH, OutlineFiles.HEIGHT, value);
    return files().open(layout).samples().get(0);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, origa, masks", "128, 255, folder, labels", "32896, 65535, folder, labels"})
  void labelsMayHaveSixteenBits(int rim, int cup, String layout, String folder) throws IOException {
    DiscSample sample =
        labelled(layout, folder + "/a.tif", (x, y) -> x < 3 ? 0 : x < 9 ? rim : cup);
    assertRectangle(sample.disc(), 3, 0, 24, 20);
    assertRectangle(sample.cup(), 9, 0, 24, 20);
  }

  @Test
  void aRimWithoutACupIsADisc() throws IOException {
    DiscSample sample = labelled("folder", "labels/a.png", (x, y) -> x < 3 ? 0 : 128);
    assertRectangle(sample.disc(), 3, 0, 24, 20);
    assertEquals(Optional.empty(), sample.cup());
  }

  @Test
  void wrongLabelsAreSaid() throws IOException {
    DiscSample other = labelled("folder", "labels/a.png", (x, y) -> x < 3 ? 0 : 77);
    assertProblem(other, "holds the value 77 where 0 (outside), 128 (rim) and 255 (cup)");
    DiscSample binary = labelled("folder", "labels/a.png", (x, y) -> x < 3 ? 0 : 255);
    assertProblem(binary, "has a cup without a rim around it: if it shows discs alone");
    DiscSample white = labelled("origa", "masks/a.png", (x, y) -> x < 3 ? 0 : 255);
    assertProblem(white, "holds the value 255 where 0 (outside), 1 (rim) and 2 (cup)");
    files().grey("masks/a.png", 5, 5, (x, y) -> 1);
    assertProblem(files().open("origa").samples().get(0), "has 5 × 5 pixels but its picture");
  }

  private static void assertProblem(DiscSample sample, String expected) {
    String problem = assertThrows(IOException.class, sample::disc).getMessage();
    assertTrue(problem.contains(expected), problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2,3 4 | fewer than three points",
        "1 2,3 4,5 | Line 3 of",
        "1 2,3 4,5 6 7 | Line 3 of",
        "1 2,three 4,5 6 | Line 2 of",
        "1 2,NaN 4,5 6 | Line 2 of",
        "1 2,3 1e999,5 6 | Line 2 of",
        "1 2,3 4,50 6 | has points outside the picture of 24 × 20 pixels",
        "1 2,3 4,5 -6 | has points outside the picture of 24 × 20 pixels",
      })
  void wrongContoursAreSaid(String lines, String expected) throws IOException {
    files().picture("FundusImages/a.png").text("Contours/a_disc_exp1.txt", lines.split(","));
    assertProblem(files().open().samples().get(0), expected);
  }

  /** As programs on Windows write it. */
  @Test
  void contoursMayHaveAByteOrderMarkAndCarriageReturns() throws IOException {
    files().picture("FundusImages/a.png");
    Path file = Files.createDirectories(root.resolve("Contours")).resolve("a_disc_exp1.txt");
    Files.writeString(file, "\ufeff4 4\r\n12 4\r\n12 10\r\n4 10\r\n\r\n");
    DiscSample sample = files().open().samples().get(0);
    assertTrue(sample.disc().orElseThrow().getAt(8, 7).get());
    assertFalse(sample.disc().orElseThrow().getAt(2, 7).get());
  }

  /** Pixel by pixel, by the angles under which a convex polygon's sides are seen. */
  @Test
  void polygonsAreFilledToTheirSides() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 20; trial++) {
      double centreX = 5 + 20 * random.nextDouble();
      double centreY = 5 + 20 * random.nextDouble();
      double radius = 2 + 10 * random.nextDouble();
      double[][] points = new double[7][];
      for (int i = 0; i < points.length; i++)
        points[i] =
            new double[] {
              centreX + radius * StrictMath.cos(2 * Math.PI * i / points.length),
              centreY + radius * StrictMath.sin(2 * Math.PI * i / points.length)
            };
      RandomAccessibleInterval<BitType> filled = new Polygon(List.of(points), 0, 1).fill(30, 28);
      for (int y = 0; y < 28; y++)
        for (int x = 0; x < 30; x++)
          assertEquals(isInside(points, x, y), filled.getAt(x, y).get(), x + " " + y);
    }
  }

  private static boolean isInside(double[][] points, int x, int y) {
    for (int i = 0; i < points.length; i++) {
      double[] from = points[i];
      double[] to = points[(i + 1) % points.length];
      double side = (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
      if (side < 0) return false;
    }
    return true;
  }

  /** Whatever the text is: an outline or one sentence. */
  @Test
  void anyTextIsReadOrRefused() throws IOException {
    files().picture("FundusImages/a.png");
    SplittableRandom random = new SplittableRandom(5);
    String characters = "0123456789 .-+e,;\tNaInf\u00e9x";
    int read = 0;
    for (int trial = 0; trial < 300; trial++) {
      String[] lines = new String[random.nextInt(6)];
      for (int i = 0; i < lines.length; i++) {
        StringBuilder line = new StringBuilder();
        boolean sound = random.nextInt(8) > 0;
        if (sound) line.append(random.nextInt(20)).append(' ').append(random.nextInt(19));
        else
          for (int c = random.nextInt(9); c > 0; c--)
            line.append(characters.charAt(random.nextInt(characters.length())));
        lines[i] = line.toString();
      }
      files().text("Contours/a_cup_exp1.txt", lines);
      try {
        Optional<RandomAccessibleInterval<BitType>> cup = files().open().samples().get(0).cup();
        if (cup.isPresent() && Views.flatIterable(cup.get()).size() == 24 * 20) read++;
      } catch (IOException e) {
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
      }
    }
    assertTrue(read > 30 && read < 270, read + " were outlines");
  }
}
