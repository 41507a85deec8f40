package sc.fiji.cavga.localize;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.Turn;

/**
 * A connected part of a picture that is anomalous, in the picture's own pixels. Pixel (x, y) covers
 * x to x + 1 and y to y + 1, as in ImageJ. Immutable.
 */
public final class Region {

  private static final int INSIDE = 255;

  private final int number;
  private final RegionPixels pixels;

  /** Takes the pixels as they are: nothing is to be added to them any more. */
  Region(int number, RegionPixels pixels) {
    this.number = number;
    this.pixels = pixels;
  }

  /** From 1, the strongest. */
  public int number() {
    return number;
  }

  /** Such as "anomaly 1 (1.83, 245 px)": its number, strength and area. */
  public String name() {
    return name(PixelSize.UNKNOWN);
  }

  /** Such as "anomaly 1 (1.83, 0.25 mm²)", in pixels where their size is not known. */
  public String name(PixelSize pixel) {
    String size =
        pixel.isKnown()
            ? plain(area() * pixel.width() * pixel.height()) + " " + pixel.unit() + "²"
            : area() + " px";
    return String.format(Locale.ROOT, "anomaly %d (%.2f, %s)", number, max(), size);
  }

  /** Three digits and no exponent, whatever the unit. */
  private static String plain(double area) {
    return new BigDecimal(String.format(Locale.ROOT, "%.3g", area)).toPlainString();
  }

  /** In pixels. */
  public long area() {
    return pixels.area();
  }

  /** Of the calibrated map over the region, in units of the threshold. */
  public double mean() {
    return pixels.mean();
  }

  /** The largest calibrated value in the region, in units of the threshold: its strength. */
  public double max() {
    return pixels.max();
  }

  public double centroidX() {
    return pixels.centroidX();
  }

  public double centroidY() {
    return pixels.centroidY();
  }

  /** The left edge of the bounding box. */
  public int x() {
    return pixels.left();
  }

  /** The upper edge of the bounding box. */
  public int y() {
    return pixels.top();
  }

  /** Of the bounding box. */
  public int width() {
    return pixels.width();
  }

  /** Of the bounding box. */
  public int height() {
    return pixels.height();
  }

  /**
   * A new selection of exactly the region's pixels, named as the region: a polygon, or a composite
   * where it has holes or parts that touch at corners only.
   *
   * @throws CancellationException when the thread is interrupted, as ImageJ's tracing stops then
   */
  public Roi roi() {
    ImageProcessor mask = new ByteProcessor(width(), height());
    byte[] inside = (byte[]) mask.getPixels();
    for (int run = 0; run < pixels.count(); run++) {
      int offset = (pixels.row(run) - y()) * width() - x();
      Arrays.fill(inside, offset + pixels.start(run), offset + pixels.end(run), (byte) INSIDE);
    }
    mask.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
    Roi roi = new ThresholdToSelection().convert(mask);
    if (roi == null) throw new CancellationException("Outlining " + name() + " was interrupted.");
    roi.setLocation(x(), y());
    roi.setName(name());
    return roi;
  }

  /** The same where the picture is turned. */
  Region turned(Turn turn) {
    return new Region(number, pixels.turned(turn));
  }

  RegionPixels pixels() {
    return pixels;
  }
}
