package sc.fiji.cavga.model.calibration;

import java.util.List;
import sc.fiji.cavga.model.examination.OnnxRawMap;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.OnnxTopShare;
import sc.fiji.cavga.onnx.OnnxValue;

/** A {@link Calibration} in ONNX: from a raw map to the calibrated one, score and decision. */
public final class OnnxCalibration {

  private final Calibration calibration;
  private final OnnxPicture picture;
  private final OnnxValue map;
  private final OnnxValue score;

  /**
   * @param raw of the kind that the calibration was made for
   * @throws IllegalArgumentException with one sentence when it is of a map with other parts
   */
  public OnnxCalibration(Calibration calibration, OnnxRawMap raw, OnnxPicture picture) {
    this.calibration = calibration;
    this.picture = picture;
    OnnxTopShare top = new OnnxTopShare(picture, calibration.scoreShare());
    OnnxValue deviation = raw.values().standardized(calibration.mean(), calibration.spread());
    if (calibration.prior().isPresent())
      deviation = deviation.plus(lowering(calibration.prior().get(), top.mean(deviation)));
    OnnxValue calibrated = deviation.over(calibration.mapThreshold());
    map = picture.inside().choose(calibrated, Double.NaN);
    OnnxValue whole =
        calibration.imageScore().isPresent()
            ? score(calibration.imageScore().get(), raw)
            : top.mean(calibrated);
    score = picture.seen().choose(whole.shaped(-1), Double.NaN);
  }

  /** As {@link ImagePrior#lowering}, [B,1,1,1]. */
  private static OnnxValue lowering(ImagePrior prior, OnnxValue deviation) {
    return deviation
        .atLeast(ImagePrior.LEAST_DEVIATION)
        .logarithm()
        .minus(Math.log(prior.middle))
        .times(prior.slope)
        .sigmoid()
        .atLeast(ImagePrior.LEAST_PROBABILITY)
        .logarithm()
        .times(ImagePrior.WEIGHT)
        .shaped(-1, 1, 1, 1);
  }

  private OnnxValue score(ImageScore learned, OnnxRawMap raw) {
    List<OnnxValue> values =
        raw.parts().orElseThrow(ImageScore::otherParts).values(calibration.scoreShare());
    if (values.size() != learned.parts().size()) throw ImageScore.otherParts();
    OnnxValue score = null;
    for (int i = 0; i < values.size(); i++) {
      OnnxValue part =
          values
              .get(i)
              .minus(learned.mean(i))
              .times(learned.parts().get(i).weight() / learned.spread(i));
      score = score == null ? part : score.plus(part);
    }
    return score;
  }

  /** [B,1,H,W], 1.0 is the threshold, not a number outside the field of view. */
  public OnnxValue map() {
    return map;
  }

  /** [B], not a number where nothing lies inside the field of view. */
  public OnnxValue score() {
    return score;
  }

  /** [B], truth values: whether the score lies above its threshold. */
  public OnnxValue anomalous() {
    return score.above(calibration.scoreThreshold());
  }

  /**
   * [B], truth values: whether something can be said of the picture, as far as its score tells.
   *
   * @param asksScores whether a score below all that healthy pictures have speaks against it
   */
  public OnnxValue judged(boolean asksScores) {
    double least = asksScores ? calibration.leastHealthy() : Double.NEGATIVE_INFINITY;
    if (least == Double.NEGATIVE_INFINITY) return picture.seen();
    return anomalous().or(score.reaches(least));
  }
}
