package sc.fiji.cavga.retina;

/** How far the cells of a region lie from its outside. The grid's own edge is no outside. */
final class Depth {

  private static final float DIAGONAL = (float) Math.sqrt(2);

  private Depth() {}

  /**
   * Distance to the nearest cell outside, in cells, by two passes over the neighbours (chamfer).
   */
  static float[] of(boolean[] inside, int columns) {
    int rows = inside.length / columns;
    float[] depth = new float[inside.length];
    for (int i = 0; i < depth.length; i++) depth[i] = inside[i] ? columns + rows : 0;
    for (int i = 0; i < depth.length; i++) shorten(depth, columns, i, -1);
    for (int i = depth.length - 1; i >= 0; i--) shorten(depth, columns, i, 1);
    return depth;
  }

  private static void shorten(float[] depth, int columns, int i, int direction) {
    int column = i % columns;
    int before = column + direction;
    float least = depth[i];
    boolean hasBefore = before >= 0 && before < columns;
    if (hasBefore) least = Math.min(least, depth[i + direction] + 1);
    int row = i + direction * columns;
    if (row >= 0 && row < depth.length) {
      least = Math.min(least, depth[row] + 1);
      if (hasBefore) least = Math.min(least, depth[row + direction] + DIAGONAL);
      int after = column - direction;
      if (after >= 0 && after < columns) least = Math.min(least, depth[row - direction] + DIAGONAL);
    }
    depth[i] = least;
  }

  /** The region without what is narrower than twice the radius. */
  static boolean[] opened(boolean[] inside, int columns, float radius) {
    float[] depth = of(inside, columns);
    boolean[] farFromCore = new boolean[inside.length];
    for (int i = 0; i < inside.length; i++) farFromCore[i] = depth[i] <= radius;
    float[] toCore = of(farFromCore, columns);
    boolean[] opened = new boolean[inside.length];
    for (int i = 0; i < inside.length; i++) opened[i] = inside[i] && toCore[i] <= radius;
    return opened;
  }
}
