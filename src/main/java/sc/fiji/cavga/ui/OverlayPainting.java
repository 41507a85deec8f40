package sc.fiji.cavga.ui;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.MapPixels;
import sc.fiji.cavga.localize.Region;
import sc.fiji.cavga.localize.Selections;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.render.ColourBar;
import sc.fiji.cavga.render.HeatMap;

/**
 * Puts what was found on an ImageJ image, as its Overlay: heat map, regions, outlines and colour
 * bar. The image's pixels are never touched, and what others have drawn on it stays.
 *
 * <p>The heat map has one opacity everywhere above the threshold and nothing below it, because
 * ImageJ does not keep a transparency of each pixel's own when an overlay is copied or saved.
 */
public final class OverlayPainting {

  /** Default opacity: the vessels can be seen through the colours. */
  public static final double OPACITY = 0.6;

  /** The heat map's name in the overlay. */
  public static final String HEAT_MAP = "CAVGA heat map";

  /** The colour bar's name in the overlay. */
  public static final String COLOUR_BAR = "CAVGA colour bar";

  /** In letters, of the text below the colour bar. */
  private static final int LONGEST_LINE = 28;

  private static final Color LINE = Color.WHITE;

  private final double opacity;

  /**
   * @param opacity of the heat map, 0 (outlines alone) to 1
   * @throws IllegalArgumentException with one sentence when it lies outside
   */
  public OverlayPainting(double opacity) {
    if (!(opacity >= 0 && opacity <= 1))
      throw new IllegalArgumentException("The opacity must be 0 to 1, not " + opacity + ".");
    this.opacity = opacity;
  }

  /**
   * Replaces what an earlier painting of the same picture has left. Score, threshold and decision
   * of the picture painted last become properties of the image, where macros can read them.
   *
   * @param stackIndex of the picture's (first) slice in the image's stack, from 1
   */
  public void paint(ImagePlus image, int stackIndex, Localization localization) {
    Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
    Placing placing = new Placing(image, stackIndex, Placing.MAP);
    for (int i = overlay.size() - 1; i >= 0; i--)
      if (placing.owns(overlay.get(i))) overlay.remove(i);
    if (opacity > 0) placing.add(overlay, heatMap(localization), HEAT_MAP);
    for (Region region : localization.regions())
      placing.add(overlay, outline(region, localization), region.name(localization.pixelSize()));
    for (Roi outline : Selections.outlines(localization))
      placing.add(overlay, drawn(outline, localization), outline.getName());
    if (opacity > 0) addBar(placing, overlay, localization);
    image.setOverlay(overlay);
    image.setProp("cavga_score", String.valueOf(localization.score()));
    image.setProp("cavga_threshold", String.valueOf(localization.scoreThreshold()));
    image.setProp(
        "cavga_anomalous", localization.judged() ? String.valueOf(localization.anomalous()) : "");
    image.setProp("cavga_judged", String.valueOf(localization.judged()));
    image.setProp("cavga_warning", localization.warning().orElse(""));
  }

  private ImageRoi heatMap(Localization localization) {
    ColorProcessor colours = new ColorProcessor(localization.width(), localization.height());
    int[] pixels = (int[]) colours.getPixels();
    float[] map = MapPixels.of(localization.map());
    for (int i = 0; i < pixels.length; i++) pixels[i] = HeatMap.solid(map[i]);
    ImageRoi roi = new ImageRoi(0, 0, colours);
    roi.setZeroTransparent(true);
    roi.setOpacity(opacity);
    return roi;
  }

  private static Roi outline(Region region, Localization localization) {
    Roi roi = drawn(region.roi(), localization);
    PixelSize pixel = localization.pixelSize();
    roi.setProperty("score", String.valueOf(region.max()));
    roi.setProperty("mean", String.valueOf(region.mean()));
    roi.setProperty("area_px", String.valueOf(region.area()));
    if (pixel.isKnown())
      roi.setProperty(
          "area", region.area() * pixel.width() * pixel.height() + " " + pixel.unit() + "^2");
    return roi;
  }

  private static Roi drawn(Roi roi, Localization localization) {
    roi.setStrokeColor(LINE);
    roi.setStrokeWidth(Math.max(1, Math.max(localization.width(), localization.height()) / 800f));
    return roi;
  }

  private void addBar(Placing placing, Overlay overlay, Localization localization) {
    // Where it would hide half of a small picture it says less than it hides.
    for (String text : List.of(localization.decision(), localization.shortDecision()))
      if (addBar(placing, overlay, localization, text)) return;
  }

  private boolean addBar(Placing placing, Overlay overlay, Localization localization, String text) {
    int longer = Math.max(localization.width(), localization.height());
    String[] lines =
        Arrays.stream(text.split("[:;] "))
            .flatMap(part -> Arrays.stream(TextLines.broken(part, LONGEST_LINE).split("\n")))
            .toArray(String[]::new);
    ColorProcessor bar = ColourBar.picture(Math.max(8, longer / 72), opacity, lines);
    if (2 * bar.getWidth() > localization.width() || 2 * bar.getHeight() > localization.height())
      return false;
    int left = 0;
    int top = 0;
    long fewest = Long.MAX_VALUE;
    for (int corner = 0; corner < 4; corner++) {
      int x = corner % 2 == 0 ? localization.width() - bar.getWidth() : 0;
      int y = corner < 2 ? 0 : localization.height() - bar.getHeight();
      long hidden = visible(localization, x, y, bar.getWidth(), bar.getHeight());
      if (hidden >= fewest) continue;
      fewest = hidden;
      left = x;
      top = y;
    }
    placing.add(overlay, new ImageRoi(left, top, bar), COLOUR_BAR);
    return true;
  }

  /** How many pixels of the field of view a rectangle holds. */
  private static long visible(Localization localization, int x, int y, int width, int height) {
    long visible = 0;
    long[] from = {x, y};
    long[] to = {x + width - 1, y + height - 1};
    for (FloatType value : Views.interval(localization.map(), from, to))
      if (!Float.isNaN(value.get())) visible++;
    return visible;
  }
}
