package sc.fiji.cavga.model;

import java.util.Optional;

/**
 * A raw anomaly map and, where it is joined of what a density and a detector say, these two: a
 * {@link Calibration} makes the picture's score of them.
 */
public final class RawMap {

  private final float[] values;
  private final float[] logits;
  private final float[] surprise;

  /** A map that is not joined. */
  RawMap(float[] values) {
    this(values, null, null);
  }

  /**
   * @param values [H,W]
   * @param logits of the detector, [H,W], NaN outside the field of view
   * @param surprise of the density, [H,W], NaN outside the field of view
   */
  RawMap(float[] values, float[] logits, float[] surprise) {
    this.values = values;
    this.logits = logits;
    this.surprise = surprise;
  }

  /**
   * [H,W] at the network's size, larger where more anomalous, zero outside the field of view; the
   * array itself.
   */
  public float[] values() {
    return values;
  }

  /**
   * @param fieldOfView [H,W], 1 inside the field of view and 0 outside
   * @return false where the model that made it gives no numbers for a place inside
   */
  public boolean isFinite(float[] fieldOfView) {
    for (int i = 0; i < values.length; i++)
      if (fieldOfView[i] > 0 && !Float.isFinite(values[i])) return false;
    return true;
  }

  /**
   * @param share of the field of view, the most unusual one, that counts
   * @return empty where the map is not joined
   */
  Optional<ScoreParts> signs(double share) {
    return logits == null ? Optional.empty() : Optional.of(ScoreParts.of(logits, surprise, share));
  }
}
