package sc.fiji.cavga.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.picture.ImagePlusPictures;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;

/** Bytes that are read where the decoder has put them, beside what ImageJ makes of them. */
class DecodedBytesTest {

  @TempDir Path folder;

  private static BufferedImage noise(int type) {
    BufferedImage image = new BufferedImage(37, 23, type);
    Random random = new Random(5);
    for (int y = 0; y < 23; y++)
      for (int x = 0; x < 37; x++) image.setRGB(x, y, 0xff000000 | random.nextInt(1 << 24));
    return image;
  }

  @ParameterizedTest
  @CsvSource({"rgb, jpg", "rgb, png", "rgb, bmp", "grey, jpg", "grey, png"})
  void areThoseOfImageJ(String colours, String format) throws IOException {
    BufferedImage image =
        noise(colours.equals("grey") ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    Path file = folder.resolve("noise." + format);
    assertTrue(ImageIO.write(image, format, file.toFile()));
    BufferedImage decoded = ImageIO.read(file.toFile());
    assertTrue(DecodedBytes.of(decoded).isPresent());
    List<Picture> found = new PhotographReader().read(file);
    List<Picture> expected = ImagePlusPictures.of(new ImagePlus("noise", decoded));
    assertEquals(expected.size(), found.size());
    assertEquals(expected.get(0).channels(), found.get(0).channels());
    PixelView.Source a = PixelView.source(expected.get(0).pixels());
    PixelView.Source b = PixelView.source(found.get(0).pixels());
    for (int channel = 0; channel < found.get(0).channels(); channel++)
      for (int y = 0; y < 23; y++)
        for (int x = 0; x < 37; x++) assertEquals(a.at(x, y, channel), b.at(x, y, channel));
  }

  @Test
  void otherKindsAreLeftToImageJ() {
    for (int type :
        new int[] {
          BufferedImage.TYPE_INT_RGB,
          BufferedImage.TYPE_4BYTE_ABGR,
          BufferedImage.TYPE_USHORT_GRAY,
          BufferedImage.TYPE_BYTE_INDEXED,
          BufferedImage.TYPE_BYTE_BINARY
        }) assertTrue(DecodedBytes.of(noise(type)).isEmpty(), "type " + type);
  }
}
