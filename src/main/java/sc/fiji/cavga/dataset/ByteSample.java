package sc.fiji.cavga.dataset;

import net.imglib2.img.array.ArrayImgs;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;

/** A small picture of a file of many, kept in memory as the bytes it has there. */
public final class ByteSample implements Sample {

  private final String name;
  private final boolean anomalous;
  private final int width;
  private final int height;
  private final int channels;
  private final byte[] pixels;

  /**
   * @param pixels [C,H,W], 0 is black and 255 white
   */
  public ByteSample(
      String name, boolean anomalous, int width, int height, int channels, byte[] pixels) {
    this.name = name;
    this.anomalous = anomalous;
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.pixels = pixels;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean anomalous() {
    return anomalous;
  }

  @Override
  public Picture picture() {
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) values[i] = (pixels[i] & 0xff) / 255f;
    return new Picture(name, ArrayImgs.floats(values, width, height, channels), PixelSize.UNKNOWN);
  }
}
