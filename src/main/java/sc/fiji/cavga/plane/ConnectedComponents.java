package sc.fiji.cavga.plane;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The connected components of a mask as horizontal runs, joined while the plane is read once, row
 * by row (union-find): memory follows the number of runs, not of pixels. Components are numbered
 * from 1 in the order of their first pixels.
 */
public final class ConnectedComponents {

  private final int width;
  private final int height;
  private final int reach;
  private int runs;
  private int[] rows = new int[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];

  /** Of each run an earlier run of its component; a component's first run is its own. */
  private int[] parents = new int[256];

  private int[] components;
  private int count;

  /** Says where the runs of each row are. */
  public interface Rows {

    /** Gives the runs of a row from left to right, which do not touch each other. */
    void runs(int row, RunTaker taker);
  }

  /** Takes the pixels from {@code start} to before {@code end} of a row. */
  public interface RunTaker {
    void take(int start, int end);
  }

  private ConnectedComponents(int width, int height, boolean corners) {
    this.width = width;
    this.height = height;
    this.reach = corners ? 1 : 0;
  }

  /**
   * Pixels that touch at a side or at a corner belong together (8-connected).
   *
   * @param mask whether the pixel y · width + x belongs to a component
   * @param length of the plane, width · height
   */
  public static ConnectedComponents touching(IntPredicate mask, int length, int width) {
    return touching(width, length / width, rows(mask, width));
  }

  /** As the other method, of pixels whose runs are known. */
  public static ConnectedComponents touching(int width, int height, Rows rows) {
    return new ConnectedComponents(width, height, true).found(rows);
  }

  /**
   * As {@link #touching(IntPredicate, int, int)}, but a corner alone does not join (4-connected).
   */
  public static ConnectedComponents sideBySide(IntPredicate mask, int length, int width) {
    return new ConnectedComponents(width, length / width, false).found(rows(mask, width));
  }

  private ConnectedComponents found(Rows given) {
    int previous = 0;
    for (int y = 0; y < height; y++) {
      int first = runs;
      int row = y;
      given.runs(y, (start, end) -> add(row, start, end));
      join(previous, first);
      previous = first;
    }
    components = new int[runs];
    // The root is a component's first run, so it has its number before the others ask.
    for (int run = 0; run < runs; run++)
      components[run] = parents[run] == run ? ++count : components[root(run)];
    return this;
  }

  private static Rows rows(IntPredicate mask, int width) {
    return (row, taker) -> {
      int offset = row * width;
      for (int x = 0; x < width; x++) {
        if (!mask.test(offset + x)) continue;
        int start = x;
        while (x < width && mask.test(offset + x)) x++;
        taker.take(start, x);
      }
    };
  }

  private void add(int row, int start, int end) {
    if (runs == rows.length) {
      int larger = 2 * runs;
      rows = Arrays.copyOf(rows, larger);
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      parents = Arrays.copyOf(parents, larger);
    }
    rows[runs] = row;
    starts[runs] = start;
    ends[runs] = end;
    parents[runs] = runs;
    runs++;
  }

  /** Joins the runs of a row, from {@code first} on, with those of the row before. */
  private void join(int previous, int first) {
    int above = previous;
    int below = first;
    while (above < first && below < runs) {
      // An end is the pixel behind the run: equality is a touch at a corner.
      if (starts[above] < ends[below] + reach && starts[below] < ends[above] + reach)
        union(above, below);
      if (ends[above] < ends[below]) above++;
      else below++;
    }
  }

  private void union(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  private int root(int run) {
    int at = run;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  public int count() {
    return count;
  }

  public int runs() {
    return runs;
  }

  /** The component that a run belongs to, from 1. */
  public int component(int run) {
    return components[run];
  }

  public int row(int run) {
    return rows[run];
  }

  public int start(int run) {
    return starts[run];
  }

  /** The pixel behind the run's last. */
  public int end(int run) {
    return ends[run];
  }

  /** How many pixels each component has; at 0 the pixels outside all components. */
  public int[] areas() {
    int[] areas = new int[count + 1];
    areas[0] = width * height;
    for (int run = 0; run < runs; run++) {
      areas[components[run]] += ends[run] - starts[run];
      areas[0] -= ends[run] - starts[run];
    }
    return areas;
  }

  /** The component with the most pixels, of equal ones the first; 0 where there is none. */
  public int largest() {
    int[] areas = areas();
    int largest = 0;
    for (int component = 1; component <= count; component++)
      if (largest == 0 || areas[component] > areas[largest]) largest = component;
    return largest;
  }

  /**
   * @return a new array [H,W], 0 outside components and 1 to {@link #count} inside
   */
  public int[] labels() {
    int[] labels = new int[width * height];
    for (int run = 0; run < runs; run++) {
      int offset = rows[run] * width;
      Arrays.fill(labels, offset + starts[run], offset + ends[run], components[run]);
    }
    return labels;
  }
}
