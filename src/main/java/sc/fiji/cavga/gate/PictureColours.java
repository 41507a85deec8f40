package sc.fiji.cavga.gate;

/** The mean colour of what a picture shows. Immutable. */
final class PictureColours {

  /** A level in 8 bits: below it there is no telling how much. */
  private static final float DARKEST = 1f / 255;

  /** Of the brightness: channels of a picture without colours differ by less. */
  private static final double GREY = 0.02;

  private final float[] colours;
  private final float[] inside;

  /** Of red, green and blue. */
  private final double[] means = new double[3];

  private final int seen;

  /**
   * @param colours [3,H,W], 0 to 1, zero outside the field of view
   * @param inside [H,W], 1 inside the field of view and 0 outside
   */
  PictureColours(float[] colours, float[] inside) {
    this.colours = colours;
    this.inside = inside;
    int count = 0;
    for (int i = 0; i < inside.length; i++) {
      if (!(inside[i] > 0)) continue;
      for (int channel = 0; channel < 3; channel++)
        means[channel] += colours[channel * inside.length + i];
      count++;
    }
    for (int channel = 0; channel < 3; channel++) means[channel] /= count;
    seen = count;
  }

  /** Of red to green, a logarithm. */
  double redGreen() {
    return StrictMath.log(Math.max(DARKEST, means[0]) / Math.max(DARKEST, means[1]));
  }

  /** Of green to blue, a logarithm. */
  double greenBlue() {
    return StrictMath.log(Math.max(DARKEST, means[1]) / Math.max(5 * DARKEST, means[2]));
  }

  /** Of green, a logarithm. */
  double brightness() {
    return StrictMath.log(Math.max(DARKEST, means[1]));
  }

  /** The share of the square that is seen, a logarithm. */
  double field() {
    return StrictMath.log(seen / (double) inside.length);
  }

  /** Whether the channels hardly differ anywhere: in noise of all colours their means are equal. */
  boolean isGrey() {
    double sum = 0;
    for (int i = 0; i < 2 * inside.length; i++)
      sum += Math.abs(colours[i] - colours[i + inside.length]);
    return sum < GREY * seen * (means[0] + means[1] + means[2]);
  }
}
