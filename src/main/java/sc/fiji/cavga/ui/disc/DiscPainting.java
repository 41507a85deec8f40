package sc.fiji.cavga.ui.disc;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.plugin.frame.RoiManager;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Map;
import sc.fiji.cavga.localize.disc.ClockFace;
import sc.fiji.cavga.localize.disc.MeasuredDisc;
import sc.fiji.cavga.method.disc.DiscOutlines;
import sc.fiji.cavga.render.Lettering;
import sc.fiji.cavga.ui.Desktop;
import sc.fiji.cavga.ui.Placing;

/**
 * Puts the outlines and clock hours of a picture's disc on an ImageJ image, as its Overlay, and the
 * outlines into the ROI Manager. The image's pixels are never touched, and what others have drawn
 * on it stays.
 */
public final class DiscPainting {

  /** What spokes and numbers are called in the Overlay. */
  public static final String HOURS = "clock hours";

  /** Behind it come the names of measures: properties of the image that macros can read. */
  public static final String PROPERTY = "cavga_";

  /** Seen on a bright disc as well as on a dark retina; told apart by all. */
  private static final Color DISC = new Color(0x00e5ff);

  private static final Color CUP = new Color(0xff00e0);
  private static final Color LIGHT = Color.WHITE;
  private static final Color DARK = new Color(0, 0, 0, 150);

  private final ImagePlus image;
  private final Placing placing;

  /**
   * @param stackIndex of the picture's (first) slice in the image's stack, from 1
   */
  public DiscPainting(ImagePlus image, int stackIndex) {
    this.image = image;
    this.placing = new Placing(image, stackIndex, Placing.DISC);
  }

  /**
   * Replaces what an earlier painting of the same picture has left. The measures become properties
   * of the image, but for those that were not measured.
   *
   * @param drawn whether outlines that people have added are replaced too, as they were measured
   */
  public void paint(MeasuredDisc disc, boolean drawn) {
    Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
    for (int i = overlay.size() - 1; i >= 0; i--)
      if (isReplaced(overlay.get(i), drawn)) overlay.remove(i);
    if (disc.measured()) {
      addHours(overlay, new ClockFace(disc.shape()));
      for (Roi roi : disc.selections()) placing.add(overlay, marked(roi, disc), roi.getName());
    }
    image.setOverlay(overlay);
    for (Map.Entry<String, Object> value : disc.row(disc.name()).entrySet()) {
      boolean missing = value.getValue().equals(Double.NaN);
      image.setProp(PROPERTY + value.getKey(), missing ? null : String.valueOf(value.getValue()));
    }
  }

  private boolean isReplaced(Roi roi, boolean drawn) {
    if (placing.owns(roi)) return true;
    return isOutline(roi) && placing.shows(roi) && (drawn || Placing.isPainted(roi));
  }

  private static boolean isOutline(Roi roi) {
    return OutlineMark.isNamed(roi, DiscOutlines.DISC)
        || OutlineMark.isNamed(roi, DiscOutlines.CUP);
  }

  private Roi marked(Roi roi, MeasuredDisc disc) {
    roi.setStrokeColor(roi.getName().equals(DiscOutlines.DISC) ? DISC : CUP);
    roi.setStrokeWidth(stroke());
    OutlineMark.set(
        roi, image, disc.picture().side(), disc.shape() != null && disc.shape().cup().isPresent());
    return roi;
  }

  private float stroke() {
    return Math.max(1, Math.max(image.getWidth(), image.getHeight()) / 800f);
  }

  /** Below the outlines, so that a click finds these. */
  private void addHours(Overlay overlay, ClockFace face) {
    for (int hour = 1; hour <= ClockFace.HOURS; hour++) {
      double[] ends = face.spoke(hour);
      for (boolean light : new boolean[] {false, true}) {
        Line line = new Line(ends[0], ends[1], ends[2], ends[3]);
        line.setStrokeColor(light ? LIGHT : DARK);
        line.setStrokeWidth(light ? stroke() / 2 : 3 * stroke() / 2);
        placing.add(overlay, line, HOURS);
      }
    }
    int size = (int) Math.max(6, Math.round(0.7 * face.letters()));
    // On a Java without fonts, spokes without numbers are better than nothing.
    if (new Lettering(size).width("12") == 0) return;
    Font font = new Font(Font.SANS_SERIF, Font.BOLD, size);
    for (int hour = 1; hour <= ClockFace.HOURS; hour++) {
      double[] middle = face.number(hour);
      TextRoi text = new TextRoi(String.valueOf(hour), middle[0], middle[1], font);
      text.setAntialiased(true);
      text.setJustification(TextRoi.CENTER);
      text.setStrokeColor(LIGHT);
      text.setFillColor(DARK);
      text.setLocation(middle[0] - text.getFloatWidth() / 2, middle[1] - text.getFloatHeight() / 2);
      placing.add(overlay, text, HOURS);
    }
  }

  /** Appends the outlines to the ROI Manager, or replaces those of the same picture there. */
  public void addToRoiManager(MeasuredDisc disc) {
    if (GraphicsEnvironment.isHeadless()) return;
    RoiManager list = Desktop.roiManager();
    for (Roi roi : disc.selections())
      if (!replaced(list, roi, disc)) list.addRoi(placing.owned(marked(roi, disc)));
  }

  /** Lets the outlines of the picture that the ROI Manager has follow, if it has some. */
  public void updateRoiManager(MeasuredDisc disc) {
    RoiManager list = manager();
    if (list != null) for (Roi roi : disc.selections()) replaced(list, roi, disc);
  }

  private boolean replaced(RoiManager list, Roi roi, MeasuredDisc disc) {
    boolean found = false;
    for (int i = 0; i < list.getCount(); i++) {
      Roi earlier = list.getRoi(i);
      if (!OutlineMark.isNamed(earlier, roi.getName())
          || !placing.shows(earlier)
          || OutlineMark.isOfAnother(earlier, image)) continue;
      Roi copy = placing.owned(marked((Roi) roi.clone(), disc));
      copy.setName(earlier.getName());
      list.setRoi(copy, i);
      found = true;
    }
    return found;
  }

  /** What the ROI Manager has, if there is one. */
  static Roi[] managed() {
    RoiManager list = manager();
    return list == null ? new Roi[0] : list.getRoisAsArray();
  }

  private static RoiManager manager() {
    return GraphicsEnvironment.isHeadless() ? null : RoiManager.getInstance2();
  }
}
