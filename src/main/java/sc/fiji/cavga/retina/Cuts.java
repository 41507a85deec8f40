package sc.fiji.cavga.retina;

/**
 * The upright rectangle that cuts a retina's disc: the picture's own edges, or black bands within
 * it.
 */
final class Cuts {

  /**
   * A cut as deep as this share of the radius, and as many cells, is no rim that is a little off.
   */
  static final double SHALLOWEST = 0.03;

  static final double FEWEST_CELLS = 4;

  /** A cut is straight when the region fills this share of the chord at once ... */
  static final double STRAIGHT = 0.75;

  /** ... and two lines before hardly any of it: shadows at the rim come gradually. */
  static final double EMPTY = 0.25;

  private final boolean[] inside;
  private final int columns;
  private final int rows;
  private final Circle circle;

  private Cuts(boolean[] inside, int columns, Circle circle) {
    this.inside = inside;
    this.columns = columns;
    this.rows = inside.length / columns;
    this.circle = circle;
  }

  /** In the reduced picture's cells; a side without a cut has the picture's own edge. */
  static Cuts find(boolean[] inside, int columns, Circle circle) {
    return new Cuts(inside, columns, circle);
  }

  int left() {
    return first(true, 1);
  }

  int right() {
    return first(true, -1);
  }

  int top() {
    return first(false, 1);
  }

  int bottom() {
    return first(false, -1);
  }

  /** The edge of the first line of cells, coming from that side, that holds most of its chord. */
  private int first(boolean upright, int direction) {
    int lines = upright ? columns : rows;
    int edge = direction > 0 ? 0 : lines;
    double centre = upright ? circle.x : circle.y;
    double end = centre - direction * circle.radius;
    int line = direction > 0 ? 0 : lines - 1;
    while (line >= 0 && line < lines && filled(upright, line) < STRAIGHT) line += direction;
    int cut = direction > 0 ? line : line + 1;
    boolean nearEdge = Math.abs(cut - edge) <= 1;
    boolean deep = direction * (cut - end) > Math.max(FEWEST_CELLS, SHALLOWEST * circle.radius);
    if (nearEdge || !deep || line < 0 || line >= lines) return edge;
    return filled(upright, line - 2 * direction) <= EMPTY ? cut : edge;
  }

  /** How much of its chord in the circle a line of cells holds of the region. */
  private double filled(boolean upright, int line) {
    double from = line + 0.5 - (upright ? circle.x : circle.y);
    double square = circle.radius * circle.radius - from * from;
    if (square <= 0 || line < 0 || line >= (upright ? columns : rows)) return 0;
    double middle = upright ? circle.y : circle.x;
    int length = upright ? rows : columns;
    int start = (int) Math.max(0, Math.ceil(middle - Math.sqrt(square) - 0.5));
    int stop = (int) Math.min(length - 1.0, Math.floor(middle + Math.sqrt(square) - 0.5));
    int held = 0;
    for (int i = start; i <= stop; i++)
      if (inside[upright ? i * columns + line : line * columns + i]) held++;
    return stop < start ? 0 : held / (stop - start + 1.0);
  }
}
