package sc.fiji.cavga.method.local;

import sc.fiji.cavga.model.examination.ScoreParts;

/** A local model's score parts, for tests of what is made of them. */
public final class ScorePartsOf {

  private ScorePartsOf() {}

  /**
   * @param logits of the U-Net, [H,W], NaN outside the field of view
   * @param halfDistances [H,W], NaN outside the field of view
   */
  public static ScoreParts maps(float[] logits, float[] halfDistances, double distanceWeight) {
    return new LocalScoreParts(logits, halfDistances, distanceWeight);
  }
}
