package sc.fiji.cavga.method.cavga.loss;

import java.util.function.LongToDoubleFunction;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.array.Values;

/** The mean over one picture's positions, weighted by the field of view, and its derivative. */
final class PictureMean {

  private PictureMean() {}

  static double of(int picture, Node fieldOfView, LongToDoubleFunction valueAt) {
    long positions = fieldOfView.rows() / fieldOfView.size(0);
    double sum = 0;
    for (long i = picture * positions; i < (picture + 1) * positions; i++)
      sum += fieldOfView.values().get(i) * valueAt.applyAsDouble(i);
    return sum / total(picture, fieldOfView);
  }

  /**
   * Puts the derivative at each position times each position's share in the mean into the
   * gradients.
   */
  static void spread(
      int picture,
      Node fieldOfView,
      LongToDoubleFunction derivative,
      Values gradients,
      boolean accumulate) {
    long positions = fieldOfView.rows() / fieldOfView.size(0);
    double total = total(picture, fieldOfView);
    for (long i = picture * positions; i < (picture + 1) * positions; i++)
      gradients.put(
          i, derivative.applyAsDouble(i) * fieldOfView.values().get(i) / total, accumulate);
  }

  private static double total(int picture, Node fieldOfView) {
    long positions = fieldOfView.rows() / fieldOfView.size(0);
    double sum = 0;
    for (long i = picture * positions; i < (picture + 1) * positions; i++)
      sum += fieldOfView.values().get(i);
    return Math.max(sum, 1e-6);
  }
}
