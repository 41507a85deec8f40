package sc.fiji.cavga.method.local.weak;

import sc.fiji.cavga.model.calibration.NormalAtlas;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * What weak supervision tells the default map: whether an unusual place differs in the way in which
 * places of anomalous pictures do, or in the way in which normal eyes differ from each other. It
 * raises or lowers the map, and never by so much that something unusual vanishes.
 *
 * <p>Learned from pictures' labels alone by {@link WeakReweightingFitter}, stored in the model.
 */
public final class WeakReweighting {

  /** What is left of an unusual place that looks like a normal variation. */
  static final float LEAST = 0.3f;

  static final float LARGEST_DEVIATION = 6;
  static final float LARGEST_SQUARE = 16;

  private final NormalAtlas atlas;
  private final float[] weights;

  /**
   * @param atlas of the distances of normal training pictures
   * @param weights [3D+2], see {@link #describe}, and the constant at the end
   * @throws IllegalArgumentException when a number is not finite or a spread not positive
   */
  public WeakReweighting(NormalAtlas atlas, float[] weights) {
    this.atlas = atlas;
    this.weights = weights;
    for (float[] numbers : new float[][] {weights, atlas.mean(), atlas.spread()})
      for (float number : numbers)
        if (!Float.isFinite(number)) throw new IllegalArgumentException("a number is not finite.");
    for (float spread : atlas.spread())
      if (!(spread > 0)) throw new IllegalArgumentException("a spread is not positive.");
  }

  public NormalAtlas atlas() {
    return atlas;
  }

  public float[] weights() {
    return weights;
  }

  /**
   * @throws IllegalArgumentException when it was not learned of places with so many features
   */
  public void requireFitting(int features) {
    if (weights.length != descriptionLength(features) + 1)
      throw new IllegalArgumentException("what it knows of anomalies does not fit it.");
  }

  /** How many numbers describe a place by so many features. */
  static int descriptionLength(int features) {
    return 3 * features + 1;
  }

  /**
   * @param deviation [D], see {@link WhitenedDeviations}
   * @param distances in spreads above the mean of normals there
   * @return [3D+1]: the deviation, its magnitudes, its squares, and the distances's logarithm
   */
  static float[] describe(float[] deviation, float distances) {
    int features = deviation.length;
    float[] description = new float[descriptionLength(features)];
    for (int i = 0; i < features; i++) {
      float value = Math.max(-LARGEST_DEVIATION, Math.min(LARGEST_DEVIATION, deviation[i]));
      description[i] = value;
      description[features + i] = Math.abs(value);
      description[2 * features + i] = Math.min(value * value, LARGEST_SQUARE);
    }
    description[3 * features] = (float) Math.log1p(Math.max(distances, 0));
    return description;
  }

  /** In spreads above the mean of normals at each place, [H,W]; zero outside the field of view. */
  public static float[] standardized(
      NormalAtlas atlas, PreparedPicture picture, float[] distances) {
    float[] result = new float[distances.length];
    for (int i = 0; i < result.length; i++)
      if (picture.fieldOfView()[i] > 0) result[i] = atlas.deviation(distances[i], i);
    return result;
  }

  /**
   * @param standardized [H,W], see the method of this name
   * @param deviations [H·W][D]
   * @return [H,W], the standardized distances, raised where it is like that of anomalous pictures
   */
  public float[] weigh(PreparedPicture picture, float[] standardized, float[][] deviations) {
    float[] logits = new float[standardized.length];
    for (int i = 0; i < logits.length; i++)
      if (deviations[i] != null) logits[i] = logit(describe(deviations[i], standardized[i]));
    float[] smooth =
        MaskedGaussian.blur(
            logits,
            picture.fieldOfView(),
            picture.size(),
            MaskedGaussian.scaled(1, picture.size()));
    float[] result = new float[standardized.length];
    for (int i = 0; i < result.length; i++)
      result[i] = (float) (standardized[i] * (LEAST + 1 / (1 + Math.exp(-smooth[i]))));
    return result;
  }

  private float logit(float[] description) {
    float sum = weights[description.length];
    for (int i = 0; i < description.length; i++) sum += weights[i] * description[i];
    return sum;
  }
}
