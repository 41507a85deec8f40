package sc.fiji.cavga.read;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.util.Arrays;

/**
 * How a file says which pixels are transparent. What shines through is black, as around a retina;
 * the colours that lie under transparent pixels are whatever a program has left there. Immutable.
 */
final class Transparency {

  /** Each pixel has its own, not yet multiplied into its colours. */
  static final Transparency OF_PIXELS = new Transparency(true, new byte[0]);

  /** A last channel says something else, or is multiplied into the colours already. */
  static final Transparency NONE = new Transparency(false, new byte[0]);

  static final String NOTE = "Its transparent parts count as black.";

  private final boolean ofPixels;
  private final byte[] ofTable;

  private Transparency(boolean ofPixels, byte[] ofTable) {
    this.ofPixels = ofPixels;
    this.ofTable = ofTable;
  }

  /** Colours of a table have it. */
  static Transparency ofTable(byte... opacities) {
    return new Transparency(false, opacities.clone());
  }

  /** One colour of a table is transparent. */
  static Transparency ofColour(int index) {
    byte[] opacities = new byte[256];
    Arrays.fill(opacities, (byte) 255);
    opacities[index] = 0;
    return ofTable(opacities);
  }

  /** Changes a decoded image; whether anything was transparent. */
  boolean overBlack(ImagePlus image) {
    ImageProcessor first = image.getProcessor();
    int bands = image.getStackSize();
    if (first instanceof ByteProcessor && bands == 1 && ofTable.length > 0) return table(image);
    if (!ofPixels) return false;
    if (first instanceof ColorProcessor) return colours((int[]) first.getPixels());
    return (bands == 2 || bands == 4) && channels(image, bands);
  }

  private boolean table(ImagePlus image) {
    byte[] pixels = (byte[]) image.getProcessor().getPixels();
    boolean transparent = false;
    for (byte pixel : pixels) transparent |= opacity(pixel & 0xff) < 255;
    if (!transparent) return false;
    LUT lut = image.getProcessor().getLut();
    byte[][] tables = new byte[3][256];
    lut.getReds(tables[0]);
    lut.getGreens(tables[1]);
    lut.getBlues(tables[2]);
    for (byte[] table : tables)
      for (int i = 0; i < 256; i++) table[i] = (byte) over(table[i] & 0xff, opacity(i), 255);
    image.getProcessor().setLut(new LUT(tables[0], tables[1], tables[2]));
    return true;
  }

  private int opacity(int index) {
    return index < ofTable.length ? ofTable[index] & 0xff : 255;
  }

  private static boolean colours(int... pixels) {
    boolean transparent = false;
    for (int i = 0; i < pixels.length; i++) {
      int opacity = pixels[i] >>> 24;
      if (opacity == 255) continue;
      transparent = true;
      int red = over(pixels[i] >> 16 & 0xff, opacity, 255);
      int green = over(pixels[i] >> 8 & 0xff, opacity, 255);
      pixels[i] = 0xff000000 | red << 16 | green << 8 | over(pixels[i] & 0xff, opacity, 255);
    }
    return transparent;
  }

  /** The last channel is how opaque a pixel is. */
  private static boolean channels(ImagePlus image, int bands) {
    ImageProcessor opacity = image.getStack().getProcessor(bands);
    if (!(opacity instanceof ByteProcessor) && !(opacity instanceof ShortProcessor)) return false;
    int full = opacity instanceof ByteProcessor ? 255 : 65535;
    boolean transparent = false;
    for (int i = 0; i < opacity.getPixelCount(); i++) {
      if (opacity.get(i) == full) continue;
      transparent = true;
      for (int band = 1; band < bands; band++) {
        ImageProcessor channel = image.getStack().getProcessor(band);
        channel.set(i, over(channel.get(i), opacity.get(i), full));
      }
    }
    return transparent;
  }

  private static int over(int value, int opacity, int full) {
    return (int) (((long) value * opacity + full / 2) / full);
  }
}
