package sc.fiji.cavga.localize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.localize.folder.TinyModel;
import sc.fiji.cavga.model.Predictions;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.PictureMap;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.OverlayFormat;
import sc.fiji.cavga.render.ReducedPhotograph;

class OverlayPictureTest {

  private static final int GREY = 0x808080;

  /** Above the threshold in the left quarter, NaN in the right one, normal between. */
  private static Localization quarters(int width, int height) {
    float[] map = new float[width * height];
    Arrays.fill(map, 0.2f);
    for (int i = 0; i < map.length; i++) {
      if (i % width < width / 4) map[i] = 2;
      if (i % width >= width - width / 4) map[i] = Float.NaN;
    }
    return localization(map, width, height);
  }

  private static Localization localization(float[] map, int width, int height) {
    return new Localization(
        "quarters",
        PixelSize.UNKNOWN,
        MapKind.DEFAULT,
        PictureMap.of(map, width),
        Predictions.of(1.5, 1.2),
        Regions.in(PictureMap.of(map, width)).area(),
        Regions.of(PictureMap.of(map, width), 0),
        0.1,
        "",
        1);
  }

  private static Picture grey(int width, int height) {
    return TinyModel.picture("grey", width, height, (x, y) -> 128 / 255.0);
  }

  @ParameterizedTest
  @CsvSource({"100, 80", "1000, 600", "300, 900"})
  void onlyTheAnomalyIsPaintedAndOutlined(int width, int height) {
    ColorProcessor painted = OverlayPicture.paint(grey(width, height), quarters(width, height));
    double scale = Math.max(1, 512.0 / Math.max(width, height));
    int drawnWidth = (int) Math.round(scale * width);
    int middle = (int) (scale * height / 2);

    assertEquals(
        HeatMap.over(GREY, 2), painted.get(drawnWidth / 8, middle) & 0xffffff, "the anomaly");
    assertEquals(GREY, painted.get(drawnWidth / 2, middle) & 0xffffff, "the normal part");
    assertEquals(GREY, painted.get(drawnWidth - 3, middle) & 0xffffff, "outside");
    boolean outlined = false;
    for (int x = drawnWidth / 4 - 2; x < drawnWidth / 4 + 4; x++)
      outlined |= (painted.get(x, middle) & 0xffffff) == 0xffffff;
    assertTrue(outlined, "a white line at the edge");
  }

  @Test
  void theColourBarStandsBesideAndTheDecisionBelow() {
    ColorProcessor painted = OverlayPicture.paint(grey(800, 800), quarters(800, 800));
    assertTrue(painted.getWidth() > 820 && painted.getHeight() > 820);
    int coloured = 0;
    for (int y = 0; y < 800; y++)
      for (int x = 800; x < painted.getWidth(); x++) {
        int pixel = painted.get(x, y);
        if ((pixel & 0xff) > (pixel >> 16 & 0xff) + 40) coloured++;
      }
    assertTrue(coloured > 1000, "blue pixels in the bar: " + coloured);
    int light = 0;
    for (int y = 800; y < painted.getHeight(); y++)
      for (int x = 0; x < 800; x++) if ((painted.get(x, y) & 0xff) > 150) light++;
    assertTrue(light > 100, "the caption's letters: " + light);
  }

  @ParameterizedTest
  @CsvSource({"6000, 300", "300, 6000", "4288, 2848", "16, 16", "1, 40"})
  void everySizeIsMadeToBeLookedAt(int width, int height) {
    Picture picture = grey(width, height);
    ColorProcessor painted =
        OverlayPicture.paint(picture, localization(new float[width * height], width, height));
    int longer = Math.max(width, height) >= 512 ? Math.min(1280, Math.max(width, height)) : 512;
    assertTrue(Math.max(painted.getWidth(), painted.getHeight()) >= longer);
    assertTrue(Math.max(painted.getWidth(), painted.getHeight()) < longer + 900);
  }

  @Test
  void aGreyPictureStaysGrey() {
    Picture picture =
        new Picture(
            "grey",
            ArrayImgs.floats(new float[] {0.5f, 0.5f, 2, Float.NaN}, 2, 2, 1),
            PixelSize.UNKNOWN);
    ColorProcessor painted = OverlayPicture.paint(picture, localization(new float[4], 2, 2));
    int[] expected = {128, 255, 0};
    int[] corners = {painted.get(0, 0), painted.get(0, 511), painted.get(511, 511)};
    for (int i = 0; i < corners.length; i++) {
      assertEquals(expected[i], corners[i] & 0xff, 4);
      assertEquals(corners[i] & 0xff, corners[i] >> 8 & 0xff);
      assertEquals(corners[i] & 0xff, corners[i] >> 16 & 0xff);
    }
  }

  @Test
  void aLargePictureIsAveraged() {
    Picture stripes = TinyModel.picture("stripes", 60, 40, (x, y) -> x % 2 == 0 ? 1 : 0.5);
    ImageProcessor small = ReducedPhotograph.of(stripes, 30, 20);
    ImageProcessor own = ReducedPhotograph.of(stripes, 60, 40);
    for (int y = 0; y < 20; y++)
      for (int x = 0; x < 30; x++) {
        assertEquals(0xffbfbfbf, small.get(x, y));
        assertEquals(0xffffffff, own.get(2 * x, 2 * y));
        assertEquals(0xff808080, own.get(2 * x + 1, 2 * y + 1));
      }
    assertEquals(7, ReducedPhotograph.of(stripes, 7, 3).getWidth());
    assertEquals(0xff000000, ReducedPhotograph.of(grey(50, 1), 17, 1).get(16, 0) & 0xff000000);
  }

  @Test
  void itIsWrittenWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    Path target = folder.resolve("ä b.png");
    OverlayPicture.write(target, grey(50, 40), quarters(50, 40), OverlayFormat.PNG);
    BufferedImage read = ImageIO.read(target.toFile());
    ColorProcessor painted = OverlayPicture.paint(grey(50, 40), quarters(50, 40));
    assertEquals(painted.getWidth(), read.getWidth());
    assertEquals(painted.get(90, 90) & 0xffffff, read.getRGB(90, 90) & 0xffffff);

    Path taken = Files.createDirectory(folder.resolve("taken.png"));
    String message =
        assertThrows(
                IOException.class,
                () ->
                    OverlayPicture.write(taken, grey(50, 40), quarters(50, 40), OverlayFormat.JPEG))
            .getMessage();
    assertTrue(message.contains("taken.png"), message);
    assertEquals(Set.of(target, taken), in(folder));
  }

  private static Set<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(Collectors.toSet());
    }
  }
}
