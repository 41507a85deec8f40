package sc.fiji.cavga.evaluate;

/** The connected regions of a mask; pixels that touch at a corner belong together. */
final class ConnectedRegions {

  private final int[] labels;
  private final int count;

  /**
   * @param mask [H,W], row-major
   * @param width of the mask
   */
  ConnectedRegions(boolean[] mask, int width) {
    int[] roots = new int[mask.length];
    for (int i = 0; i < mask.length; i++) {
      if (!mask[i]) continue;
      roots[i] = i;
      int x = i % width;
      if (x > 0) join(roots, mask, i, i - 1);
      if (i < width) continue;
      if (x > 0) join(roots, mask, i, i - width - 1);
      join(roots, mask, i, i - width);
      if (x < width - 1) join(roots, mask, i, i - width + 1);
    }
    labels = new int[mask.length];
    int regions = 0;
    for (int i = 0; i < mask.length; i++) {
      if (!mask[i]) continue;
      int root = root(roots, i);
      // The root is a region's first pixel, so it has its label already when others ask.
      labels[i] = root == i ? ++regions : labels[root];
    }
    count = regions;
  }

  private static void join(int[] roots, boolean[] mask, int i, int neighbour) {
    if (!mask[neighbour]) return;
    int a = root(roots, i);
    int b = root(roots, neighbour);
    roots[Math.max(a, b)] = Math.min(a, b);
  }

  private static int root(int[] roots, int i) {
    int root = i;
    while (roots[root] != root) {
      roots[root] = roots[roots[root]];
      root = roots[root];
    }
    return root;
  }

  /** [H,W], 0 outside regions and 1 to {@link #count} inside; the array itself. */
  int[] labels() {
    return labels;
  }

  int count() {
    return count;
  }
}
