package sc.fiji.cavga.preprocess;

import java.util.Arrays;
import sc.fiji.cavga.plane.LeftRight;

/**
 * A map at the network's size, drawn in the picture's own pixels.
 *
 * <p>Between four neighbours of the map, a cell, lie hundreds of a large picture's pixels: what a
 * cell's pixels have in common is found out once for each of its rows.
 */
public final class BackToPicture implements PictureMap {

  /** Neighbours that weigh less all together say nothing. */
  static final double LEAST_WEIGHT = 1e-6;

  /** How far from a pixel the closest value may lie, in pixels of the map. */
  static final int REACH = 3;

  /** How far from the map a cell may lie that has a value. */
  private static final int AROUND = REACH + 1;

  private final float[] map;
  private final int size;
  private final Placement placement;
  private final double scale;

  /** Each picture column's position in the map. */
  private final double[] columns;

  /** The picture columns at which other cells begin, and the end. */
  private final int[] cells;

  /** What no value of a cell exceeds, also of the cells around the map. */
  private final float[] highest;

  /**
   * By bilinear interpolation.
   *
   * @param map [H,W] of the placement's square, of any size; NaN and what lies outside the field of
   *     view is not used
   * @throws IllegalArgumentException with one sentence when the map is not square
   */
  public static PictureMap of(float[] map, Placement placement) {
    return new BackToPicture(map, placement);
  }

  private BackToPicture(float[] map, Placement placement) {
    this.map = square(map, placement);
    this.size = side(map);
    this.placement = placement;
    this.scale = placement.side() / size;
    highest = highest();
    columns = new double[placement.pictureWidth()];
    int[] begins = new int[columns.length + 1];
    int count = 0;
    for (int x = 0; x < columns.length; x++) {
      columns[x] = (x + 0.5 - placement.left()) / scale - 0.5;
      if (x == 0 || floor(columns[x]) != floor(columns[x - 1])) begins[count++] = x;
    }
    begins[count] = columns.length;
    cells = Arrays.copyOf(begins, count + 1);
  }

  /**
   * The map itself as it lies in the picture: not mirrored, and NaN outside the field of view, as
   * what a network says about black borders must not bleed into the rim. Its left upper corner is
   * that of the placement's square.
   *
   * @return [H,W], a new array
   */
  public static float[] square(float[] given, Placement placement) {
    int size = side(given);
    float[] map = placement.isMirrored() ? LeftRight.exchanged(given, size) : given.clone();
    double scale = placement.side() / size;
    for (int i = 0; i < map.length; i++) {
      long x = (long) Math.floor(placement.left() + (i % size + 0.5) * scale);
      long y = (long) Math.floor(placement.top() + (i / size + 0.5) * scale);
      if (!placement.fieldOfView().contains(x, y)) map[i] = Float.NaN;
    }
    return map;
  }

  private static int side(float... map) {
    int size = (int) Math.round(Math.sqrt(map.length));
    if (map.length != size * size)
      throw new IllegalArgumentException("A map of " + map.length + " values is not square.");
    return size;
  }

  private static int floor(double position) {
    return (int) Math.floor(position);
  }

  @Override
  public int width() {
    return columns.length;
  }

  @Override
  public int height() {
    return placement.pictureHeight();
  }

  @Override
  public void row(int y, float[] values) {
    rowAbove(Float.NEGATIVE_INFINITY, y, values);
  }

  @Override
  public boolean rowAbove(float limit, int y, float[] values) {
    double row = (y + 0.5 - placement.top()) / scale - 0.5;
    boolean[] inside = null;
    for (int cell = 0; cell < cells.length - 1; cell++) {
      if (!mayExceed(limit, floor(columns[cells[cell]]), floor(row))) continue;
      if (inside == null) {
        inside = new boolean[columns.length];
        placement.fieldOfView().row(0, y, inside, inside.length);
        Arrays.fill(values, 0, columns.length, Float.NaN);
      }
      add(cells[cell], cells[cell + 1], row, inside, values, 0);
    }
    if (inside == null && limit == Float.NEGATIVE_INFINITY)
      Arrays.fill(values, 0, columns.length, Float.NaN);
    return inside != null;
  }

  @Override
  public void column(int x, float[] values) {
    boolean[] inside = {true};
    float[] value = new float[1];
    for (int y = 0; y < height(); y++) {
      double row = (y + 0.5 - placement.top()) / scale - 0.5;
      boolean known =
          mayExceed(Float.NEGATIVE_INFINITY, floor(columns[x]), floor(row))
              && placement.fieldOfView().contains(x, y);
      if (known) add(x, x + 1, row, inside, value, x);
      values[y] = known ? value[0] : Float.NaN;
    }
  }

  private boolean mayExceed(float limit, int column, int row) {
    int cell = cell(column, row);
    return cell >= 0 && highest[cell] > limit;
  }

  /** The cell's place, which may lie around the map; negative where no value is near. */
  private int cell(int column, int row) {
    int width = size + 2 * AROUND;
    if (column < -AROUND || row < -AROUND || column >= size + AROUND || row >= size + AROUND)
      return -1;
    return (row + AROUND) * width + column + AROUND;
  }

  /**
   * A value between numbers is not above all of them; NaN where the cell has none. Where there are
   * no four neighbours, the closest value may count.
   */
  private float[] highest() {
    int width = size + 2 * AROUND;
    float[] found = new float[width * width];
    for (int row = -AROUND; row < size + AROUND; row++)
      for (int column = -AROUND; column < size + AROUND; column++) {
        float most = Float.NaN;
        boolean four = hasCorners(column, row, 4);
        int reach = four ? 0 : REACH;
        for (int r = row - reach; r <= row + 1 + reach; r++)
          for (int c = column - reach; c <= column + 1 + reach; c++)
            if (!(value(c, r) <= most)) most = Float.isNaN(value(c, r)) ? most : value(c, r);
        found[cell(column, row)] = most;
      }
    return found;
  }

  /** Whether so many of the cell's corners have a value. */
  private boolean hasCorners(int column, int row, int least) {
    int have = 0;
    for (int corner = 0; corner < 4; corner++)
      if (!Float.isNaN(value(column + corner % 2, row + corner / 2))) have++;
    return have >= least;
  }

  private float value(int column, int row) {
    if (column < 0 || row < 0 || column >= size || row >= size) return Float.NaN;
    return map[row * size + column];
  }

  /**
   * The values of a cell's pixels in a row.
   *
   * @param first the picture column that the arrays begin with
   */
  private void add(int from, int to, double row, boolean[] inside, float[] values, int first) {
    int row0 = floor(row);
    int column0 = floor(columns[from]);
    double upper = 1 - Math.abs(row - row0);
    double lower = 1 - Math.abs(row - (row0 + 1));
    double value0 = value(column0, row0);
    double value1 = value(column0 + 1, row0);
    double value2 = value(column0, row0 + 1);
    double value3 = value(column0 + 1, row0 + 1);
    if (Double.isNaN(value0 + value1 + value2 + value3)) {
      for (int x = from; x < to; x++)
        if (inside[x - first]) values[x - first] = at(columns[x], row);
      return;
    }
    for (int x = from; x < to; x++) {
      double left = 1 - Math.abs(columns[x] - column0);
      double right = 1 - Math.abs(columns[x] - (column0 + 1));
      double weight0 = left * upper;
      double weight1 = right * upper;
      double weight2 = left * lower;
      double weight3 = right * lower;
      double sum = weight0 * value0 + weight1 * value1 + weight2 * value2 + weight3 * value3;
      double value = sum / (weight0 + weight1 + weight2 + weight3);
      values[x - first] = inside[x - first] ? (float) value : Float.NaN;
    }
  }

  private float at(double column, double row) {
    int column0 = floor(column);
    int row0 = floor(row);
    double sum = 0;
    double weights = 0;
    for (int corner = 0; corner < 4; corner++) {
      int cornerColumn = column0 + corner % 2;
      int cornerRow = row0 + corner / 2;
      float value = value(cornerColumn, cornerRow);
      if (Float.isNaN(value)) continue;
      double weight = (1 - Math.abs(column - cornerColumn)) * (1 - Math.abs(row - cornerRow));
      sum += weight * value;
      weights += weight;
    }
    return weights > LEAST_WEIGHT ? (float) (sum / weights) : nearest(column, row);
  }

  /** At the rim all four neighbours may lie outside: then the closest inside it speaks. */
  private float nearest(double column, double row) {
    float found = Float.NaN;
    double closest = Double.MAX_VALUE;
    for (int r = (int) row - REACH + 1; r <= row + REACH; r++)
      for (int c = (int) column - REACH + 1; c <= column + REACH; c++) {
        double distance = Math.hypot(c - column, r - row);
        if (distance < closest && !Float.isNaN(value(c, r))) {
          closest = distance;
          found = value(c, r);
        }
      }
    return found;
  }

  /** Without the values, which most pixels have for certain. */
  @Override
  public long inside() {
    boolean[] inside = new boolean[columns.length];
    float[] values = new float[columns.length];
    long count = 0;
    for (int y = 0; y < height(); y++) {
      count += placement.fieldOfView().count(y, columns.length);
      boolean known = false;
      double row = (y + 0.5 - placement.top()) / scale - 0.5;
      for (int cell = 0; cell < cells.length - 1; cell++) {
        if (hasCorners(floor(columns[cells[cell]]), floor(row), 1)) continue;
        if (!known) placement.fieldOfView().row(0, y, inside, inside.length);
        known = true;
        add(cells[cell], cells[cell + 1], row, inside, values, 0);
        for (int x = cells[cell]; x < cells[cell + 1]; x++)
          if (inside[x] && Float.isNaN(values[x])) count--;
      }
    }
    return count;
  }
}
