package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Adds synthetic anomalies to normal pictures, so that a network can be shown what it is to find
 * without any anomalous picture: {@link AnomalyKind the kinds} that eyes show, and what stands out
 * in the picture magnified, as an optic cup is enlarged in glaucoma. Nothing is cut out of a
 * picture.
 */
public final class SyntheticAnomalies {

  /** Some are left as they are, so that clean pictures are known as well. */
  private static final double CLEAN_SHARE = 0.25;

  private static final int MOST_LAYERS = 4;
  private static final double MAGNIFIED_SHARE = 0.07;

  /** How much of a place has to be covered by paint, 0 to 1, for it to be marked. */
  private static final float LEAST_COVERED = 0.5f;

  /** A change that no one could see is not asked for. */
  private static final float SMALLEST_CHANGE = 0.01f;

  private SyntheticAnomalies() {}

  /**
   * The same seed gives the same bits.
   *
   * @param picture a normal one, which stays as it is
   */
  public static SyntheticPicture paint(PreparedPicture picture, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = picture.values().clone();
    float[] mask = new float[picture.fieldOfView().length];
    if (random.nextDouble() >= CLEAN_SHARE)
      for (int layers = 1 + random.nextInt(MOST_LAYERS); layers > 0; layers--)
        layer(picture, values, mask, random);
    return new SyntheticPicture(
        new PreparedPicture(
            picture.size(), picture.channels(), values, picture.fieldOfView(), picture.placement()),
        mask);
  }

  private static void layer(
      PreparedPicture picture, float[] values, float[] mask, SplittableRandom random) {
    float[] before = values.clone();
    float[] coverage;
    if (random.nextDouble() < MAGNIFIED_SHARE) {
      coverage = Magnification.draw(picture, random).apply(before, values);
    } else {
      AnomalyShapes shapes = new AnomalyShapes(picture, random);
      Paint paint = AnomalyKind.of(random).draw(shapes, picture.channels(), random);
      coverage = shapes.coverage();
      paint.apply(before, values, coverage);
    }
    mark(picture, before, values, coverage, mask);
  }

  private static void mark(
      PreparedPicture picture, float[] before, float[] values, float[] coverage, float[] mask) {
    int plane = mask.length;
    for (int i = 0; i < plane; i++) {
      if (!(coverage[i] > LEAST_COVERED && picture.fieldOfView()[i] > 0)) continue;
      float change = 0;
      for (int c = 0; c < picture.channels(); c++)
        change = Math.max(change, Math.abs(values[c * plane + i] - before[c * plane + i]));
      if (change > SMALLEST_CHANGE) mask[i] = 1;
    }
  }
}
