package sc.fiji.cavga.method.local.weak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.method.local.gaussian.DogFeatures;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.model.calibration.LogisticRegression;
import sc.fiji.cavga.model.calibration.NormalAtlas;
import sc.fiji.cavga.model.calibration.PixelSums;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Learns from labels of whole pictures what the anomalies in them look like (multiple-instance
 * learning): the most unusual places of anomalous pictures against the most unusual places of
 * normal ones. Once that is learned, other places are the most unusual, so it is done again.
 *
 * <pre>{@code
 * WeakReweightingFitter fitting = new WeakReweightingFitter(field);
 * normals.forEach(fitting::calibrate);
 * for (int round = 0; round < WeakReweightingFitter.ROUNDS; round++) {
 *   pictures.forEach(picture -> fitting.add(picture, isAnomalous(picture)));
 *   fitting.learn();
 * }
 * WeakReweighting result = fitting.reweighting();
 * }</pre>
 */
public final class WeakReweightingFitter {

  /** More change little. */
  public static final int ROUNDS = 2;

  /** The share of a picture's places that are looked at. */
  private static final double SHARE = 0.01;

  /** More places of one picture are much alike. */
  private static final int MOST_PLACES = 160;

  private final WhitenedDeviations deviations;
  private final List<float[]> normal = new ArrayList<>();
  private final List<float[]> anomalous = new ArrayList<>();
  private final GaussianField field;
  private WeakReweighting reweighting;
  private PixelSums sums;
  private NormalAtlas atlas;

  public WeakReweightingFitter(GaussianField field) {
    this.field = field;
    deviations = new WhitenedDeviations(field);
  }

  /** Takes in how unusual a normal picture looks; all of them, before {@link #add}. */
  public void calibrate(PreparedPicture picture) {
    if (sums == null) sums = new PixelSums(picture.size() * picture.size());
    float[] distances = field.smoothHalfDistances(picture, DogFeatures.of(picture));
    for (int i = 0; i < distances.length; i++)
      if (!(picture.fieldOfView()[i] > 0)) distances[i] = Float.NaN;
    sums.add(distances);
  }

  /** Takes in the most unusual places of a picture. */
  public void add(PreparedPicture picture, boolean isAnomalous) {
    if (atlas == null) atlas = atlas(picture.size());
    DogFeatures features = DogFeatures.of(picture);
    float[] standardized =
        WeakReweighting.standardized(atlas, picture, field.smoothHalfDistances(picture, features));
    float[][] each = deviations.of(features, picture.fieldOfView());
    float[] judged =
        reweighting == null ? standardized : reweighting.weigh(picture, standardized, each);
    for (int pixel : largest(judged, picture.fieldOfView()))
      (isAnomalous ? anomalous : normal)
          .add(WeakReweighting.describe(each[pixel], standardized[pixel]));
  }

  private NormalAtlas atlas(int size) {
    if (sums == null || sums.isEmpty())
      throw new IllegalStateException(
          "There is no normal picture to compare with: add at least one whose retina shows.");
    return NormalAtlas.of(sums, null, size);
  }

  /** The places with the largest values, some of them where there are many. */
  private static int[] largest(float[] values, float[] fieldOfView) {
    int count = 0;
    long[] keys = new long[values.length];
    for (int i = 0; i < values.length; i++)
      if (fieldOfView[i] > 0) {
        int bits = Float.floatToIntBits(values[i]);
        keys[count++] = (long) (bits < 0 ? ~bits ^ 0x80000000 : bits) << 32 | i;
      }
    Arrays.sort(keys, 0, count);
    int top = Math.min(count, Math.max(1, (int) (SHARE * count)));
    int[] places = new int[Math.min(top, MOST_PLACES)];
    for (int k = 0; k < places.length; k++)
      places[k] = (int) keys[count - 1 - (int) ((long) k * top / places.length)];
    return places;
  }

  /**
   * Ends a round.
   *
   * @throws IllegalStateException when pictures of one kind are missing
   */
  public void learn() {
    if (normal.isEmpty() || anomalous.isEmpty())
      throw new IllegalStateException(
          "Normal and anomalous pictures are both needed to tell them apart: add the missing ones.");
    reweighting = new WeakReweighting(atlas, LogisticRegression.fit(normal, anomalous));
    normal.clear();
    anomalous.clear();
  }

  /**
   * What an earlier fitting has learned, of the normal pictures that were taken in now.
   *
   * @throws IllegalStateException when there are none
   */
  public WeakReweighting recalibrated(WeakReweighting earlier) {
    int size = field.grid().size();
    return new WeakReweighting(atlas(size), earlier.weights());
  }

  /** What was learned; null before the first round's end. */
  public WeakReweighting reweighting() {
    return reweighting;
  }
}
