package sc.fiji.cavga.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;

/** One unbranched piece of a retinal vessel: its centre line and its width along it, in mm. */
final class Vessel {

  final boolean artery;
  private final List<double[]> points = new ArrayList<>();

  Vessel(boolean artery) {
    this.artery = artery;
  }

  void add(double x, double y, double diameter) {
    points.add(new double[] {x, y, diameter});
  }

  int size() {
    return points.size();
  }

  double x(int index) {
    return points.get(index)[0];
  }

  double y(int index) {
    return points.get(index)[1];
  }

  double diameter(int index) {
    return points.get(index)[2];
  }
}
