package sc.fiji.cavga.phantom.cup;

import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * A place where the rim is thinned, as glaucoma does it. Clock hours are as seen in the picture: 12
 * is up, 3 is right. The hour h reaches from 15 degrees before it to 15 degrees after it.
 */
public final class Notch {

  private static final double HOUR = Math.PI / 6;

  /** The rim comes back to its full width within this part of an hour, on either side. */
  private static final double SHOULDER_HOURS = 0.8;

  private final int firstHour;
  private final int hours;
  private final double depth;

  /**
   * @param firstHour 1 to 12, the first clock hour, clockwise
   * @param hours how many, 1 to 6
   * @param depth which part of the rim's width is gone there, above 0 and at most 0.95
   */
  public Notch(int firstHour, int hours, double depth) {
    if (firstHour < 1 || firstHour > 12)
      throw new IllegalArgumentException(
          "There is no clock hour " + firstHour + "; use one from 1 to 12.");
    if (hours < 1 || hours > 6)
      throw new IllegalArgumentException(
          "A notch cannot be " + hours + " clock hours wide; use 1 to 6.");
    if (!(depth > 0 && depth <= 0.95))
      throw new IllegalArgumentException(
          "A notch cannot take away "
              + depth
              + " of the rim; use a part above 0 and at most 0.95.");
    this.firstHour = firstHour;
    this.hours = hours;
    this.depth = depth;
  }

  /** The clock hours, clockwise, each 1 to 12. */
  public int[] clockHours() {
    int[] clockHours = new int[hours];
    for (int k = 0; k < hours; k++) clockHours[k] = (firstHour - 1 + k) % 12 + 1;
    return clockHours;
  }

  /**
   * Which part of the rim is gone in a direction, 0 to the depth.
   *
   * @param clock radians clockwise from 12, as seen in the picture
   */
  double lost(double clock) {
    double middle = (firstHour + 0.5 * (hours - 1)) * HOUR;
    double off = Math.abs(StrictMath.IEEEremainder(clock - middle, 2 * Math.PI)) / HOUR;
    double half = 0.5 * hours;
    return depth * Shape.step(half + SHOULDER_HOURS, half, off);
  }
}
