package sc.fiji.cavga.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.render.HeatMap;

class GalleryTest {

  private static PreparedPicture prepared(int size, int channels) {
    float[] values = new float[channels * size * size];
    for (int i = 0; i < values.length; i++) values[i] = i % 5 / 4f;
    Picture picture =
        new Picture(
            "p",
            net.imglib2.img.array.ArrayImgs.floats(values, size, size, channels),
            PixelSize.UNKNOWN);
    return new Preprocessing(size, channels, FieldOfViewMode.WHOLE_PICTURE).prepare(picture);
  }

  private static PictureResult result(String name, boolean anomalous, double score) {
    return PictureResult.measured(name, anomalous, score, 0, Double.NaN, Double.NaN);
  }

  private static List<String> names(List<Gallery.Entry> entries) {
    return entries.stream().map(e -> e.result.name()).collect(Collectors.toList());
  }

  @Test
  void keepsTheExtremesOfBothKinds() {
    Gallery gallery = new Gallery();
    PreparedPicture picture = prepared(16, 1);
    float[] map = new float[256];
    for (int i = 0; i < 60; i++) {
      int rank = i * 37 % 60;
      gallery.offer(result("a" + rank, true, rank), picture, map, null);
      gallery.offer(result("n" + rank, false, rank), picture, map, null);
    }
    assertEquals(
        List.of("a59", "a58", "a57", "a56", "a55", "n0", "n1", "n2", "n3", "n4"),
        names(gallery.best()));
    assertEquals(
        List.of("a0", "a1", "a2", "a3", "a4", "n59", "n58", "n57", "n56", "n55"),
        names(gallery.worst()));
  }

  @Test
  void fillsUpWithTheOtherKind() {
    Gallery gallery = new Gallery();
    PreparedPicture picture = prepared(16, 1);
    for (int i = 0; i < 20; i++)
      gallery.offer(result("a" + i, true, i), picture, new float[256], null);
    gallery.offer(result("n", false, 3), picture, new float[256], null);
    assertEquals(10, gallery.worst().size());
    assertEquals("a8", gallery.worst().get(8).result.name());
    assertEquals("n", gallery.worst().get(9).result.name());
    assertTrue(new Gallery().best().isEmpty());
  }

  @Test
  void picturesShowWhatTheNetworkSaw() throws IOException {
    PreparedPicture picture = prepared(16, 3);
    float[] map = new float[256];
    map[5 * 16 + 7] = 3;
    boolean[] mask = new boolean[256];
    for (int y = 3; y < 9; y++) Arrays.fill(mask, y * 16 + 2, y * 16 + 8, true);
    Thumbnail thumbnail = new Thumbnail(picture, map, mask);
    BufferedImage plain = image(thumbnail.picture);
    assertEquals(16, plain.getWidth());
    int rgb = plain.getRGB(7, 5);
    assertEquals(Math.round(255 * picture.values()[5 * 16 + 7]), rgb >> 16 & 0xff);
    assertEquals(Math.round(255 * picture.values()[512 + 5 * 16 + 7]), rgb & 0xff);
    assertEquals(HeatMap.over(rgb & 0xffffff, 3), image(thumbnail.map).getRGB(7, 5) & 0xffffff);
    assertEquals(plain.getRGB(0, 0), image(thumbnail.map).getRGB(0, 0));
    BufferedImage outlined = image(thumbnail.mask);
    assertEquals(0xff00ffff, outlined.getRGB(2, 5));
    assertEquals(plain.getRGB(4, 5), outlined.getRGB(4, 5));
    assertEquals(plain.getRGB(1, 5), outlined.getRGB(1, 5));
    assertNull(new Thumbnail(picture, map, null).mask);
    assertEquals(256, new Thumbnail(prepared(512, 1), new float[512 * 512], null).side);
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
