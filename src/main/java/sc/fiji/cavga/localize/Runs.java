package sc.fiji.cavga.localize;

import java.util.Arrays;

/**
 * The pixels above a threshold as horizontal runs, joined to 8-connected components while the
 * picture is read once, row by row: memory follows the number of runs, not of pixels.
 */
final class Runs {

  private int count;
  private int[] rows = new int[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] parents = new int[256];

  private Runs() {}

  /**
   * @param pixels row by row; NaN lies above nothing
   * @param threshold what a pixel must exceed
   */
  static Runs above(float[] pixels, int width, float threshold) {
    Runs runs = new Runs();
    int previous = 0;
    int height = pixels.length / width;
    for (int y = 0; y < height; y++) {
      int first = runs.count;
      runs.addRow(pixels, y, width, threshold);
      runs.join(previous, first);
      previous = first;
    }
    return runs;
  }

  private void addRow(float[] pixels, int y, int width, float threshold) {
    int offset = y * width;
    for (int x = 0; x < width; x++) {
      if (!(pixels[offset + x] > threshold)) continue;
      int start = x;
      while (x < width && pixels[offset + x] > threshold) x++;
      add(y, start, x);
    }
  }

  private void add(int row, int start, int end) {
    if (count == rows.length) {
      int larger = 2 * count;
      rows = Arrays.copyOf(rows, larger);
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      parents = Arrays.copyOf(parents, larger);
    }
    rows[count] = row;
    starts[count] = start;
    ends[count] = end;
    parents[count] = count;
    count++;
  }

  /** Joins the runs of a row, from {@code first} on, with those of the row before. */
  private void join(int previous, int first) {
    int above = previous;
    int below = first;
    while (above < first && below < count && rows[above] == rows[below] - 1) {
      // An end is the pixel behind the run: equality is a touch at a corner.
      if (starts[above] <= ends[below] && starts[below] <= ends[above]) union(above, below);
      if (ends[above] < ends[below]) above++;
      else below++;
    }
  }

  private void union(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  /** The first run of the run's component, the same for all of its runs. */
  int root(int run) {
    int at = run;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  int count() {
    return count;
  }

  int row(int run) {
    return rows[run];
  }

  int start(int run) {
    return starts[run];
  }

  /** The pixel behind the last. */
  int end(int run) {
    return ends[run];
  }
}
