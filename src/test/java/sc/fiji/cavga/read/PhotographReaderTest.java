package sc.fiji.cavga.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.SilentConsole;

class PhotographReaderTest {

  @TempDir Path folder;

  @RegisterExtension final SilentConsole console = new SilentConsole();

  private Path write(BufferedImage image, String format) throws IOException {
    Path file = folder.resolve("picture." + format);
    assertTrue(ImageIO.write(image, format, file.toFile()));
    return file;
  }

  private static BufferedImage colours(int type) {
    BufferedImage image = new BufferedImage(40, 30, type);
    for (int y = 0; y < 30; y++)
      for (int x = 0; x < 40; x++)
        image.setRGB(x, y, x < 20 ? 0xffc86432 : y < 15 ? 0xff0000ff : 0xff00ff00);
    return image;
  }

  private static Picture one(Path file) throws IOException {
    List<Picture> pictures = PictureReader.standard().read(file);
    assertEquals(1, pictures.size());
    return pictures.get(0);
  }

  private static void assertPixel(Picture picture, int x, int y, double... expected) {
    assertEquals(expected.length, picture.channels());
    for (int c = 0; c < expected.length; c++)
      assertEquals(expected[c], picture.pixels().getAt(x, y, c).get(), 0.012, "channel " + c);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp", "tiff"})
  void readsColours(String format) throws IOException {
    Picture picture = one(write(colours(BufferedImage.TYPE_INT_RGB), format));
    assertEquals(40, picture.width());
    assertEquals(30, picture.height());
    assertEquals("picture." + format, picture.name());
    assertPixel(picture, 5, 5, 200 / 255., 100 / 255., 50 / 255.);
    assertPixel(picture, 30, 25, 0, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
  void readsPalettes(String format) throws IOException {
    for (int bits : new int[] {2, 8}) {
      if (bits == 2 && format.equals("bmp")) continue;
      BufferedImage image =
          new BufferedImage(
              40,
              30,
              bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY,
              palette(bits));
      image.createGraphics().drawImage(colours(BufferedImage.TYPE_INT_RGB), 0, 0, null);
      Picture picture = one(write(image, format));
      assertPixel(picture, 5, 5, 200 / 255., 100 / 255., 50 / 255.);
      assertPixel(picture, 30, 25, 0, 1, 0);
    }
  }

  private static IndexColorModel palette(int bits) {
    byte[] reds = {(byte) 200, 0, 0};
    byte[] greens = {100, 0, (byte) 255};
    byte[] blues = {50, (byte) 255, 0};
    int length = 1 << bits;
    return new IndexColorModel(
        bits,
        length,
        Arrays.copyOf(reds, length),
        Arrays.copyOf(greens, length),
        Arrays.copyOf(blues, length));
  }

  @Test
  void transparentPixelsAreBlack() throws IOException {
    BufferedImage image = colours(BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xffffff);
    Picture picture = one(write(image, "png"));
    assertPixel(picture, 5, 5, 200 / 255., 100 / 255., 50 / 255.);
    assertPixel(picture, 0, 0, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void readsSixteenBits(String format) throws IOException {
    BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(3, 4, 0, 12345);
    image.getRaster().setSample(0, 0, 0, 65535);
    Picture picture = one(write(image, format));
    assertEquals(1, picture.channels());
    assertEquals(12345 / 65535f, picture.pixels().getAt(3, 4, 0).get(), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"png,8", "jpg,8", "bmp,8", "tiff,8", "png,1", "gif,8"})
  void readsGrey(String format, int bits) throws IOException {
    BufferedImage image =
        new BufferedImage(
            16, 16, bits == 1 ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 16; y++)
      for (int x = 8; x < 16; x++) image.getRaster().setSample(x, y, 0, bits == 1 ? 1 : 100);
    Picture picture = one(write(image, format));
    float value = picture.pixels().getAt(13, 5, 0).get();
    assertEquals(bits == 1 ? 1 : 100 / 255., value, format.equals("gif") ? 0.2 : 0.01);
    assertEquals(0, picture.pixels().getAt(2, 5, 0).get(), 0.01);
  }

  @Test
  void turnsPicturesAsTheCameraWasHeld() throws IOException {
    byte[] plain = Files.readAllBytes(write(colours(BufferedImage.TYPE_INT_RGB), "jpg"));
    // Where the upper left corner (brown) and the upper right (blue) come to lie.
    int[][] corners = {
      {0, 0, 39, 0}, {39, 0, 0, 0}, {39, 29, 0, 29}, {0, 29, 39, 29},
      {0, 0, 0, 39}, {29, 0, 29, 39}, {29, 39, 29, 0}, {0, 39, 0, 0}
    };
    for (int orientation = 1; orientation <= 8; orientation++)
      for (boolean little : new boolean[] {false, true}) {
        Path file = folder.resolve("turned.jpg");
        Files.write(file, withOrientation(plain, orientation, little));
        Picture picture = one(file);
        int[] at = corners[orientation - 1];
        assertEquals(orientation < 5 ? 40 : 30, picture.width());
        float blue = picture.pixels().getAt(at[2], at[3], 2).get();
        assertTrue(blue > 0.9, "orientation " + orientation);
        assertPixel(picture, at[0], at[1], 200 / 255., 100 / 255., 50 / 255.);
      }
  }

  private static byte[] withOrientation(byte[] jpeg, int orientation, boolean little) {
    String header =
        little ? "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0" : "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1";
    byte[] tiff = header.getBytes(StandardCharsets.ISO_8859_1);
    byte[] result = new byte[jpeg.length + 36];
    byte[] start = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f'};
    System.arraycopy(start, 0, result, 0, start.length);
    System.arraycopy(tiff, 0, result, 12, tiff.length);
    result[12 + tiff.length + (little ? 0 : 1)] = (byte) orientation;
    System.arraycopy(jpeg, 2, result, 38, jpeg.length - 2);
    return result;
  }

  @Test
  void textNamedAsPicture() throws IOException {
    Path file = folder.resolve("notes.jpg");
    Files.write(file, "Dear colleague,\nplease find attached".getBytes(StandardCharsets.UTF_8));
    assertSentence(file, "text");
  }

  private void assertKind(String firstBytes, String words) throws IOException {
    byte[] bytes = firstBytes.getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("eye.png"), Arrays.copyOf(bytes, 300));
    assertSentence(file, words);
  }

  @Test
  void missingEmptyAndFolders() throws IOException {
    assertSentence(folder.resolve("none.png"), "does not exist");
    assertSentence(folder, "folder");
    assertSentence(Files.createFile(folder.resolve("empty.png")), "empty");
    Path odd = folder.resolve("odd.bin");
    Files.write(odd, new byte[] {1, 2, 3, 4, 5});
    assertSentence(odd, "known kind");
    assertKind("\0\0\0\u000cjP  ", "JPEG 2000 picture; Bio-Formats reads it");
    assertKind("P5\n7 5 255\n", "PGM or PPM picture; Bio-Formats reads it");
    assertKind("RIFF\1\1\1\1WEBP", "WebP picture; a version of Bio-Formats that knows it");
    assertKind("\0\0\0\u0018ftypheic", "HEIC picture; nothing here reads it");
    assertKind("\0\0\0\u0018ftypavif", "an AVIF picture");
    assertKind("\u00ff\u00d8\u00ff\u00f7", "JPEG-LS picture");
    assertKind("\2\0\0\0UL\4\0", "DICOM file without the preamble");
    assertKind("%PDF-1.7", "PDF document");
    assertFalse(PictureReader.standard().accepts(odd));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp", "gif", "tiff"})
  void cutOffFilesAreRefused(String format) throws IOException {
    byte[] bytes = Files.readAllBytes(write(colours(BufferedImage.TYPE_INT_RGB), format));
    for (int length = 4; length < bytes.length - 20; length += 1 + bytes.length / 40) {
      Path file = folder.resolve("cut." + format);
      Files.write(file, Arrays.copyOf(bytes, length));
      assertSentence(file, file.toString());
    }
  }

  @Test
  void damagedFilesNeverCrash() throws IOException {
    java.util.Random random = new java.util.Random(3);
    for (String format : new String[] {"jpg", "png", "bmp", "gif", "tiff"}) {
      byte[] bytes = Files.readAllBytes(write(colours(BufferedImage.TYPE_INT_RGB), format));
      for (int round = 0; round < 60; round++) {
        byte[] damaged = bytes.clone();
        for (int i = 0; i < 6; i++)
          damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
        Path file = folder.resolve("damaged." + format);
        Files.write(file, damaged);
        try {
          for (Picture picture : PictureReader.standard().read(file))
            picture.pixels().getAt(picture.width() - 1, picture.height() - 1, 0).get();
        } catch (IOException refused) {
          assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
        }
      }
    }
  }

  private static void assertSentence(Path file, String words) {
    String message =
        assertThrows(IOException.class, () -> PictureReader.standard().read(file)).getMessage();
    assertTrue(message.contains(words), message);
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.endsWith("."), message);
    assertFalse(message.contains("\n"), message);
  }
}
