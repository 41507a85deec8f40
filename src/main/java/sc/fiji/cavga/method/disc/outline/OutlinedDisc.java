package sc.fiji.cavga.method.disc.outline;

import java.util.Objects;
import java.util.Optional;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Where optic disc and cup lie in a square of a picture, as probabilities; or why nothing is known
 * of them. Upright and not mirrored: left is left in the picture. Immutable, but that its arrays
 * are shared.
 */
public final class OutlinedDisc {

  private final PreparedPicture square;
  private final float[] disc;
  private final float[] cup;
  private final double fieldDiameter;
  private final double confidence;
  private final String reason;

  private OutlinedDisc(
      PreparedPicture square,
      float[] disc,
      float[] cup,
      double fieldDiameter,
      double confidence,
      String reason) {
    this.square = square;
    this.disc = disc;
    this.cup = cup;
    this.fieldDiameter = fieldDiameter;
    this.confidence = confidence;
    this.reason = reason;
  }

  /**
   * @param square of the picture, around the disc, [3,H,W]
   * @param disc [H,W], the probability that a place belongs to the disc, its cup included
   * @param cup [H,W], the probability that a place belongs to the cup
   * @param fieldDiameter of the picture's field of view, in the picture's own pixels
   * @param confidence 0 to 1, how certain the outlines are
   */
  public static OutlinedDisc of(
      PreparedPicture square, float[] disc, float[] cup, double fieldDiameter, double confidence) {
    int pixels = square.size() * square.size();
    if (disc.length != pixels || cup.length != pixels)
      throw new IllegalArgumentException("Disc and cup must have the square's size.");
    return new OutlinedDisc(
        square,
        Objects.requireNonNull(disc),
        Objects.requireNonNull(cup),
        fieldDiameter,
        confidence,
        null);
  }

  /**
   * @param reason one sentence that says why there is nothing to outline
   */
  public static OutlinedDisc missing(String reason) {
    return new OutlinedDisc(null, null, null, Double.NaN, 0, Objects.requireNonNull(reason));
  }

  /** Why nothing was outlined; empty where something was. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** The square of the picture that was looked at: its placement says where it lies. */
  public PreparedPicture square() {
    return square;
  }

  /** [H,W], 0 to 1, the cup included; the array itself. */
  public float[] disc() {
    return disc;
  }

  /** [H,W], 0 to 1; the array itself. */
  public float[] cup() {
    return cup;
  }

  /** Of the picture's field of view, in the picture's own pixels. */
  public double fieldDiameter() {
    return fieldDiameter;
  }

  /** 0 to 1, how certain the outlines are. */
  public double confidence() {
    return confidence;
  }
}
