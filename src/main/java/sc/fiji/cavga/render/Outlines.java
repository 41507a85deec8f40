package sc.fiji.cavga.render;

import ij.process.ColorProcessor;
import java.util.Arrays;

/** Outlines of what a mask marks, for one picture. */
public final class Outlines {

  private static final int LINE = 0xffffff;
  private static final int RIM = 0x000000;
  private static final float RIM_OPACITY = 0.55f;

  private final boolean[] inside;
  private final int width;
  private final int height;

  /**
   * @param inside [H,W], the mask; read, not changed
   * @param width of the mask
   */
  public Outlines(boolean[] inside, int width) {
    this.inside = inside;
    this.width = width;
    this.height = inside.length / width;
  }

  /**
   * Draws a light line with a dark rim, readable on any retina. It lies just outside, so that a
   * small lesion is not painted over.
   *
   * @param canvas the mask's picture lies in its upper left corner
   * @param lineWidth in pixels
   */
  public void draw(ColorProcessor canvas, double lineWidth) {
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
        pixels[at] = 0xff000000 | Rgb.blended(Rgb.blended(pixels[at], RIM, rim), LINE, line);
      }
  }

  /**
   * Gives a colour to the pixels just outside, so that a small lesion stays visible.
   *
   * @param pixels [H,W], of the mask's size
   */
  public void drawOutside(int[] pixels, int colour) {
    for (int at = 0; at < pixels.length; at++)
      if (!inside[at] && touches(at, true, false)) pixels[at] = colour;
  }

  /**
   * Gives a colour to the outermost pixels inside, those at the picture's edge among them.
   *
   * @param pixels [H,W], of the mask's size
   */
  public void drawInside(int[] pixels, int colour) {
    for (int at = 0; at < pixels.length; at++)
      if (inside[at] && touches(at, false, true)) pixels[at] = colour;
  }

  /**
   * Whether a pixel has a neighbour at one of its sides that is inside, or outside.
   *
   * @param edge the answer for a pixel at the picture's edge, whatever its neighbours are
   */
  private boolean touches(int at, boolean neighbour, boolean edge) {
    int x = at % width;
    int y = at / width;
    if (edge && (x == 0 || x == width - 1 || y == 0 || y == height - 1)) return true;
    return x > 0 && inside[at - 1] == neighbour
        || x < width - 1 && inside[at + 1] == neighbour
        || y > 0 && inside[at - width] == neighbour
        || y < height - 1 && inside[at + width] == neighbour;
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
        if (touches(y * width + x, false, false)) spread(distance, x, y, reach);
      }
    return distance;
  }

  private void spread(float[] distance, int x, int y, int reach) {
    for (int dy = Math.max(-reach, -y); dy <= Math.min(reach, height - 1 - y); dy++)
      for (int dx = Math.max(-reach, -x); dx <= Math.min(reach, width - 1 - x); dx++) {
        int at = (y + dy) * width + x + dx;
        distance[at] = Math.min(distance[at], (float) Math.sqrt(dx * dx + dy * dy));
      }
  }
}
