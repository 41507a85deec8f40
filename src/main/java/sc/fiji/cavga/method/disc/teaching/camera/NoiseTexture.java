package sc.fiji.cavga.method.disc.teaching.camera;

import java.util.Arrays;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/** Pictures of nothing: an even colour with coarse and fine blotches, grey to many-coloured. */
public final class NoiseTexture {

  private static final int LAYERS = 3;

  private NoiseTexture() {}

  /**
   * @param size width and height in pixels
   * @return [4][size·size]: red, green, blue, and the field of view, which is everywhere
   */
  public static float[][] draw(RandomStream random, int size) {
    float[][] planes = new float[4][size * size];
    for (int c = 0; c < 3; c++) Arrays.fill(planes[c], (float) random.uniform(0.1, 0.9));
    Arrays.fill(planes[3], 1);
    for (int layer = 0; layer < LAYERS; layer++) {
      double grain = Draw.ratio(random, 0.8, size / 5.0);
      double height = Draw.ratio(random, 0.005, 0.3);
      double shared = random.uniform(0, 1);
      float[] all = blotches(random, size, grain);
      for (int c = 0; c < 3; c++) {
        float[] own = blotches(random, size, grain);
        for (int i = 0; i < all.length; i++)
          planes[c][i] += (float) (height * (shared * all[i] + (1 - shared) * own[i]));
      }
    }
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < planes[c].length; i++)
        planes[c][i] = (float) Planes.clamp(planes[c][i], 0.01, 1);
    return planes;
  }

  /** Of deviation 1 or so, whatever their size. */
  private static float[] blotches(RandomStream random, int size, double grain) {
    float[] noise = Planes.blurred(Draw.noise(random, size), grain);
    float factor = (float) (2 * Math.sqrt(Math.PI) * grain);
    for (int i = 0; i < noise.length; i++) noise[i] *= factor;
    return noise;
  }
}
