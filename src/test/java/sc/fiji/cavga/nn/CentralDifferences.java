package sc.fiji.cavga.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** A loss's gradients against central differences, in double precision. */
public final class CentralDifferences {

  private static final double STEP = 1e-6;
  private static final double TOLERANCE = 2e-6;

  /** So many elements must move the loss, or nothing was shown. */
  private static final int ENOUGH = 7;

  /**
   * Where the slope before and behind differ by more, the step crosses the kink of a ReLU or of a
   * largest value, and no derivative is there to be compared with.
   */
  private static final double KINK = 5e-5;

  private CentralDifferences() {}

  /**
   * Moves some elements of each parameter.
   *
   * @param loss computed anew each time; its gradients are those of before
   * @param elements of each parameter
   */
  public static void check(Parameters parameters, DoubleSupplier loss, int elements) {
    List<String> moved = new ArrayList<>();
    double middle = loss.getAsDouble();
    int checked = 0;
    int kinks = 0;
    for (Parameter parameter : parameters.all()) {
      if (parameter.gradient() == null) continue;
      double[] analytic = new double[elements];
      double[] gradients = parameter.gradientDoubles();
      double[] values = parameter.doubles();
      for (int k = 0; k < elements; k++)
        analytic[k] = parameter.hasGradient() ? gradients[(int) element(parameter, k)] : 0;
      for (int k = 0; k < elements; k++) {
        int i = (int) element(parameter, k);
        double before = values[i];
        move(parameter, values, i, before + STEP);
        double above = loss.getAsDouble();
        move(parameter, values, i, before - STEP);
        double below = loss.getAsDouble();
        move(parameter, values, i, before);
        double numeric = (above - below) / (2 * STEP);
        double scale = Math.max(1, Math.abs(numeric));
        checked++;
        if (Math.abs(above - 2 * middle + below) / STEP > KINK * scale) {
          kinks++;
          continue;
        }
        assertEquals(numeric, analytic[k], TOLERANCE * scale, parameter.name() + " " + i);
        if (Math.abs(numeric) > 1e-7) moved.add(parameter.name());
      }
    }
    assertTrue(kinks <= checked / 10, kinks + " of " + checked + " steps cross a kink");
    assertTrue(moved.size() > ENOUGH, "The loss must depend on the parameters: " + moved);
  }

  private static void move(Parameter parameter, double[] values, int at, double to) {
    values[at] = to;
    parameter.write(values);
  }

  private static long element(Parameter parameter, int k) {
    return k * 7919L % parameter.value().length();
  }
}
