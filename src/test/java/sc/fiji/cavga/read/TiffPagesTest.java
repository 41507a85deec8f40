package sc.fiji.cavga.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.SilentConsole;
import sc.fiji.cavga.picture.TestPictures;
import sc.fiji.cavga.read.file.PictureFile;

class TiffPagesTest {

  @TempDir Path folder;
  @RegisterExtension final SilentConsole console = new SilentConsole();

  private static ImageProcessor processor(int bits, int value) {
    switch (bits) {
      case 8:
        return new ByteProcessor(4, 3, bytes(value));
      case 16:
        return new ShortProcessor(
            4, 3, new short[] {(short) (257 * value), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1}, null);
      case 24:
        return new ColorProcessor(
            4, 3, new int[] {0x10101 * value, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
      default:
        return new FloatProcessor(
            4, 3, new float[] {value / 255f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, null);
    }
  }

  private static byte[] bytes(int value) {
    byte[] bytes = new byte[12];
    bytes[0] = (byte) value;
    return bytes;
  }

  private static ImagePlus stack(int bits, int slices) {
    ImageStack stack = new ImageStack(4, 3);
    for (int i = 0; i < slices; i++) stack.addSlice(processor(bits, 10 * i));
    return new ImagePlus("stack", stack);
  }

  private Path save(ImagePlus image) {
    Path file = folder.resolve("image.tif");
    assertTrue(
        image.getStackSize() == 1
            ? new FileSaver(image).saveAsTiff(file.toString())
            : new FileSaver(image).saveAsTiffStack(file.toString()));
    return file;
  }

  private static List<Picture> read(Path file) throws IOException {
    return PictureReader.standard().read(file);
  }

  private static float first(Picture picture, int channel) {
    return picture.pixels().getAt(0, 0, channel).get();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32})
  void everyKindThatImageJWrites(int bits) throws IOException {
    ImagePlus image = new ImagePlus("one", processor(bits, 102));
    image.getCalibration().pixelWidth = 0.01;
    image.getCalibration().pixelHeight = 0.02;
    image.getCalibration().setUnit("mm");
    List<Picture> pictures = read(save(image));
    assertEquals(1, pictures.size());
    Picture picture = pictures.get(0);
    assertEquals(bits == 24 ? 3 : 1, picture.channels());
    assertEquals(0.4, first(picture, picture.channels() - 1), 1e-6);
    assertEquals(0.01, picture.pixelSize().width(), 1e-6);
    assertEquals(0.02, picture.pixelSize().height(), 1e-6);
    assertEquals("image.tif", picture.name());
  }

  @ParameterizedTest
  @CsvSource({"8,4", "16,4", "24,3", "32,4"})
  void stacks(int bits, int slices) throws IOException {
    List<Picture> pictures = read(save(stack(bits, slices)));
    assertEquals(slices, pictures.size());
    for (int i = 0; i < slices; i++) {
      assertEquals(10 * i / 255.0, first(pictures.get(i), 0), 1e-6);
      assertEquals("image.tif #" + (i + 1), pictures.get(i).name());
    }
  }

  @ParameterizedTest
  @CsvSource({"8", "16", "32"})
  void channelsOfHyperstacksAreColours(int bits) throws IOException {
    ImagePlus image = stack(bits, 6);
    image.setDimensions(3, 2, 1);
    image.setOpenAsHyperStack(true);
    List<Picture> pictures = read(save(image));
    assertEquals(2, pictures.size());
    assertEquals(3, pictures.get(1).channels());
    assertEquals(50 / 255.0, first(pictures.get(1), 2), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32})
  void stacksBehindOnePage(int bits) throws IOException {
    Path file = save(stack(bits, 3));
    byte[] bytes = Files.readAllBytes(file);
    forgetNextPage(bytes);
    Files.write(file, bytes);
    List<Picture> pictures = read(file);
    assertEquals(3, pictures.size());
    assertEquals(20 / 255.0, first(pictures.get(2), 0), 1e-6);
    int plane = 12 * bits / 8;
    Files.write(file, Arrays.copyOf(bytes, (int) valueOf(bytes, 273) + 3 * plane - 1));
    assertTrue(assertThrows(IOException.class, () -> read(file)).getMessage().contains("cut off"));
  }

  private static ByteBuffer ordered(byte[] bytes) {
    return ByteBuffer.wrap(bytes)
        .order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  private static BufferedImage deep(int most) {
    BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, most);
    return image;
  }

  /** Pages can be compared: the brightest says what is white in all, whichever is read first. */
  @Test
  void pagesOfSixteenBitsHaveOneWhite() throws IOException {
    Path file = folder.resolve("image.tif");
    TiffFile.pages(file, deep(1000), deep(30000), deep(4000));
    try (PictureFile pictures = PictureReader.standard().open(file)) {
      assertEquals(4000 / 65535.0, first(pictures.picture(2), 0), 1e-6);
      assertEquals(1000 / 65535.0, first(pictures.picture(0), 0), 1e-6);
    }
    TiffFile.damage(file, 1);
    try (PictureFile pictures = PictureReader.standard().open(file)) {
      assertEquals(4000 / 4095.0, first(pictures.picture(2), 0), 1e-6);
      String message = assertThrows(IOException.class, () -> pictures.picture(1)).getMessage();
      assertTrue(message.contains("cannot be decoded"), message);
      assertEquals(1000 / 4095.0, first(pictures.picture(0), 0), 1e-6);
    }
  }

  /** Where the first page's entry for a tag begins. */
  private static int entry(byte[] bytes, int tag) {
    int at = ordered(bytes).getInt(4) + 2;
    while (ordered(bytes).getShort(at) != tag) at += 12;
    return at;
  }

  private static long valueOf(byte[] bytes, int tag) {
    return ordered(bytes).getInt(entry(bytes, tag) + 8);
  }

  /** As ImageJ does with stacks above 4 GB, and other programs with any. */
  private static void forgetNextPage(byte[] bytes) {
    ByteBuffer buffer = ordered(bytes);
    int directory = buffer.getInt(4);
    buffer.putInt(directory + 2 + 12 * buffer.getShort(directory), 0);
  }

  @Test
  void pagesThatGoRoundInCirclesEnd() throws IOException {
    Path file = save(stack(8, 2));
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ordered(bytes);
    int directory = buffer.getInt(4);
    buffer.putInt(directory + 2 + 12 * buffer.getShort(directory), directory);
    Files.write(file, bytes);
    String message = assertThrows(IOException.class, () -> read(file)).getMessage();
    assertTrue(message.contains("circle"), message);
  }

  /** A page of 4 x 3 pixels, of which a first page says nothing bad, and can be read by itself. */
  @Test
  void aSecondPageThatClaimsMoreThanTheFileCanHold() throws IOException {
    Path file = save(stack(8, 2));
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ordered(bytes);
    int first = buffer.getInt(4);
    int second = buffer.getInt(first + 2 + 12 * buffer.getShort(first));
    for (int at = second + 2; at < second + 2 + 12 * buffer.getShort(second); at += 12)
      if (buffer.getShort(at) == 256 || buffer.getShort(at) == 257)
        if (buffer.getShort(at + 2) == 3) buffer.putShort(at + 8, (short) 9000);
        else buffer.putInt(at + 8, 9000);
    Files.write(file, bytes);
    String message = assertThrows(IOException.class, () -> read(file)).getMessage();
    assertTrue(message.contains("claims to have 81000000 pixels"), message);
    try (PictureFile pictures = PictureReader.standard().open(file)) {
      assertEquals(2, pictures.count());
      assertEquals("image.tif #1", pictures.picture(0).name());
      assertThrows(IOException.class, () -> pictures.picture(1));
    }
  }

  @Test
  void openMicroscopyDescriptions() throws IOException {
    String pixels =
        "<OME xmlns='x'><Image><Pixels DimensionOrder=\"XY%s\" SizeC=\"%d\" %s/></Image></OME>";
    TiffDescription colours =
        new TiffDescription(
            String.format(pixels, "CZT", 3, "PhysicalSizeX=\"5.5\" PhysicalSizeY=\"6\""));
    assertEquals(3, colours.channels());
    assertEquals(5.5, colours.pixelSize().width());
    assertEquals("µm", colours.pixelSize().unit());
    assertEquals(1, colours.images());
    assertTrue(new TiffDescription(String.format(pixels, "ZCT", 3, "")).needsBioFormats());
    TiffDescription plain = new TiffDescription("a photograph, channels=3");
    assertEquals(1, plain.channels());
    assertEquals(PixelSize.UNKNOWN, plain.pixelSize());
    assertEquals(
        1,
        new TiffDescription(String.format(pixels, "CZT", 3, "SamplesPerPixel=\"3\"")).channels());
  }

  @Test
  void realOpenMicroscopyTiff() throws IOException {
    Path file = TestPictures.data("ome-tiff").resolve("idrid55_ccby_3channel.ome.tif");
    List<Picture> pictures = read(file);
    assertEquals(1, pictures.size());
    assertEquals(3, pictures.get(0).channels());
  }

  @Test
  void whatOnlyBioFormatsReadsSaysSo() throws IOException {
    Path file = Files.write(folder.resolve("big.tif"), new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0});
    assertTrue(
        assertThrows(IOException.class, () -> read(file)).getMessage().contains("Bio-Formats"));
  }

  @Test
  void printColoursAreRefused() throws IOException {
    Path file = folder.resolve("print.tif");
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "tiff", file.toFile());
    byte[] bytes = Files.readAllBytes(file);
    ordered(bytes).putShort(entry(bytes, 262) + 8, (short) 5);
    Files.write(file, bytes);
    assertTrue(assertThrows(IOException.class, () -> read(file)).getMessage().contains("CMYK"));
  }
}
