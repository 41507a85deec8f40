package sc.fiji.cavga.model.examination;

import java.util.Objects;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * A raw anomaly map, before calibration: of the network's square, or of a square of its own inside
 * the picture. Raw maps are never stretched for each picture, so that a healthy eye is not marked.
 */
public final class RawMap {

  private final float[] values;
  private final float[] inside;
  private final Placement placement;
  private final ScoreParts parts;
  private final boolean inLimits;

  /** Of the network's square, whose score is made of the map's own highest values. */
  public RawMap(float[] values, PreparedPicture picture) {
    this(values, picture, ScoreParts.NONE);
  }

  /**
   * Of the network's square.
   *
   * @param values [H,W] at the network's size, larger where more anomalous
   * @param parts what the picture's score is made of
   */
  public RawMap(float[] values, PreparedPicture picture, ScoreParts parts) {
    this(values, picture.fieldOfView(), picture.placement(), parts);
  }

  /**
   * @param values [H,W], square, larger where more anomalous
   * @param inside [H,W], 1 where the map says something and 0 elsewhere
   * @param placement of the map's square in the picture
   * @param parts what the picture's score is made of; {@link ScoreParts#NONE} for the map's own
   *     highest values
   */
  public RawMap(float[] values, float[] inside, Placement placement, ScoreParts parts) {
    this(values, inside, placement, parts, false);
  }

  private RawMap(
      float[] values, float[] inside, Placement placement, ScoreParts parts, boolean inLimits) {
    if (values.length != inside.length)
      throw new IllegalArgumentException("A raw map and its inside must have one size.");
    this.values = values;
    this.inside = inside;
    this.placement = Objects.requireNonNull(placement);
    this.parts = Objects.requireNonNull(parts);
    this.inLimits = inLimits;
  }

  /**
   * The same of a method that knows its limits itself: 1.0 is the limit, and calibration leaves the
   * values as they are.
   */
  public RawMap inLimits() {
    return new RawMap(values, inside, placement, parts, true);
  }

  /** Whether 1.0 is the limit already. */
  public boolean isInLimits() {
    return inLimits;
  }

  /** [H,W]; the array itself. */
  public float[] values() {
    return values;
  }

  /** [H,W], 1 where the map says something and 0 elsewhere; the array itself. */
  public float[] inside() {
    return inside;
  }

  /** Where its square lies in the picture. */
  public Placement placement() {
    return placement;
  }

  public ScoreParts parts() {
    return parts;
  }

  /** False where the model that made it gives no numbers for a place inside. */
  public boolean isFinite() {
    for (int i = 0; i < values.length; i++)
      if (inside[i] > 0 && !Float.isFinite(values[i])) return false;
    return true;
  }
}
