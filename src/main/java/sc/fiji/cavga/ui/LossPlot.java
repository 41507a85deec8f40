package sc.fiji.cavga.ui;

import ij.gui.Plot;
import ij.gui.PlotWindow;
import java.awt.Color;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import sc.fiji.cavga.model.training.LossPoint;

/**
 * The losses of a training's stage in ImageJ's plot window, for training and for held-out pictures.
 * There is no window before there is a value. Not safe for use by several threads at once.
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

  /** Of the values' range, left free around them. */
  private static final double MARGIN = 0.04;

  private final String title;
  private String axis;
  private String loss = "Loss";
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

  /** Adds a point to both curves; one that is no number is left out. */
  public void add(LossPoint point) {
    if (Double.isFinite(point.training()) && Double.isFinite(point.heldOut())) points.add(point);
  }

  /**
   * Adds a single step.
   *
   * @param position on the axis
   */
  public void add(double position, double loss) {
    if (!Double.isFinite(loss)) return;
    if (added++ % stride == 0) steps.add(new double[] {position, loss});
    if (steps.size() < MOST_STEPS) return;
    List<double[]> half = new ArrayList<>();
    for (int i = 0; i < steps.size(); i += 2) half.add(steps.get(i));
    steps = half;
    stride *= 2;
  }

  /**
   * Begins anew with a stage.
   *
   * @param stage whose losses are shown
   * @param positions what positions are, such as "Step"
   */
  public void begin(String stage, String positions) {
    loss = "Loss: " + stage;
    axis = positions;
    points.clear();
    steps.clear();
    stride = 1;
    added = 0;
  }

  Plot plot() {
    Plot plot = new Plot(title, axis, loss);
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
    if (!isEmpty()) limit(plot);
    return plot;
  }

  /** Around all values, also where they are one. */
  private void limit(Plot plot) {
    DoubleStream.Builder x = DoubleStream.builder();
    DoubleStream.Builder y = DoubleStream.builder();
    for (double[] step : steps) {
      x.add(step[0]);
      y.add(step[1]);
    }
    for (LossPoint point : points) {
      x.add(point.position());
      y.add(point.training()).add(point.heldOut());
    }
    double[] across = around(x.build().summaryStatistics());
    double[] up = around(y.build().summaryStatistics());
    plot.setLimits(across[0], across[1], up[0], up[1]);
  }

  private static double[] around(DoubleSummaryStatistics values) {
    double range = values.getMax() - values.getMin();
    double margin = range > 0 ? MARGIN * range : Math.max(MARGIN, Math.abs(values.getMax()) / 2);
    return new double[] {values.getMin() - margin, values.getMax() + margin};
  }

  private boolean isEmpty() {
    return steps.isEmpty() && points.isEmpty();
  }

  private double[] column(int index) {
    return steps.stream().mapToDouble(step -> step[index]).toArray();
  }

  /** Opens the window, or draws anew in it; a window that was closed stays so. */
  public void show() {
    if (isEmpty()) return;
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
