package sc.fiji.cavga.localize;

import ij.process.ColorProcessor;
import java.util.Arrays;
import java.util.List;

/**
 * Outlines of regions as a light line with a dark rim, readable on any retina. They lie just
 * outside the regions, so that a small lesion is not painted over.
 */
final class Outlines {

  private static final int LINE = 0xffffff;
  private static final int RIM = 0x000000;
  private static final float RIM_OPACITY = 0.55f;

  private final boolean[] inside;
  private final int width;
  private final int height;

  private Outlines(int width, int height) {
    this.inside = new boolean[width * height];
    this.width = width;
    this.height = height;
  }

  /**
   * @param canvas the picture lies in its upper left corner
   * @param width of the picture on the canvas
   * @param height of the picture on the canvas
   * @param scale canvas pixels for a picture pixel
   */
  static void draw(
      ColorProcessor canvas,
      List<Region> regions,
      int width,
      int height,
      double scale,
      double lineWidth) {
    if (regions.isEmpty()) return;
    Outlines outlines = new Outlines(width, height);
    for (Region region : regions) outlines.fill(region.pixels(), scale);
    outlines.paint(canvas, lineWidth);
  }

  private void fill(RegionPixels pixels, double scale) {
    for (int run = 0; run < pixels.count(); run++) {
      int top = position(pixels.row(run), scale, height);
      int bottom = Math.max(top + 1, position(pixels.row(run) + 1, scale, height));
      int left = position(pixels.start(run), scale, width);
      int right = Math.max(left + 1, position(pixels.end(run), scale, width));
      for (int y = top; y < Math.min(bottom, height); y++)
        Arrays.fill(inside, y * width + left, y * width + Math.min(right, width), true);
    }
  }

  private static int position(int picturePixel, double scale, int size) {
    return Math.min(size - 1, (int) Math.round(picturePixel * scale));
  }

  private void paint(ColorProcessor canvas, double lineWidth) {
    int reach = (int) Math.ceil(2 * lineWidth + 1);
    float[] distance = distance(reach);
    int[] pixels = (int[]) canvas.getPixels();
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        float d = distance[y * width + x];
        if (d == 0 || d > reach) continue;
        int at = y * canvas.getWidth() + x;
        // Half a pixel of slope at each side smooths the line.
        float line = clamp((float) (lineWidth + 0.5 - Math.abs(d - 0.5)));
        float rim = clamp((float) (2 * lineWidth + 0.5 - d)) * RIM_OPACITY;
        pixels[at] =
            0xff000000 | HeatMap.blended(HeatMap.blended(pixels[at], RIM, rim), LINE, line);
      }
  }

  private static float clamp(float share) {
    return Math.max(0, Math.min(1, share));
  }

  /** To the nearest pixel inside, exact up to the reach, larger beyond it. */
  private float[] distance(int reach) {
    float[] distance = new float[inside.length];
    Arrays.fill(distance, Float.MAX_VALUE);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        if (!inside[y * width + x]) continue;
        distance[y * width + x] = 0;
        if (edge(x, y)) spread(distance, x, y, reach);
      }
    return distance;
  }

  private boolean edge(int x, int y) {
    int at = y * width + x;
    return x > 0 && !inside[at - 1]
        || x < width - 1 && !inside[at + 1]
        || y > 0 && !inside[at - width]
        || y < height - 1 && !inside[at + width];
  }

  private void spread(float[] distance, int x, int y, int reach) {
    for (int dy = Math.max(-reach, -y); dy <= Math.min(reach, height - 1 - y); dy++)
      for (int dx = Math.max(-reach, -x); dx <= Math.min(reach, width - 1 - x); dx++) {
        int at = (y + dy) * width + x + dx;
        distance[at] = Math.min(distance[at], (float) Math.sqrt(dx * dx + dy * dy));
      }
  }
}
