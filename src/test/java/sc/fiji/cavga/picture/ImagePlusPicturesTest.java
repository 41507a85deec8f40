package sc.fiji.cavga.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePlusPicturesTest {

  private static Picture one(ImageProcessor processor) {
    List<Picture> pictures = ImagePlusPictures.of(new ImagePlus("eye", processor));
    assertEquals(1, pictures.size());
    assertEquals("eye", pictures.get(0).name());
    return pictures.get(0);
  }

  private static float at(Picture picture, int x, int y, int channel) {
    return picture.pixels().getAt(x, y, channel).get();
  }

  @Test
  void eightBits() {
    ByteProcessor processor = new ByteProcessor(3, 2);
    processor.set(2, 1, 51);
    processor.setMinAndMax(0, 60);
    Picture picture = one(processor);
    assertEquals(1, picture.channels());
    assertEquals(0.2f, at(picture, 2, 1, 0), 1e-6);
    processor.set(2, 1, 102);
    assertEquals(0.4f, at(picture, 2, 1, 0), 1e-6, "a view, no copy");
    processor.resetMinAndMax();
    processor.invertLut();
    assertEquals(0.6f, at(one(processor), 2, 1, 0), 1e-6);
  }

  @Test
  void colourTables() {
    byte[] reds = new byte[256];
    byte[] greens = new byte[256];
    byte[] blues = new byte[256];
    reds[7] = 51;
    blues[7] = (byte) 255;
    ByteProcessor processor = new ByteProcessor(3, 2);
    processor.setLut(new LUT(reds, greens, blues));
    processor.set(2, 1, 7);
    Picture picture = one(processor);
    assertEquals(3, picture.channels());
    assertEquals(0.2f, at(picture, 2, 1, 0), 1e-6);
    assertEquals(0, at(picture, 2, 1, 1));
    assertEquals(1, at(picture, 2, 1, 2));
  }

  @Test
  void sixteenBits() {
    ShortProcessor processor = new ShortProcessor(3, 2);
    processor.set(2, 1, 4095);
    assertEquals(1, at(one(processor), 2, 1, 0), 1e-6);
    processor.set(0, 1, 65535);
    processor.resetMinAndMax();
    assertEquals(4095 / 65535f, at(one(processor), 2, 1, 0), 1e-6);
    processor.set(0, 1, 0);
    processor.resetMinAndMax();
    ImagePlus dicom = new ImagePlus("dicom", processor);
    dicom.setProperty("Info", "0028,0101  Bits Stored: 12\n7FE0,0010  Pixel Data: 0\n");
    assertEquals(1, at(ImagePlusPictures.of(dicom).get(0), 2, 1, 0), 1e-6);
    ImagePlus signed = new ImagePlus("signed", processor);
    processor.set(0, 0, 65535);
    signed.getCalibration().setSigned16BitCalibration();
    assertEquals(1, at(ImagePlusPictures.of(signed).get(0), 0, 0, 0), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5,0.8,0.5",
    "51,254,0.2",
    "819,4000,0.2",
    "13107,40000,0.2",
    "858993459,3e9,0.2",
    "-1,1,-1"
  })
  void floatsByTheirRange(float value, float most, float expected) {
    FloatProcessor processor = new FloatProcessor(3, 2);
    processor.setf(2, 1, value);
    processor.setf(0, 0, most);
    processor.setf(1, 0, Float.POSITIVE_INFINITY);
    processor.setf(1, 1, Float.NaN);
    Picture picture = one(processor);
    assertEquals(expected, at(picture, 2, 1, 0), 1e-5);
    assertTrue(Float.isNaN(at(picture, 1, 1, 0)));
  }

  @Test
  void colourStacks() {
    ImageStack stack = new ImageStack(2, 1);
    stack.addSlice("left", new ColorProcessor(2, 1, new int[] {0xff3366, 0}));
    stack.addSlice(new ColorProcessor(2, 1, new int[] {0, 0x00ff00}));
    List<Picture> pictures = ImagePlusPictures.of(new ImagePlus("eyes", stack));
    assertEquals(2, pictures.size());
    assertEquals("eyes #1 left", pictures.get(0).name());
    assertEquals("eyes #2", pictures.get(1).name());
    assertEquals(1, at(pictures.get(0), 0, 0, 0));
    assertEquals(0.2f, at(pictures.get(0), 0, 0, 1), 1e-6);
    assertEquals(0.4f, at(pictures.get(0), 0, 0, 2), 1e-6);
    assertEquals(1, at(pictures.get(1), 1, 0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> pictures.get(2));
    assertThrows(IndexOutOfBoundsException.class, () -> pictures.get(-1));
  }

  @ParameterizedTest
  @CsvSource({"1,6,1", "2,6,1", "3,2,3", "6,1,3"})
  void channelsOfHyperstacks(int channels, int pictures, int channelsEach) {
    ImageStack stack = new ImageStack(2, 1);
    for (int i = 0; i < 6; i++)
      stack.addSlice(new ShortProcessor(2, 1, new short[] {(short) (1000 * i), 0}, null));
    ImagePlus image = new ImagePlus("stack", stack);
    image.setDimensions(channels, 6 / channels, 1);
    List<Picture> found = ImagePlusPictures.of(image);
    assertEquals(pictures, found.size());
    Picture last = found.get(pictures - 1);
    assertEquals(channelsEach, last.channels());
    int expected = channels == 6 ? 2 : 5;
    assertEquals(expected * 1000 / 16383f, at(last, 0, 0, channelsEach - 1), 1e-6);
  }

  @Test
  void calibrationBecomesPixelSize() {
    ImagePlus image = new ImagePlus("eye", new ByteProcessor(2, 2));
    assertEquals(PixelSize.UNKNOWN, ImagePlusPictures.of(image).get(0).pixelSize());
    image.getCalibration().pixelWidth = 0.01;
    image.getCalibration().pixelHeight = 0.02;
    image.getCalibration().setUnit("mm");
    PixelSize size = ImagePlusPictures.of(image).get(0).pixelSize();
    assertEquals(0.01, size.width());
    assertEquals(0.02, size.height());
    assertEquals("mm", size.unit());
  }

  @Test
  void imgLibImagesOfAnyOriginAndType() {
    Picture bytes =
        Pictures.of(
            "bytes",
            Views.translate(ArrayImgs.unsignedBytes(new byte[] {0, 51, 0, 0}, 2, 2), -5, 9));
    assertEquals(0.2f, at(bytes, 1, 0, 0), 1e-6);
    Picture shorts =
        Pictures.of(
            "shorts",
            Views.translate(ArrayImgs.unsignedShorts(new short[] {0, 0, -1}, 1, 1, 3), 1, 2, 3));
    assertEquals(1, at(shorts, 0, 0, 2), 1e-6);
    Picture floats = Pictures.of("floats", ArrayImgs.floats(new float[] {0.5f, 0.25f}, 2, 1));
    assertEquals(0.5f, at(floats, 0, 0, 0));
    Picture colours =
        Pictures.ofColours(
            "colours", Views.translate(ArrayImgs.argbs(new int[] {0, 0xff3366}, 1, 2), 3, 4));
    assertEquals(0.2f, at(colours, 0, 1, 1), 1e-6);
    assertThrows(
        IllegalArgumentException.class,
        () -> Pictures.of("line", ArrayImgs.unsignedBytes(new byte[4], 4)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Pictures.of("two channels", ArrayImgs.unsignedBytes(new byte[4], 2, 1, 2)));
  }
}
