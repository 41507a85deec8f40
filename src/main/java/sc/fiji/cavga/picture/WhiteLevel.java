package sc.fiji.cavga.picture;

import java.util.Locale;

/**
 * Which of a picture's stored numbers are black and white. A container of 16 bits says little: many
 * cameras fill 10, 12 or 14 of them, and their pictures would be nearly black. So a header decides
 * where it says something, and the picture's own highest number where it does not. Immutable.
 */
public final class WhiteLevel {

  private static final int[] DEPTHS = {8, 10, 12, 14, 16};
  private static final double[] FLOAT_WHITES = {1, 255, 4095, 65535, 4294967295.0};

  private final double black;
  private final double white;
  private final String note;
  private final boolean limits;

  private WhiteLevel(double black, double white, String note) {
    this(black, white, note, false);
  }

  private WhiteLevel(double black, double white, String note, boolean limits) {
    this.black = black;
    this.white = white;
    this.note = note;
    this.limits = limits;
  }

  /**
   * From the numbers alone: the first of 8, 10, 12, 14 and 16 bits and of the container's that
   * holds them all. Where some are negative, half of the range lies below zero.
   *
   * @param least of the picture's numbers
   * @param most of the picture's numbers
   * @param container its bits
   */
  public static WhiteLevel ofContent(long least, long most, int container) {
    boolean signed = least < 0;
    // A black picture says nothing.
    if (least == 0 && most == 0) return whole(container, false);
    for (int bits : DEPTHS) {
      long half = 1L << bits - 1;
      boolean holds = signed ? least >= -half && most < half : most < 2 * half;
      if (holds && bits < container)
        return new WhiteLevel(
            signed ? -half : 0,
            signed ? half - 1 : 2 * half - 1,
            String.format(
                Locale.ROOT,
                "Its highest value is %d, so %d (%d bits) counts as white.",
                most,
                signed ? half - 1 : 2 * half - 1,
                bits));
    }
    return whole(container, signed);
  }

  /** All that a container's bits can say. */
  public static WhiteLevel whole(int bits, boolean signed) {
    double half = Math.scalb(1.0, bits - 1);
    return signed ? new WhiteLevel(-half, half - 1, "") : new WhiteLevel(0, 2 * half - 1, "");
  }

  /**
   * From floating-point numbers alone, which say nothing about white themselves: the first of 1,
   * 255, 4095, 65535 and the largest 32-bit number that none of them exceeds.
   *
   * @param most of the picture's numbers
   */
  public static WhiteLevel ofFloats(double most) {
    for (double white : FLOAT_WHITES)
      if (most <= white || white > 65535)
        return new WhiteLevel(
            0,
            white,
            white == 1
                ? ""
                : String.format(
                    Locale.ROOT,
                    "Its highest value is %s, so %.0f counts as white.",
                    number(most),
                    white));
    throw new IllegalStateException("There is no white for " + most + ".");
  }

  /** What a file's header says, by what it calls it. */
  static WhiteLevel said(double white, String by) {
    return new WhiteLevel(0, white, number(white) + " counts as white, as its " + by + " says.");
  }

  /**
   * What a header's bits say, whatever the numbers are.
   *
   * @param bits how many are stored
   */
  public static WhiteLevel ofBits(int bits, boolean signed, String by) {
    WhiteLevel all = whole(bits, signed);
    return new WhiteLevel(
        all.black,
        all.white,
        String.format(
            Locale.ROOT,
            "%s (%d bits) counts as white, as its %s says.",
            number(all.white),
            bits,
            by));
  }

  /** A display range that somebody has set: what lies outside is black and white too. */
  static WhiteLevel displayed(double black, double white) {
    return new WhiteLevel(
        black,
        white,
        number(black)
            + " to "
            + number(white)
            + " counts as black to white: the display range that was set.",
        true);
  }

  /** The same for numbers that something was added to. */
  WhiteLevel lowered(double added) {
    return new WhiteLevel(black - added, white - added, note, limits);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  /** The number that is 0. */
  public double black() {
    return black;
  }

  /** The number that is 1. */
  public double white() {
    return white;
  }

  boolean same(WhiteLevel other) {
    return black == other.black && white == other.white;
  }

  /** Whether numbers outside are black and white too. */
  boolean limits() {
    return limits;
  }

  /**
   * One sentence for people; empty where the container's own range counts, as everybody expects.
   */
  public String note() {
    return note;
  }
}
