package sc.fiji.cavga.method.local.gaussian;

import java.util.Arrays;
import java.util.stream.IntStream;
import sc.fiji.cavga.preprocess.PictureBatch;

/**
 * What a {@link sc.fiji.cavga.method.local.net.SegmentationNet} is shown of a picture: how each
 * place deviates from what is normal there, where it lies, and whether it can be seen. It never
 * sees the picture itself, in which cameras differ more than lesions do from what surrounds them.
 */
public final class ZScores {

  /** In spreads; beyond, a place is as unusual as can be. */
  static final float LARGEST_DEVIATION = 8;

  private static final int PLACE = 2;
  private static final int SEEN = 1;

  private final int size;
  private final int features;
  private final ZScoreField field;

  public ZScores(GaussianField field) {
    size = field.grid().size();
    features = field.features();
    this.field = new ZScoreField(field);
  }

  /** K, the number of channels. */
  public int channels() {
    return channels(features);
  }

  static int channels(int features) {
    return features + PLACE + SEEN;
  }

  /** Width and height in pixels. */
  public int size() {
    return size;
  }

  /**
   * @return [B,K,H,W]: the features' deviations in spreads, then y and x of the place, from −1 to
   *     1, then 1 inside the field of view; outside of it only the place is not zero
   */
  public float[] of(PictureBatch batch) {
    int plane = size * size;
    float[] scores = new float[batch.count() * channels() * plane];
    IntStream.range(0, batch.count())
        .parallel()
        .forEach(
            b -> {
              float[] fieldOfView =
                  Arrays.copyOfRange(batch.fieldOfView(), b * plane, (b + 1) * plane);
              int volume = batch.channels() * plane;
              float[] values = Arrays.copyOfRange(batch.values(), b * volume, (b + 1) * volume);
              DogFeatures picture = DogFeatures.of(values, batch.channels(), fieldOfView, size);
              write(picture, fieldOfView, scores, b * channels() * plane);
            });
    return scores;
  }

  /** As the other method, of one picture. */
  public float[] of(DogFeatures picture, float[] fieldOfView) {
    float[] scores = new float[channels() * size * size];
    write(picture, fieldOfView, scores, 0);
    return scores;
  }

  private void write(DogFeatures picture, float[] fieldOfView, float[] to, int first) {
    field.write(picture, fieldOfView, LARGEST_DEVIATION, to, first);
    int plane = size * size;
    int at = first + features * plane;
    System.arraycopy(places(), 0, to, at, PLACE * plane);
    System.arraycopy(fieldOfView, 0, to, at + PLACE * plane, plane);
  }

  /** y and x of each place, [2,H,W]. */
  float[] places() {
    int plane = size * size;
    float[] places = new float[PLACE * plane];
    for (int i = 0; i < plane; i++) {
      places[i] = place(i / size);
      places[plane + i] = place(i % size);
    }
    return places;
  }

  private float place(int at) {
    return 2f * at / Math.max(1, size - 1) - 1;
  }
}
