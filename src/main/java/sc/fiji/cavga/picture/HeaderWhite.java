package sc.fiji.cavga.picture;

import ij.ImagePlus;
import ij.util.DicomTools;

/**
 * What a file's header says about white, in the words of its format. What it says of the whole
 * container says nothing: writers fill it in without looking. Immutable.
 */
public final class HeaderWhite {

  /** A header that says nothing. */
  public static final HeaderWhite SILENT = new HeaderWhite(0, false, Double.NaN, Double.NaN, "");

  private static final int CONTAINER = 16;

  private final int bits;
  private final boolean signed;
  private final double white;
  private final double least;
  private final String by;

  private HeaderWhite(int bits, boolean signed, double white, double least, String by) {
    this.bits = bits;
    this.signed = signed;
    this.white = white;
    this.least = least;
    this.by = by;
  }

  /**
   * The number that is white.
   *
   * @param by what says so, such as "SMaxSampleValue"
   */
  public static HeaderWhite of(double white, String by) {
    return new HeaderWhite(0, false, white, Double.NaN, by);
  }

  /** A number that white is not below: the highest of the picture or of what it comes from. */
  public static HeaderWhite atLeast(double number) {
    return new HeaderWhite(0, false, Double.NaN, number, "");
  }

  /**
   * What a DICOM file says: the bits that are stored, or else, where those are all, the upper end
   * of the window in which it is to be shown.
   *
   * @param bits of 16
   * @param signed whether its numbers may be negative
   * @param centre of the window, its slope and intercept applied as everywhere in DICOM
   */
  public static HeaderWhite ofDicom(
      int bits, boolean signed, double centre, double width, double slope, double intercept) {
    if (bits < CONTAINER)
      return new HeaderWhite(bits, signed, Double.NaN, Double.NaN, "BitsStored");
    double top = (centre + width / 2 - intercept) / slope;
    boolean power = top >= 256 && (long) top == top && Long.bitCount((long) top) == 1;
    return new HeaderWhite(0, signed, power ? top - 1 : top, Double.NaN, "window");
  }

  /** What ImageJ has kept of a DICOM header; silent for other images. */
  static HeaderWhite ofDicom(ImagePlus image) {
    double stored = tag(image, "0028,0101", Double.NaN);
    if (!(stored >= 8 && stored <= CONTAINER)) return SILENT;
    return ofDicom(
        (int) stored,
        image.getCalibration().isSigned16Bit(),
        tag(image, "0028,1050", Double.NaN),
        tag(image, "0028,1051", Double.NaN),
        tag(image, "0028,1053", 1),
        tag(image, "0028,1052", 0));
  }

  private static double tag(ImagePlus image, String tag, double otherwise) {
    String text = DicomTools.getTag(image, tag);
    return text == null ? otherwise : number(text, otherwise);
  }

  /** The first of a DICOM's numbers in words. */
  public static double number(String text, double otherwise) {
    try {
      return Double.parseDouble(text.trim().split("\\\\")[0]);
    } catch (NumberFormatException noNumber) {
      return otherwise;
    }
  }

  /**
   * For whole numbers of 16 bits.
   *
   * @param lowest of the picture's numbers
   * @param highest of the picture's numbers
   */
  public WhiteLevel level(long lowest, long highest) {
    return level(lowest, highest, CONTAINER);
  }

  /** For whole numbers of any container; as {@link #level(long, long)}. */
  public WhiteLevel level(long lowest, long highest, int container) {
    if (bits > 0) return WhiteLevel.ofBits(bits, signed, by);
    if (lowest >= 0 && white < Math.scalb(1.0, container) - 1 && highest <= white)
      return WhiteLevel.said(white, by);
    long most = least > highest ? (long) least : highest;
    // A sign that is never used leaves one bit less.
    return WhiteLevel.ofContent(lowest, most, signed && lowest >= 0 ? container - 1 : container);
  }

  /** For floating-point numbers. */
  public WhiteLevel level(double highest) {
    if (white > 0 && highest <= white) return WhiteLevel.said(white, by);
    return WhiteLevel.ofFloats(Math.max(highest, least > 0 ? least : 0));
  }
}
