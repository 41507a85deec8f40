package sc.fiji.cavga.ui.disc;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.FloatPolygon;
import java.util.Locale;
import sc.fiji.cavga.picture.Laterality;

/**
 * What a selection keeps of how it was painted, so that a later look tells whether somebody has
 * changed it since. It is saved with the selection.
 */
final class OutlineMark {

  private static final String OUTLINE = "cavga_outline";
  private static final String IMAGE = "cavga_image";
  private static final String EYE_SIDE = "cavga_eye_side";
  private static final String CUP = "cavga_cup";

  /** In pixels: saving a selection may change sums by less, and no hand by so little. */
  private static final double TOLERANCE = 0.05;

  private static final int OVAL_CORNERS = 360;

  private OutlineMark() {}

  /**
   * @param side which somebody has said
   * @param hasCup whether the disc was painted with a cup
   */
  static void set(Roi roi, ImagePlus image, Laterality side, boolean hasCup) {
    roi.setProperty(OUTLINE, outline(roi));
    roi.setProperty(IMAGE, String.valueOf(image.getID()));
    roi.setProperty(EYE_SIDE, side.name());
    roi.setProperty(CUP, String.valueOf(hasCup));
  }

  /** The ROI Manager may number names that it has already. */
  static boolean isNamed(Roi roi, String name) {
    return roi.isArea() && roi.getName() != null && roi.getName().matches(name + "(-\\d+)?");
  }

  /** Whether it is as it was painted. */
  static boolean isAsPainted(Roi roi) {
    return roi.getProperty(OUTLINE) != null && same(roi.getProperty(OUTLINE), outline(roi));
  }

  static boolean same(Roi a, Roi b) {
    return same(outline(a), outline(b));
  }

  /** Whether it was painted on another image that is still open. */
  static boolean isOfAnother(Roi roi, ImagePlus image) {
    String id = roi.getProperty(IMAGE);
    if (id == null || id.equals(String.valueOf(image.getID()))) return false;
    return WindowManager.getImage(Integer.parseInt(id)) != null;
  }

  /** Which eye somebody has said it is. */
  static Laterality side(Roi roi) {
    String side = roi.getProperty(EYE_SIDE);
    return side == null ? Laterality.UNKNOWN : Laterality.valueOf(side);
  }

  /** Whether the disc was painted with a cup. */
  static boolean hadCup(Roi roi) {
    return Boolean.parseBoolean(roi.getProperty(CUP));
  }

  private static boolean same(String a, String b) {
    String[] first = a.split(" ");
    String[] second = b.split(" ");
    for (int i = 0; i < first.length; i++)
      if (Math.abs(Double.parseDouble(first[i]) - Double.parseDouble(second[i])) > TOLERANCE)
        return false;
    return true;
  }

  /** Numbers that are different for different corners: means of places, the way around. */
  private static String outline(Roi roi) {
    double[][] corners = corners(roi);
    int count = corners[0].length;
    double sumX = 0;
    double sumY = 0;
    double weighted = 0;
    double way = 0;
    for (int i = 0; i < count; i++) {
      double x = corners[0][i];
      double y = corners[1][i];
      int next = (i + 1) % count;
      sumX += x;
      sumY += y;
      weighted += Math.hypot(x, y) * (1 + (double) i / count);
      way += Math.hypot(corners[0][next] - x, corners[1][next] - y);
    }
    return String.format(
        Locale.ROOT,
        "%d %.4f %.4f %.4f %.4f",
        count,
        sumX / count,
        sumY / count,
        weighted / count,
        way);
  }

  /** The corners' x and y, in the picture's pixels. */
  static double[][] corners(Roi roi) {
    if (roi.getType() == Roi.OVAL) return oval(roi);
    if (roi instanceof ShapeRoi) {
      Roi[] parts = ((ShapeRoi) roi).getRois();
      if (parts.length != 1)
        throw new IllegalArgumentException(
            "The outline "
                + roi.getName()
                + " has several parts; draw it in one piece, without holes.");
      return corners(parts[0]);
    }
    FloatPolygon polygon = roi.getFloatPolygon();
    double[][] corners = new double[2][polygon.npoints];
    for (int i = 0; i < polygon.npoints; i++) {
      corners[0][i] = polygon.xpoints[i];
      corners[1][i] = polygon.ypoints[i];
    }
    return corners;
  }

  /** ImageJ gives an oval's corners to whole pixels alone. */
  private static double[][] oval(Roi roi) {
    double[][] corners = new double[2][OVAL_CORNERS];
    double halfWidth = roi.getFloatWidth() / 2;
    double halfHeight = roi.getFloatHeight() / 2;
    for (int i = 0; i < OVAL_CORNERS; i++) {
      double angle = 2 * Math.PI * i / OVAL_CORNERS;
      corners[0][i] = roi.getXBase() + halfWidth + halfWidth * Math.cos(angle);
      corners[1][i] = roi.getYBase() + halfHeight + halfHeight * Math.sin(angle);
    }
    return corners;
  }
}
