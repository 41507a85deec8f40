package sc.fiji.cavga.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;

/** One unbranched piece of a retinal vessel: its centre line and its width along it, in mm. */
public final class Vessel {

  public final boolean artery;
  private final List<double[]> points = new ArrayList<>();

  public Vessel(boolean artery) {
    this.artery = artery;
  }

  public void add(double x, double y, double diameter) {
    points.add(new double[] {x, y, diameter});
  }

  public int size() {
    return points.size();
  }

  public double x(int index) {
    return points.get(index)[0];
  }

  public double y(int index) {
    return points.get(index)[1];
  }

  public double diameter(int index) {
    return points.get(index)[2];
  }
}
