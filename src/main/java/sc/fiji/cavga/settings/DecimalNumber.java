package sc.fiji.cavga.settings;

/** A number as people write it: 0.5, or 0,5. */
public final class DecimalNumber {

  private DecimalNumber() {}

  /**
   * With a decimal comma where no thousands can be meant.
   *
   * @throws NumberFormatException when it is no number
   */
  public static double parse(String text) {
    String number = text.trim();
    boolean thousands = number.matches("[+-]?[1-9]\\d*,\\d{3}");
    boolean comma = !thousands && number.matches("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");
    return Double.parseDouble(comma ? number.replace(',', '.') : number);
  }
}
