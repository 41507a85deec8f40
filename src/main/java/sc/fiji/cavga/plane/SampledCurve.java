package sc.fiji.cavga.plane;

import java.util.function.DoubleUnaryOperator;

/** A function of brightness, at evenly spaced values and on straight lines between them. */
public final class SampledCurve {

  /** From 0 to 1: a power of two, so that single and double precision give the same place. */
  private static final int STEPS = 512;

  private final double[] values;
  private final double brightest;

  /**
   * @param brightest the largest value that it is asked for; others are taken as the nearest one
   *     from 0 to it
   * @param function such as a power, which is slow for each pixel
   */
  public SampledCurve(int brightest, DoubleUnaryOperator function) {
    this.brightest = brightest;
    values = new double[STEPS * brightest + 2];
    for (int i = 0; i < values.length; i++) values[i] = function.applyAsDouble((double) i / STEPS);
  }

  public double at(double value) {
    double place = STEPS * Math.max(0, Math.min(brightest, value));
    int below = (int) place;
    return values[below] + (place - below) * (values[below + 1] - values[below]);
  }
}
