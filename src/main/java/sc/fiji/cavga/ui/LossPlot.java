package sc.fiji.cavga.ui;

import ij.gui.Plot;
import ij.gui.PlotWindow;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.model.training.LossPoint;

/**
 * The losses of a training in ImageJ's plot window, for training and for held-out pictures. Not
 * safe for use by several threads at once.
 */
public final class LossPlot {

  private static final int WIDTH = 440;
  private static final int HEIGHT = 300;

  /** So many steps are drawn at most; of more, every other one is left out. */
  private static final int MOST_STEPS = 2000;

  /** Blue and orange are told apart by all; the lines differ in their marks too. */
  private static final Color TRAINING = new Color(0x0072b2);

  private static final Color HELD_OUT = new Color(0xd55e00);
  private static final Color STEPS = new Color(0xc8c8c8);

  private final String title;
  private final String axis;
  private final List<LossPoint> points = new ArrayList<>();
  private List<double[]> steps = new ArrayList<>();
  private int stride = 1;
  private long added;
  private PlotWindow window;

  /**
   * @param title of the window
   * @param axis what positions are, such as "Epoch"
   */
  public LossPlot(String title, String axis) {
    this.title = title;
    this.axis = axis;
  }

  /** Adds a point to both curves. */
  public void add(LossPoint point) {
    points.add(point);
  }

  /**
   * Adds a single step.
   *
   * @param position on the axis
   */
  public void add(double position, double loss) {
    if (added++ % stride == 0) steps.add(new double[] {position, loss});
    if (steps.size() < MOST_STEPS) return;
    List<double[]> half = new ArrayList<>();
    for (int i = 0; i < steps.size(); i += 2) half.add(steps.get(i));
    steps = half;
    stride *= 2;
  }

  /** Begins anew, as for another method. */
  public void clear() {
    points.clear();
    steps.clear();
    stride = 1;
    added = 0;
  }

  /** The plot as it is now. */
  Plot plot() {
    Plot plot = new Plot(title, axis, "Loss");
    plot.setFrameSize(WIDTH, HEIGHT);
    StringBuilder legend = new StringBuilder();
    if (!steps.isEmpty()) {
      plot.setColor(STEPS);
      plot.add("line", column(0), column(1));
      legend.append("single steps\n");
    }
    if (!points.isEmpty()) {
      double[] numbers = points.stream().mapToDouble(LossPoint::position).toArray();
      plot.setLineWidth(2);
      plot.setColor(TRAINING, TRAINING);
      plot.add(
          "connected circles", numbers, points.stream().mapToDouble(LossPoint::training).toArray());
      plot.setColor(HELD_OUT, HELD_OUT);
      plot.add(
          "connected boxes", numbers, points.stream().mapToDouble(LossPoint::heldOut).toArray());
      plot.setLineWidth(1);
      legend.append("training pictures\nheld-out pictures");
    }
    plot.setColor(Color.BLACK);
    if (legend.length() > 0) plot.addLegend(legend.toString(), "top-right");
    plot.setLimitsToFit(false);
    return plot;
  }

  private double[] column(int index) {
    return steps.stream().mapToDouble(step -> step[index]).toArray();
  }

  /** Opens the window, or draws anew in it; a window that was closed stays so. */
  public void show() {
    if (window == null) {
      window = plot().show();
      Desktop.waitFor(window.getImagePlus());
    } else if (window.isVisible()) window.drawPlot(plot());
  }

  /** The window, or null before it was shown. */
  PlotWindow window() {
    return window;
  }
}
