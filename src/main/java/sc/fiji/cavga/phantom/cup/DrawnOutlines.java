package sc.fiji.cavga.phantom.cup;

import java.util.Arrays;
import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.GradientNoise;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * Where the margin of a disc and the edge of its cup lie in one picture. Both are lines around the
 * disc's centre. A direction is an angle on the retina in radians, 0 towards the nose, a quarter
 * turn downwards; a distance is a part of the margin's in the same direction, 1 at the margin.
 */
public final class DrawnOutlines {

  /** What glaucoma leaves of the rim everywhere, as a part of the disc's radius. */
  private static final double THINNEST_RIM = 0.03;

  private static final int DIRECTIONS = 720;

  private final Eye eye;

  /** Of the margin from the disc's centre, in mm. */
  private final double[] margin = new double[DIRECTIONS];

  /** How many pixels the margin lies right of the disc's centre. */
  private final double[] right = new double[DIRECTIONS];

  /** How many pixels the margin lies below the disc's centre. */
  private final double[] below = new double[DIRECTIONS];

  /** Of the cup, in parts of the margin. */
  private final double[] edge = new double[DIRECTIONS];

  /**
   * @param eye with the design's disc
   */
  public DrawnOutlines(Frame frame, Eye eye, DiscDesign design, long seed) {
    this.eye = eye;
    RandomStream random = new RandomStream(seed, "outlines");
    GradientNoise uneven = new GradientNoise(random);
    for (int k = 0; k < DIRECTIONS; k++) {
      double cos = StrictMath.cos(direction(k));
      double sin = StrictMath.sin(direction(k));
      double wave = 0.035 * uneven.at(1.2 * cos, 1.2 * sin + 7);
      margin[k] = (1 + wave) / eye.discDistance(eye.discX + cos, eye.discY + sin);
      double x = eye.discX + margin[k] * cos;
      double y = eye.discY + margin[k] * sin;
      right[k] = frame.column(x, y) - frame.column(eye.discX, eye.discY);
      below[k] = frame.row(x, y) - frame.row(eye.discX, eye.discY);
    }
    fitCup(design.ratio(), random, uneven);
    design.notch().ifPresent(this::cut);
  }

  /** An oval a little off the centre, of the size that gives the wanted ratio. */
  private void fitCup(double ratio, RandomStream random, GradientNoise uneven) {
    double room = Shape.clamp((1 - ratio) / 0.6, 0, 1);
    // Healthy cups lie across, so that the rim is widest below and above; glaucoma's stand upright.
    double across = Shape.mix(1.06, 0.93, Shape.step(0.35, 0.75, ratio)) + random.normal(0, 0.04);
    // Small cups have little way to go, and the disc's centre stays in the cup.
    double free = room * Math.min(1, ratio / 0.35);
    double nasal = free * Shape.clamp(random.normal(-0.06, 0.025), -0.1, 0.02);
    double down = free * Shape.clamp(random.normal(-0.03, 0.02), -0.08, 0.03);
    double low = 0.7 * ratio;
    double high = 1.4 * ratio;
    for (int round = 0; round < 40; round++) {
      double half = 0.5 * (low + high);
      for (int k = 0; k < DIRECTIONS; k++) {
        double cos = StrictMath.cos(direction(k));
        double sin = StrictMath.sin(direction(k));
        double wave = 1 + 0.09 * uneven.at(1.3 * cos + 20, 1.3 * sin);
        double reach = wave * oval(cos, sin, nasal, down, half * across, half);
        edge[k] = Math.min(reach, 1 - THINNEST_RIM);
      }
      if (verticalRatio() < ratio) low = half;
      else high = half;
    }
  }

  /** Distance from the origin to an oval around (x, y) in the direction (cos, sin). */
  private static double oval(
      double cos, double sin, double x, double y, double halfWidth, double halfHeight) {
    double dx = cos / halfWidth;
    double dy = sin / halfHeight;
    double mx = x / halfWidth;
    double my = y / halfHeight;
    double square = dx * dx + dy * dy;
    double half = dx * mx + dy * my;
    return (half + Math.sqrt(half * half - square * (mx * mx + my * my - 1))) / square;
  }

  private void cut(Notch notch) {
    for (int k = 0; k < DIRECTIONS; k++) edge[k] += notch.lost(clock(k)) * (1 - edge[k]);
  }

  private static double direction(int index) {
    return 2 * Math.PI * index / DIRECTIONS;
  }

  /** A direction as radians clockwise from 12, as seen in the picture. */
  private double clock(int index) {
    return StrictMath.atan2(right[index], -below[index]);
  }

  /** Direction of a place on the retina, in mm. */
  public double direction(double x, double y) {
    return StrictMath.atan2(y - eye.discY, x - eye.discX);
  }

  /** Distance of a place on the retina from the disc's centre, 1 at the disc's margin. */
  public double distance(double x, double y) {
    double dx = x - eye.discX;
    double dy = y - eye.discY;
    return Math.sqrt(dx * dx + dy * dy) / between(margin, direction(x, y));
  }

  /** Distance of the cup's edge from the disc's centre in a direction, 1 at the disc's margin. */
  public double cupEdge(double direction) {
    return between(edge, direction);
  }

  private static double between(double[] line, double direction) {
    double turn = direction / (2 * Math.PI);
    double place = (turn - Math.floor(turn)) * DIRECTIONS;
    int index = (int) place;
    return Shape.mix(line[index % DIRECTIONS], line[(index + 1) % DIRECTIONS], place - index);
  }

  /** Height of the cup by that of the disc, as seen in the picture. */
  public double verticalRatio() {
    return cupExtent(below) / extent(below);
  }

  /** Width of the cup by that of the disc, as seen in the picture. */
  public double horizontalRatio() {
    return cupExtent(right) / extent(right);
  }

  /** Height of the disc in pixels. */
  public double discHeight() {
    return extent(below);
  }

  private double cupExtent(double[] margins) {
    double[] edges = new double[DIRECTIONS];
    for (int k = 0; k < DIRECTIONS; k++) edges[k] = edge[k] * margins[k];
    return extent(edges);
  }

  private static double extent(double[] line) {
    return Arrays.stream(line).max().getAsDouble() - Arrays.stream(line).min().getAsDouble();
  }

  /**
   * The rim's mean width in each clock hour as a part of the disc's radius there.
   *
   * @return [12], the hours 1 to 12 as seen in the picture
   */
  public double[] rimWidths() {
    double[] sums = new double[12];
    int[] counts = new int[12];
    for (int k = 0; k < DIRECTIONS; k++) {
      int hour = (int) Math.floor(clock(k) / (Math.PI / 6) + 0.5);
      int index = Math.floorMod(hour - 1, 12);
      sums[index] += 1 - edge[k];
      counts[index]++;
    }
    for (int hour = 0; hour < 12; hour++) sums[hour] /= counts[hour];
    return sums;
  }
}
