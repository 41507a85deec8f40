package sc.fiji.cavga.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.cavga.picture.PixelSize;

/** What ImageJ and the OME's programs write into a TIFF's description about its pages. */
final class TiffDescription {

  private final String text;
  private final boolean imageJ;
  private final boolean ome;

  TiffDescription(String text) {
    this.text = text;
    this.imageJ = text.startsWith("ImageJ=");
    this.ome = text.contains("<OME ") && text.contains("<Pixels ");
  }

  /** Whether only Bio-Formats can put the pages together: several images, or another order. */
  boolean needsBioFormats() {
    return ome
        && (text.indexOf("<Pixels ") != text.lastIndexOf("<Pixels ")
            || channels() > 1 && !attribute("DimensionOrder", "").startsWith("XYC"));
  }

  /** How many pages of one channel follow each other in a picture, 1 when nothing is said. */
  int channels() {
    if (imageJ) return number(line("channels"));
    boolean interleaved = Pattern.compile("SamplesPerPixel=\"[2-9]").matcher(text).find();
    return ome && !interleaved ? number(attribute("SizeC", "1")) : 1;
  }

  /** How many planes lie behind the first page's, when ImageJ wrote one page for all. */
  int images() {
    return imageJ ? number(line("images")) : 1;
  }

  /**
   * The unit of the resolution fields when ImageJ wrote it, else empty: other programs' dots per
   * inch are about paper.
   */
  String unit() {
    return imageJ ? line("unit") : "";
  }

  /** The display range that ImageJ wrote, lowest and highest; empty where there is none. */
  double[] displayRange() {
    try {
      return new double[] {Double.parseDouble(line("min")), Double.parseDouble(line("max"))};
    } catch (NumberFormatException none) {
      return new double[0];
    }
  }

  /** Whether ImageJ has added 32768 to signed numbers. */
  boolean signed() {
    return imageJ && line("c0").matches("-32768(\\.0*)?") && line("c1").matches("1(\\.0*)?");
  }

  /** What the OME's description says about it, in its own unit, by default micrometres. */
  PixelSize pixelSize() {
    try {
      return new PixelSize(
          Double.parseDouble(attribute("PhysicalSizeX", "")),
          Double.parseDouble(attribute("PhysicalSizeY", "")),
          attribute("PhysicalSizeXUnit", "µm"));
    } catch (IllegalArgumentException unknown) {
      return PixelSize.UNKNOWN;
    }
  }

  private String line(String key) {
    if (!imageJ) return "";
    Matcher matcher = Pattern.compile("(?m)^" + key + "=(.*)$").matcher(text);
    return matcher.find() ? matcher.group(1).trim() : "";
  }

  private String attribute(String key, String otherwise) {
    Matcher matcher = Pattern.compile("\\s" + key + "=\"([^\"]*)\"").matcher(text);
    return ome && matcher.find() ? matcher.group(1) : otherwise;
  }

  private static int number(String text) {
    return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 1;
  }
}
