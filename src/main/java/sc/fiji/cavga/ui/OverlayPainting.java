package sc.fiji.cavga.ui;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.MapPixels;
import sc.fiji.cavga.localize.Region;
import sc.fiji.cavga.localize.Selections;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.render.ColourBar;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.LegendPlace;

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
   * Replaces what an earlier painting of the same picture has left. The colour bar stands in a
   * corner, or below the picture where it would hide the retina, or where what speaks against the
   * decision finds no room in the picture. Score, threshold and decision of the picture painted
   * last become properties of the image, where macros can read them.
   *
   * @param stackIndex of the picture's (first) slice in the image's stack, from 1
   * @return whether all of the decision stands before a person, with what speaks against it
   */
  public boolean paint(ImagePlus image, int stackIndex, Localization localization) {
    Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
    Placing placing = new Placing(image, stackIndex, Placing.MAP);
    for (int i = overlay.size() - 1; i >= 0; i--)
      if (placing.owns(overlay.get(i))) overlay.remove(i);
    if (opacity > 0) placing.add(overlay, heatMap(localization), HEAT_MAP);
    for (Region region : localization.regions())
      placing.add(overlay, outline(region, localization), region.name(localization.pixelSize()));
    for (Roi outline : Selections.outlines(localization))
      placing.add(overlay, drawn(outline, localization), outline.getName());
    boolean all = opacity > 0 && addBar(placing, overlay, localization, localization.decision());
    boolean some =
        all || opacity > 0 && addBar(placing, overlay, localization, localization.shortDecision());
    boolean below = localization.warning().isPresent() ? !all : !some && opacity > 0;
    image.setOverlay(overlay);
    if (below) LegendPanel.show(image, stackIndex, localization.decision(), opacity);
    else LegendPanel.remove(image, stackIndex);
    image.setProp("cavga_score", String.valueOf(localization.score()));
    image.setProp("cavga_threshold", String.valueOf(localization.scoreThreshold()));
    image.setProp(
        "cavga_anomalous", localization.judged() ? String.valueOf(localization.anomalous()) : "");
    image.setProp("cavga_judged", String.valueOf(localization.judged()));
    image.setProp("cavga_warning", localization.warning().orElse(""));
    return Desktop.hasWindows() && (all || below);
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

  /** False where it would hide what it explains. */
  private boolean addBar(Placing placing, Overlay overlay, Localization localization, String text) {
    int longer = Math.max(localization.width(), localization.height());
    String[] lines =
        Arrays.stream(text.split("[:;] "))
            .flatMap(part -> Arrays.stream(TextLines.broken(part, LONGEST_LINE).split("\n")))
            .toArray(String[]::new);
    ColorProcessor bar = ColourBar.picture(Math.max(8, longer / 72), opacity, lines);
    Optional<LegendPlace> place =
        LegendPlace.of(localization.map(), bar.getWidth(), bar.getHeight());
    place.ifPresent(
        corner -> placing.add(overlay, new ImageRoi(corner.left(), corner.top(), bar), COLOUR_BAR));
    return place.isPresent();
  }
}
