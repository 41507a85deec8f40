package sc.fiji.cavga.dataset;

import java.util.SplittableRandom;
import sc.fiji.cavga.image.PreparedPicture;

/**
 * Paints anomalies into normal pictures, so that a network can be shown what it is to find without
 * any anomalous picture: spots, patches, clusters of specks and streaks of any size down to a
 * pixel, darker, brighter or of another colour, faint to plain; parts pasted from elsewhere; and
 * what stands out in the picture magnified, as an optic cup is enlarged in glaucoma. None is drawn
 * after a particular lesion.
 */
final class AnomalyPainter {

  /** Some are left as they are, so that clean pictures are known as well. */
  private static final double CLEAN_SHARE = 0.15;

  private static final int MOST_LAYERS = 3;
  private static final double MAGNIFIED_SHARE = 0.15;
  private static final double PASTED_SHARE = 0.1;

  /** A change that no one could see is not asked for. */
  private static final float SMALLEST_CHANGE = 0.01f;

  private AnomalyPainter() {}

  /**
   * The same seed gives the same bits.
   *
   * @param picture a normal one, which stays as it is
   */
  static PaintedPicture paint(PreparedPicture picture, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = picture.values().clone();
    float[] mask = new float[picture.fieldOfView().length];
    if (random.nextDouble() >= CLEAN_SHARE)
      for (int layers = 1 + random.nextInt(MOST_LAYERS); layers > 0; layers--)
        layer(picture, values, mask, random);
    return new PaintedPicture(
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
      coverage = PaintedShapes.draw(picture, random);
      if (random.nextDouble() < PASTED_SHARE) paste(picture, before, values, coverage, random);
      else Paint.draw(picture.channels(), random).apply(before, values, coverage);
    }
    mark(picture, before, values, coverage, mask);
  }

  /** Another part of the same picture, moved by up to half its width. */
  private static void paste(
      PreparedPicture picture,
      float[] before,
      float[] values,
      float[] coverage,
      SplittableRandom random) {
    int size = picture.size();
    int plane = size * size;
    int moveX = random.nextInt(size) - size / 2;
    int moveY = random.nextInt(size) - size / 2;
    for (int i = 0; i < plane; i++) {
      int x = i % size - moveX;
      int y = i / size - moveY;
      boolean there = x >= 0 && y >= 0 && x < size && y < size;
      if (!there || !(picture.fieldOfView()[y * size + x] > 0)) coverage[i] = 0;
      for (int c = 0; coverage[i] > 0 && c < picture.channels(); c++)
        values[c * plane + i] +=
            coverage[i] * (before[c * plane + y * size + x] - before[c * plane + i]);
    }
  }

  private static void mark(
      PreparedPicture picture, float[] before, float[] values, float[] coverage, float[] mask) {
    int plane = mask.length;
    for (int i = 0; i < plane; i++) {
      if (!(picture.fieldOfView()[i] > 0)) continue;
      float change = 0;
      for (int c = 0; c < picture.channels(); c++)
        change = Math.max(change, Math.abs(values[c * plane + i] - before[c * plane + i]));
      if (coverage[i] > 0.5 && change > SMALLEST_CHANGE) mask[i] = 1;
    }
  }
}
