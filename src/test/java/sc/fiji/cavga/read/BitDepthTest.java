package sc.fiji.cavga.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.picture.DicomFile;
import sc.fiji.cavga.picture.ImagePlusPictures;
import sc.fiji.cavga.picture.Picture;

/** Pictures whose containers have more bits than the camera has filled. */
class BitDepthTest {

  private static final String EXPLICIT = "1.2.840.10008.1.2.1";

  @TempDir Path folder;

  private static BufferedImage sixteenBits(boolean colour, int... values) {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(colour ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    int channels = colour ? 3 : 1;
    WritableRaster raster = model.createCompatibleWritableRaster(values.length / channels, 1);
    raster.setPixels(0, 0, values.length / channels, 1, values);
    return new BufferedImage(model, raster, false, null);
  }

  private Path written(String format, BufferedImage image) throws IOException {
    Path file = folder.resolve("eye." + format);
    assertTrue(ImageIO.write(image, format, file.toFile()));
    return file;
  }

  private static Picture read(Path file) throws IOException {
    List<Picture> pictures = PictureReader.standard().read(file);
    assertEquals(1, pictures.size());
    return pictures.get(0);
  }

  private static float at(Picture picture, int x) {
    return picture.pixels().getAt(x, 0, 0).get();
  }

  private static void assertNote(Picture picture, String... parts) {
    assertEquals(parts.length == 0 ? 0 : 1, picture.notes().size(), picture.notes()::toString);
    for (String part : parts) assertTrue(picture.notes().get(0).contains(part), part);
  }

  @ParameterizedTest
  @CsvSource({
    "png,1000,1023",
    "png,4080,4095",
    "png,16000,16383",
    "tiff,4080,4095",
    "png,250,255",
    "tiff,1023,1023"
  })
  void theHighestValueDecides(String format, int most, int white) throws IOException {
    for (boolean colour : new boolean[] {false, true}) {
      Picture picture = read(written(format, sixteenBits(colour, most / 2, 0, 0, 0, 0, most)));
      assertEquals(most / 2 / (float) white, at(picture, 0), 1e-6);
      assertEquals(white, picture.white());
      assertNote(picture, "highest value is " + most, white + " (");
    }
  }

  @Test
  void nothingIsSaidOfAllSixteenBits() throws IOException {
    Picture picture = read(written("png", sixteenBits(false, 20000, 40000)));
    assertEquals(20000 / 65535f, at(picture, 0), 1e-6);
    assertNote(picture);
  }

  @ParameterizedTest
  @CsvSource({"12,900,4095,sBIT", "12,4000,4095,sBIT", "10,60000,65535,", "16,4000,4095,highest"})
  void pngsSaySignificantBits(int bits, int most, int white, String note) throws IOException {
    Path file = written("png", sixteenBits(false, most, 0));
    PngFile.insert(file, "sBIT", (byte) bits);
    Picture picture = read(file);
    assertEquals(most / (float) white, at(picture, 0), 1e-6);
    if (note == null) assertNote(picture);
    else assertNote(picture, note);
  }

  @ParameterizedTest
  @CsvSource({
    "341,3000,1000,3000",
    "341,3000,4000,4095",
    "281,3000,900,4095",
    "281,65535,900,65535"
  })
  void tiffsSaySampleValues(int tag, int said, int most, int white) throws IOException {
    Path file =
        TiffFile.write(
            folder.resolve("eye.tif"), sixteenBits(false, most, 0), TiffFile.number(tag, said));
    assertEquals(most / (float) white, at(read(file), 0), 1e-6);
  }

  private Picture dicom(int stored, boolean signed, String window, int... values)
      throws IOException {
    byte[] pixels = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[2 * i] = (byte) values[i];
      pixels[2 * i + 1] = (byte) (values[i] >> 8);
    }
    DicomFile file =
        new DicomFile(EXPLICIT)
            .picture("MONOCHROME2", 1, values.length, 1, 16, stored)
            .shorts(0x00280103, signed ? 1 : 0);
    if (window != null)
      file.text(0x00281050, "DS", window.split("/")[0])
          .text(0x00281051, "DS", window.split("/")[1]);
    return read(Files.write(folder.resolve("eye.dcm"), file.pixels("OW", pixels).toByteArray()));
  }

  @ParameterizedTest
  @CsvSource({
    "12,false,,900,4095,BitsStored",
    "16,false,,3900,4095,highest",
    "16,false,2048/4096,900,4095,window",
    "16,false,1500/3000,900,3000,window",
    "16,false,400/800,3900,4095,highest",
    "16,false,32768/65536,3900,4095,highest",
    "16,true,,3900,4095,highest"
  })
  void dicomsSayBitsOrWindow(
      int stored, boolean signed, String window, int most, int white, String note)
      throws IOException {
    Picture picture = dicom(stored, signed, window, most, 0);
    assertEquals(most / (float) white, at(picture, 0), 1e-6);
    assertNote(picture, note);
  }

  @Test
  void negativeNumbersKeepTheirOrder() throws IOException {
    Picture picture = dicom(16, true, null, -2048, 0, 2047);
    assertEquals(0, at(picture, 0), 1e-6);
    assertEquals(2048 / 4095f, at(picture, 1), 1e-6);
    assertEquals(1, at(picture, 2), 1e-6);
  }

  @Test
  void floatsByTheirHighest() {
    FloatProcessor processor = new FloatProcessor(2, 1, new float[] {2000, 4000});
    Picture picture = ImagePlusPictures.of(new ImagePlus("eye", processor)).get(0);
    assertEquals(2000 / 4095f, at(picture, 0), 1e-6);
    assertNote(picture, "4000", "4095");
  }

  private static ImagePlus open(int... values) {
    short[] pixels = new short[values.length];
    for (int i = 0; i < values.length; i++) pixels[i] = (short) values[i];
    return new ImagePlus("eye", new ShortProcessor(values.length, 1, pixels, null));
  }

  @Test
  void aDisplayRangeCountsWhenSomebodySetIt() throws IOException {
    ImagePlus image = open(100, 2000, 3900);
    assertEquals(2000 / 4095f, at(ImagePlusPictures.of(image).get(0), 1), 1e-6);
    image.setDisplayRange(0, 65535);
    assertEquals(2000 / 4095f, at(ImagePlusPictures.of(image).get(0), 1), 1e-6);
    image.setDisplayRange(1000, 3000);
    Picture picture = ImagePlusPictures.of(image).get(0);
    assertEquals(0, at(picture, 0), 1e-6);
    assertEquals(0.5f, at(picture, 1), 1e-6);
    assertEquals(1, at(picture, 2), 1e-6);
    assertNote(picture, "1000 to 3000", "display range");
    Path file = folder.resolve("eye.tif");
    assertTrue(new FileSaver(image).saveAsTiff(file.toString()));
    assertEquals(0.5f, at(read(file), 1), 1e-6, "a folder run reads what the image was");
  }

  @Test
  void aRangeThatImageJHasFoundIsNotSet() throws IOException {
    ImageStack stack = new ImageStack(3, 1);
    stack.addSlice(open(100, 2000, 3900).getProcessor());
    stack.addSlice(open(7, 30, 40).getProcessor());
    ImagePlus image = new ImagePlus("eyes", stack);
    image.setDisplayRange(7, 3900);
    List<Picture> pictures = ImagePlusPictures.of(image);
    assertEquals(2000 / 4095f, at(pictures.get(0), 1), 1e-6);
    image.setDisplayRange(7, 40);
    assertEquals(2000 / 4095f, at(ImagePlusPictures.of(image).get(0), 1), 1e-6);
    Path file = folder.resolve("eye.tif");
    assertTrue(new FileSaver(open(100, 2000, 3900)).saveAsTiff(file.toString()));
    assertEquals(2000 / 4095f, at(read(file), 1), 1e-6);
  }

  @Test
  void sharedCases() throws IOException {
    Path cases = Paths.get("..", "shared", "cases");
    Assumptions.assumeTrue(
        Files.isDirectory(cases), "the cases in ../shared/cases are not on this machine");
    Picture eight = read(cases.resolve("ungradable-is-healthy/diseased.png"));
    Picture twelve = read(cases.resolve("twelve-bit/diseased_12bit.tif"));
    for (int x = 0; x < eight.width(); x += 7)
      for (int channel = 0; channel < 3; channel++)
        assertEquals(
            eight.pixels().getAt(x, eight.height() / 2, channel).get(),
            twelve.pixels().getAt(x, eight.height() / 2, channel).get(),
            0.005);
  }
}
