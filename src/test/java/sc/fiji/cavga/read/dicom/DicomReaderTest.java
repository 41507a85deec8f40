package sc.fiji.cavga.read.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.picture.DicomFile;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.SilentConsole;
import sc.fiji.cavga.picture.TestPictures;
import sc.fiji.cavga.read.PhotographReader;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.file.UnsupportedPictureException;

class DicomReaderTest {

  private static final String IMPLICIT = "1.2.840.10008.1.2";
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String BIG = "1.2.840.10008.1.2.2";
  private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";

  @TempDir Path folder;
  @RegisterExtension final SilentConsole console = new SilentConsole();

  private List<Picture> read(DicomFile dicom) throws IOException {
    return new PictureReader(Arrays.asList(new PhotographReader(), new DicomReader()))
        .read(write(dicom.toByteArray()));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("eye.dcm"), bytes);
  }

  private static void assertPixel(Picture picture, int x, int y, double... expected) {
    assertEquals(expected.length, picture.channels());
    for (int c = 0; c < expected.length; c++)
      assertEquals(expected[c], picture.pixels().getAt(x, y, c).get(), 1e-3, "channel " + c);
  }

  @ParameterizedTest
  @ValueSource(strings = {IMPLICIT, EXPLICIT, BIG})
  void readsGreyByItsStoredBits(String syntax) throws IOException {
    boolean little = !syntax.equals(BIG);
    byte[] pixels = new byte[2 * 6];
    pixels[2 * 4 + (little ? 1 : 0)] = 8;
    DicomFile dicom =
        new DicomFile(syntax)
            .picture("MONOCHROME2", 1, 3, 2, 16, 12)
            .text(0x00280030, "DS", "0.5\\0.25")
            .pixels("OW", pixels);
    Picture picture = read(dicom).get(0);
    assertPixel(picture, 1, 1, 2048 / 4095.0);
    assertPixel(picture, 0, 1, 0);
    assertEquals(0.25, picture.pixelSize().width());
    assertEquals(0.5, picture.pixelSize().height());
    assertEquals("mm", picture.pixelSize().unit());
    assertEquals("eye.dcm", picture.name());
  }

  @Test
  void readsBitsThatAreStoredHighAndSigned() throws IOException {
    DicomFile dicom =
        new DicomFile(EXPLICIT)
            .picture("MONOCHROME2", 1, 2, 1, 16, 12)
            .shorts(0x00280102, 15)
            .shorts(0x00280103, 1)
            .pixels("OW", (byte) 0, (byte) 0x80, (byte) 0xf0, (byte) 0x7f);
    Picture picture = read(dicom).get(0);
    assertPixel(picture, 0, 0, 0);
    assertPixel(picture, 1, 0, 1);
  }

  @Test
  void readsNegativesAndFrames() throws IOException {
    DicomFile dicom =
        new DicomFile(EXPLICIT)
            .picture("MONOCHROME1", 1, 2, 2, 8, 8)
            .text(0x00280008, "IS", "2")
            .text(0x00181164, "DS", "0.01\\0.02")
            .pixels("OB", new byte[] {0, (byte) 255, 51, 0, 1, 2, 3, 102});
    List<Picture> pictures = read(dicom);
    assertEquals(2, pictures.size());
    assertPixel(pictures.get(0), 0, 0, 1);
    assertPixel(pictures.get(0), 0, 1, 0.8);
    assertPixel(pictures.get(1), 1, 1, 0.6);
    assertEquals("eye.dcm #2", pictures.get(1).name());
    assertEquals(0.02, pictures.get(0).pixelSize().width());
  }

  @ParameterizedTest
  @CsvSource({"0,8", "1,8", "0,16", "1,16"})
  void readsColour(int planar, int bits) throws IOException {
    int bytes = bits / 8;
    byte[] pixels = new byte[4 * 3 * bytes];
    for (int pixel = 0; pixel < 4; pixel++)
      for (int channel = 0; channel < 3; channel++) {
        int at = planar == 1 ? channel * 4 + pixel : pixel * 3 + channel;
        pixels[at * bytes + bytes - 1] = (byte) (pixel * 60 + channel * 20);
      }
    DicomFile dicom =
        new DicomFile(EXPLICIT)
            .picture("RGB", 3, 2, 2, bits, bits)
            .shorts(0x00280006, planar)
            .pixels("OW", pixels);
    double one = bits == 8 ? 255 : 65535 / 256.0;
    assertPixel(read(dicom).get(0), 1, 1, 180 / one, 200 / one, 220 / one);
  }

  @Test
  void swapsBytesThatWereWrittenAsBigEndianWords() throws IOException {
    DicomFile dicom =
        new DicomFile(BIG)
            .picture("MONOCHROME2", 1, 2, 1, 8, 8)
            .pixels("OW", new byte[] {0, (byte) 255});
    assertPixel(read(dicom).get(0), 0, 0, 1);
  }

  @Test
  void readsLuminanceAndColourDifferences() throws IOException {
    byte[] red = {76, 85, (byte) 255};
    DicomFile full =
        new DicomFile(EXPLICIT)
            .picture("YBR_FULL", 3, 2, 1, 8, 8)
            .pixels("OB", red[0], red[1], red[2], (byte) 255, (byte) 128, (byte) 128);
    assertColours(read(full).get(0));
    DicomFile subsampled =
        new DicomFile(EXPLICIT)
            .picture("YBR_FULL_422", 3, 4, 1, 8, 8)
            .pixels(
                "OB",
                red[0],
                red[0],
                red[1],
                red[2],
                (byte) -1,
                (byte) -1,
                Byte.MIN_VALUE,
                Byte.MIN_VALUE);
    Picture picture = read(subsampled).get(0);
    assertEquals(1, picture.pixels().getAt(1, 0, 0).get(), 0.01);
    assertEquals(0, picture.pixels().getAt(1, 0, 1).get(), 0.01);
    assertPixel(picture, 3, 0, 1, 1, 1);
  }

  private static void assertColours(Picture picture) {
    assertEquals(1, picture.pixels().getAt(0, 0, 0).get(), 0.01);
    assertEquals(0, picture.pixels().getAt(0, 0, 1).get(), 0.01);
    assertEquals(0, picture.pixels().getAt(0, 0, 2).get(), 0.01);
    assertPixel(picture, 1, 0, 1, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsPalettes(boolean eightBitsOnly) throws IOException {
    DicomFile dicom = new DicomFile(EXPLICIT).picture("PALETTE COLOR", 1, 2, 2, 8, 8);
    for (int channel = 0; channel < 3; channel++) dicom.shorts(0x00281101 + channel, 2, 10, 16);
    for (int channel = 0; channel < 3; channel++) {
      int value = 50 + 50 * channel;
      dicom.shorts(0x00281201 + channel, 0, eightBitsOnly ? value : value << 8 | value);
    }
    dicom.pixels("OB", new byte[] {0, 10, 11, (byte) 200});
    Picture picture = read(dicom).get(0);
    assertPixel(picture, 0, 0, 0, 0, 0);
    assertPixel(picture, 1, 0, 0, 0, 0);
    assertPixel(picture, 0, 1, 50 / 255., 100 / 255., 150 / 255.);
    assertPixel(picture, 1, 1, 50 / 255., 100 / 255., 150 / 255.);
  }

  @ParameterizedTest
  @ValueSource(strings = {IMPLICIT, EXPLICIT})
  void passesOverSequences(String syntax) throws IOException {
    DicomFile dicom =
        new DicomFile(syntax)
            .text(0x00100010, "PN", "Nobody^Known")
            .header(0x00081140, "SQ", 0xffffffffL)
            .header(0xfffee000, "", 0xffffffffL)
            .shorts(0x00280010, 77)
            .header(0x00081199, "SQ", 0xffffffffL)
            .header(0xfffee0dd, "", 0)
            .header(0xfffee00d, "", 0)
            .header(0xfffee000, "", 4)
            .bytes(new byte[4])
            .header(0xfffee0dd, "", 0)
            .header(0x00091001, "UN", 6)
            .bytes(new byte[6])
            .picture("MONOCHROME2", 1, 1, 1, 8, 8)
            .pixels("OB", (byte) 255, (byte) 0);
    Picture picture = read(dicom).get(0);
    assertEquals(1, picture.height());
    assertPixel(picture, 0, 0, 1);
  }

  @Test
  void compressedFilesSayWhatIsMissing() throws IOException {
    DicomFile dicom =
        new DicomFile(JPEG_2000)
            .picture("RGB", 3, 8, 8, 8, 8)
            .header(0x7fe00010, "OB", 0xffffffffL);
    String message = assertThrows(IOException.class, () -> read(dicom)).getMessage();
    assertTrue(message.contains("JPEG 2000"), message);
    assertTrue(message.contains("Bio-Formats is missing"), message);
    for (String other :
        new String[] {
          "1.2.840.10008.1.2.5",
          "1.2.840.10008.1.2.1.99",
          "1.2.840.10008.1.2.4.50",
          "1.2.840.10008.1.2.4.80"
        }) assertRefused(new DicomFile(other).picture("RGB", 3, 8, 8, 8, 8), null);
    assertRefused(
        new DicomFile("1.2.840.10008.1.2.4.201")
            .picture("RGB", 3, 8, 8, 8, 8)
            .header(0x7fe00010, "OB", 0xffffffffL),
        "neither ImageJ nor Bio-Formats");
    assertRefused(
        new DicomFile("1.2.840.10008.1.2.4.102")
            .picture("RGB", 3, 8, 8, 8, 8)
            .header(0x7fe00010, "OB", 0xffffffffL),
        "video");
  }

  @Test
  void otherKindsAreRefused() {
    byte[] pixels = new byte[64];
    assertRefused(
        new DicomFile(EXPLICIT).picture("MONOCHROME2", 1, 4, 4, 32, 32).pixels("OW", pixels),
        "32 bits");
    assertRefused(
        new DicomFile(EXPLICIT).picture("HSV", 3, 4, 4, 8, 8).pixels("OW", pixels), "HSV");
    assertRefused(
        new DicomFile(EXPLICIT).picture("CMYK", 1, 4, 4, 8, 8).pixels("OW", pixels), "CMYK");
    assertRefused(
        new DicomFile(EXPLICIT).picture("PALETTE COLOR", 1, 4, 4, 8, 8).pixels("OW", pixels),
        "colour table");
    assertRefused(
        new DicomFile(EXPLICIT).picture("RGB", 3, 0, 4, 8, 8).pixels("OW", pixels), "no pixels");
    assertRefused(
        new DicomFile(EXPLICIT).picture("RGB", 3, 5, 5, 8, 8).pixels("OW", pixels), "cut off");
    assertRefused(new DicomFile(EXPLICIT).picture("RGB", 3, 5, 5, 8, 8), "cut off");
    DicomFile deep = new DicomFile(EXPLICIT);
    for (int i = 0; i < 40; i++)
      deep.header(0x00081140, "SQ", 0xffffffffL).header(0xfffee000, "", 0xffffffffL);
    assertRefused(deep, "nested");
  }

  private void assertRefused(DicomFile dicom, String words) {
    String message = assertThrows(IOException.class, () -> read(dicom)).getMessage();
    assertTrue(message.endsWith("."), message);
    assertTrue(message.startsWith(folder.toString()), message);
    if (words != null) assertTrue(message.contains(words), message);
  }

  @Test
  void damagedFilesNeverCrash() throws IOException {
    byte[] good =
        new DicomFile(EXPLICIT)
            .text(0x00280030, "DS", "x\\-1")
            .picture("RGB", 3, 4, 4, 8, 8)
            .pixels("OB", new byte[48])
            .toByteArray();
    assertEquals(PixelSize.UNKNOWN, new DicomReader().read(write(good)).get(0).pixelSize());
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = good.clone();
      for (int i = 0; i < 4; i++)
        damaged[132 + random.nextInt(good.length - 132)] = (byte) random.nextInt();
      Path file = write(round % 3 == 0 ? Arrays.copyOf(good, 132 + round) : damaged);
      try {
        Picture picture = new DicomReader().read(file).get(0);
        picture.pixels().getAt(picture.width() - 1, picture.height() - 1, 0).get();
      } catch (IOException refused) {
        assertTrue(refused.getMessage().startsWith(file.toString()), refused.getMessage());
      }
    }
    Path text = Files.write(folder.resolve("text.dcm"), new byte[] {'h', 'i'});
    assertFalse(new DicomReader().accepts(text));
    assertThrows(UnsupportedPictureException.class, () -> new DicomReader().read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dicom", "dicom-fundus"})
  void realFilesAreReadOrRefusedInASentence(String name) throws IOException {
    int read = 0;
    try (java.nio.file.DirectoryStream<Path> files =
        Files.newDirectoryStream(TestPictures.data(name), "*.dcm")) {
      for (Path file : files)
        try {
          List<Picture> pictures = PictureReader.standard().read(file);
          float value = pictures.get(0).pixels().getAt(0, 0, 0).get();
          assertTrue(value >= 0 && value <= 1, file.toString());
          read++;
        } catch (IOException refused) {
          assertTrue(refused.getMessage().startsWith(file.toString()), refused.getMessage());
          assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
        }
    }
    assertTrue(read >= (name.equals("dicom") ? 7 : 1), read + " read");
  }

  @Test
  void aTiffThatIsAlsoDicomIsDicom() throws IOException {
    Path file = TestPictures.data("dicom").resolve("examples_rgb_color.dcm");
    assertEquals(320, PictureReader.standard().read(file).get(0).width());
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.5.1.4.1.1.88.33,a report (SR) and no picture",
    "1.2.840.10008.5.1.4.1.1.104.1,a PDF document and no picture",
    "1.2.840.10008.5.1.4.1.1.11.1,presentation state",
    "1.2.840.10008.1.3.10,DICOMDIR",
    "1.2.3,something of the class 1.2.3"
  })
  void saysWhatAFileWithoutAPictureHolds(String kind, String words) throws IOException {
    assertRefused(new DicomFile(EXPLICIT).text(0x00080016, "UI", kind), words);
    assertRefused(new DicomFile(IMPLICIT).text(0x00080016, "UI", kind), words);
  }

  @Test
  void deflatedDataAreNamed() throws IOException {
    assertRefused(
        new DicomFile(EXPLICIT + ".99").bytes((byte) 99, (byte) 17, (byte) 5), "deflated");
  }
}
