package sc.fiji.cavga.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.plugins.tiff.TIFFField;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.dataset.FileSample;
import sc.fiji.cavga.dataset.MaskFile;
import sc.fiji.cavga.picture.Picture;

/** What files of all formats say about how they are to be seen, against a file without it. */
class AppearanceTest {

  private static final int WIDTH = 5;
  private static final int HEIGHT = 3;

  @TempDir Path folder;

  private static BufferedImage drawn(int type) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++)
        image.setRGB(x, y, 0xff000000 | 50 * x << 16 | 80 * y << 8 | 10 * (x + y));
    return image;
  }

  /** The file with what is said: an orientation, a profile, or both. */
  private Path written(String format, BufferedImage image, int orientation, byte[] profile)
      throws IOException {
    Path file = folder.resolve("eye." + format);
    if (format.equals("tiff")) {
      List<TIFFField> fields = new ArrayList<>();
      if (orientation > 0) fields.add(TiffFile.number(274, orientation));
      if (profile != null) fields.add(TiffFile.bytes(34675, profile));
      return TiffFile.write(file, image, fields.toArray(new TIFFField[0]));
    }
    assertTrue(ImageIO.write(image, format, file.toFile()));
    if (orientation > 0) PngFile.insert(file, "eXIf", PngFile.orientation(orientation));
    if (profile != null) PngFile.insert(file, "iCCP", PngFile.profile(profile));
    return file;
  }

  private static Picture read(Path file) throws IOException {
    return PictureReader.standard().read(file).get(0);
  }

  private static float at(Picture picture, int x, int y, int channel) {
    return picture.pixels().getAt(x, y, channel).get();
  }

  private static double encoded(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }

  @ParameterizedTest
  @CsvSource({
    "png,2,4,0", "png,3,4,2", "png,4,0,2", "png,5,0,0", "png,6,2,0", "png,7,2,4", "png,8,0,4",
    "tiff,2,4,0", "tiff,3,4,2", "tiff,4,0,2", "tiff,5,0,0", "tiff,6,2,0", "tiff,7,2,4", "tiff,8,0,4"
  })
  void turnsUpright(String format, int orientation, int x, int y) throws IOException {
    BufferedImage image = drawn(BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xffffff);
    Picture picture = read(written(format, image, orientation, null));
    assertEquals(orientation >= 5 ? HEIGHT : WIDTH, picture.width());
    assertEquals(1, at(picture, x, y, 1), "the stored corner");
    assertTrue(picture.notes().get(0).contains("orientation " + orientation));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void linearColoursBecomeSrgb(String format) throws IOException {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    Picture picture = read(written(format, drawn(BufferedImage.TYPE_INT_RGB), 0, linear));
    for (int x = 0; x < WIDTH; x++) {
      assertEquals(encoded(50 * x / 255.0), at(picture, x, 1, 0), 0.002);
      assertEquals(encoded(80 / 255.0), at(picture, x, 1, 1), 0.002);
    }
    assertTrue(picture.notes().get(0).contains("sRGB"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void linearGreyBecomesThatOfSrgb(String format) throws IOException {
    BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < WIDTH; x++) grey.getRaster().setSample(x, 1, 0, 50 * x);
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    Picture picture = read(written(format, grey, 0, linear));
    assertEquals(1, picture.channels());
    for (int x = 0; x < WIDTH; x++)
      assertEquals(encoded(50 * x / 255.0), at(picture, x, 1, 0), 0.002);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void aProfileOfSrgbChangesNoBit(String format) throws IOException {
    BufferedImage image = drawn(BufferedImage.TYPE_INT_RGB);
    Picture plain = read(written(format, image, 0, null));
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    Picture picture = read(written(format, image, 0, srgb));
    for (int i = 0; i < WIDTH * HEIGHT * 3; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH % HEIGHT;
      assertEquals(at(plain, x, y, i / WIDTH / HEIGHT), at(picture, x, y, i / WIDTH / HEIGHT));
    }
    assertEquals(List.of(), picture.notes());
  }

  @Test
  void aDamagedProfileIsLeftOutAndNamed() throws IOException {
    Picture picture =
        read(written("png", drawn(BufferedImage.TYPE_INT_RGB), 0, new byte[] {1, 2, 3}));
    assertEquals(50 / 255f, at(picture, 1, 0, 0));
    assertTrue(picture.notes().get(0).contains("profile"));
  }

  @Test
  void gammaAndPrimariesOfPng() throws IOException {
    Path file = written("png", drawn(BufferedImage.TYPE_INT_RGB), 0, null);
    PngFile.insert(file, "gAMA", PngFile.numbers(100000));
    assertEquals(encoded(100 / 255.0), at(read(file), 2, 0, 0), 0.002);
    file = written("png", drawn(BufferedImage.TYPE_INT_RGB), 0, null);
    PngFile.insert(file, "gAMA", PngFile.numbers(45455));
    assertEquals(100 / 255f, at(read(file), 2, 0, 0), "what most programs write for sRGB");
    int[] adobe = {31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000};
    file = written("png", drawn(BufferedImage.TYPE_INT_RGB), 0, null);
    PngFile.insert(file, "cHRM", PngFile.numbers(adobe));
    Picture wide = read(file);
    assertTrue(at(wide, 4, 0, 0) > 200 / 255f, "a red of Adobe RGB is a stronger red of sRGB");
    file = written("png", drawn(BufferedImage.TYPE_INT_RGB), 0, null);
    PngFile.insert(file, "cHRM", PngFile.numbers(new int[8]));
    assertEquals(100 / 255f, at(read(file), 2, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void transparentColoursAreBlack(String format) throws IOException {
    BufferedImage image = drawn(BufferedImage.TYPE_INT_ARGB);
    image.setRGB(1, 1, 0x00ffffff);
    image.setRGB(2, 1, 0x80ff0000);
    Picture picture = read(written(format, image, 0, null));
    assertEquals(3, picture.channels());
    for (int channel = 0; channel < 3; channel++) assertEquals(0, at(picture, 1, 1, channel));
    assertEquals(128 / 255f, at(picture, 2, 1, 0), 0.003);
    assertEquals(200 / 255f, at(picture, 4, 1, 0), 1e-6);
    assertTrue(picture.notes().get(0).contains("transparent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void transparentColoursOfTablesAreBlack(String format) throws IOException {
    byte[] colours = {0, (byte) 255};
    byte[] opacities = {(byte) 255, 0};
    java.awt.image.IndexColorModel table =
        new java.awt.image.IndexColorModel(8, 2, colours, colours, colours, opacities);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, table);
    image.getRaster().setSample(1, 1, 0, 1);
    Picture picture = read(written(format, image, 0, null));
    for (int channel = 0; channel < picture.channels(); channel++)
      assertEquals(0, at(picture, 1, 1, channel));
  }

  private Path mask(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(0, 0, 0, 255);
    Path file = folder.resolve("mask.png");
    assertTrue(ImageIO.write(image, "png", file.toFile()));
    return file;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void masksAreTurnedWithTheirPictures(boolean tagged) throws IOException {
    Path eye = written("png", drawn(BufferedImage.TYPE_INT_RGB), 6, null);
    Path drawn = mask(WIDTH, HEIGHT);
    if (tagged) PngFile.insert(drawn, "eXIf", PngFile.orientation(6));
    PictureReader reader = PictureReader.standard();
    FileSample sample = new FileSample("eye", eye, true, new MaskFile(drawn, reader), reader);
    Optional<RandomAccessibleInterval<BitType>> mask = sample.mask();
    assertEquals(HEIGHT, mask.orElseThrow().dimension(0));
    assertTrue(mask.orElseThrow().getAt(HEIGHT - 1, 0).get());
  }

  @ParameterizedTest
  @CsvSource({
    "icc-png-tiff/normal_01_prophoto.png,icc-png-tiff/normal_01_0ref.png",
    "orientation-png-tiff/png_6.png,orientation-png-tiff/ref.png",
    "transparent-png/png_rgba_white_under_transparent.png,transparent-png/png_rgba_opaque.png"
  })
  void sharedCases(String name, String reference) throws IOException {
    Path cases = Paths.get("..", "shared", "cases");
    Assumptions.assumeTrue(
        Files.isDirectory(cases), "the cases in ../shared/cases are not on this machine");
    Picture picture = read(cases.resolve(name));
    Picture expected = read(cases.resolve(reference));
    assertEquals(expected.width(), picture.width());
    int middle = expected.height() / 2;
    for (int x = 0; x < expected.width(); x++)
      for (int channel = 0; channel < 3; channel++)
        assertEquals(at(expected, x, middle, channel), at(picture, x, middle, channel), 0.04);
  }
}
