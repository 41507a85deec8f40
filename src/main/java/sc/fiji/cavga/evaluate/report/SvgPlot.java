package sc.fiji.cavga.evaluate.report;

import java.util.Locale;

/** A plot with two axes, a title and a legend, as a self-contained SVG text. */
final class SvgPlot {

  /** Colours that colour-blind people can tell apart (Okabe and Ito). */
  static final String BLUE = "#0072b2";

  static final String ORANGE = "#d55e00";

  private static final int WIDTH = 480;
  private static final int HEIGHT = 440;
  private static final int LEFT = 64;
  private static final int TOP = 64;
  private static final int RIGHT = 456;
  private static final int BOTTOM = 384;
  private static final int LEGEND_LINE = 48;

  private final StringBuilder body = new StringBuilder();
  private final double xMinimum;
  private final double xMaximum;
  private final double yMaximum;
  private int legendLeft = LEFT;

  /**
   * @param xMinimum left end of the horizontal axis
   * @param xMaximum right end, larger
   * @param yMaximum upper end of the vertical axis, which begins at 0
   */
  SvgPlot(String title, double xMinimum, double xMaximum, double yMaximum) {
    this.xMinimum = xMinimum;
    this.xMaximum = xMaximum;
    this.yMaximum = yMaximum;
    text((LEFT + RIGHT) / 2.0, 26, "middle", "font-size=\"16\" font-weight=\"600\"", title);
  }

  /** Tick marks with their numbers, and a name below. */
  SvgPlot xAxis(String name, double step) {
    for (double tick : ticks(xMinimum, xMaximum, step)) {
      line(x(tick), TOP, x(tick), BOTTOM, "#e6e6e6", "");
      text(x(tick), BOTTOM + 18, "middle", "", number(tick, step));
    }
    text((LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", "", name);
    return this;
  }

  /** Tick marks with their numbers, and a name beside. */
  SvgPlot yAxis(String name, double step) {
    for (double tick : ticks(0, yMaximum, step)) {
      line(LEFT, y(tick), RIGHT, y(tick), "#e6e6e6", "");
      text(LEFT - 8, y(tick) + 4, "end", "", number(tick, step));
    }
    double middle = (TOP + BOTTOM) / 2.0;
    text(20, middle, "middle", format(" transform=\"rotate(-90 20 %.1f)\"", middle), name);
    return this;
  }

  /** A line through the points; NaN-free, in the axes' units. */
  SvgPlot curve(double[] xs, double[] ys, String colour) {
    body.append("<polyline fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\"");
    body.append(" stroke=\"").append(colour).append("\" points=\"");
    for (int i = 0; i < xs.length; i++) body.append(format("%.2f,%.2f ", x(xs[i]), y(ys[i])));
    body.append("\"/>\n");
    return this;
  }

  /** A grey broken line, for what chance would give and for thresholds. */
  SvgPlot reference(double x1, double y1, double x2, double y2) {
    line(x(x1), y(y1), x(x2), y(y2), "#555555", " stroke-dasharray=\"5 4\"");
    return this;
  }

  /** A half-transparent bar that stands on the horizontal axis. */
  SvgPlot bar(double from, double to, double height, String colour) {
    body.append(
        format(
            "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\""
                + " fill=\"%s\" fill-opacity=\"0.5\" stroke=\"%s\"/>%n",
            x(from), y(height), x(to) - x(from), BOTTOM - y(height), colour, colour));
    return this;
  }

  /** Adds an entry to the legend, which is a line between the title and the axes. */
  SvgPlot legend(String entry, String colour) {
    body.append(
        format(
            "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"10\" fill=\"%s\"/>%n",
            legendLeft, LEGEND_LINE - 9, colour));
    text(legendLeft + 20, LEGEND_LINE, "start", "", entry);
    legendLeft += (RIGHT - LEFT) / 2;
    return this;
  }

  /** The whole SVG document. */
  String svg() {
    String head =
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\""
                + " fill=\"#222222\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            WIDTH, HEIGHT, WIDTH, HEIGHT);
    String frame =
        format(
            "<path fill=\"none\" stroke=\"#222222\" d=\"M%d %dV%dH%d\"/>%n",
            LEFT, TOP, BOTTOM, RIGHT);
    return (head + body + frame + "</svg>\n").replace("\r\n", "\n");
  }

  private void line(double x1, double y1, double x2, double y2, String colour, String more) {
    body.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>%n",
            x1, y1, x2, y2, colour, more));
  }

  private void text(double x, double y, String anchor, String more, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    body.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n",
            x, y, anchor, more, escaped));
  }

  private double x(double value) {
    return LEFT + (RIGHT - LEFT) * (value - xMinimum) / (xMaximum - xMinimum);
  }

  private double y(double value) {
    return BOTTOM - (BOTTOM - TOP) * value / yMaximum;
  }

  private static double[] ticks(double from, double to, double step) {
    long first = (long) Math.ceil(from / step - 1e-9);
    long last = (long) Math.floor(to / step + 1e-9);
    double[] ticks = new double[(int) (last - first + 1)];
    for (int i = 0; i < ticks.length; i++) ticks[i] = (first + i) * step;
    return ticks;
  }

  private static String number(double value, double step) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    return format("%." + Math.min(decimals, 6) + "f", value + 0.0);
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
