package sc.fiji.cavga.method.local.net;

import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.feed.AnomalousBatch;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.preprocess.PictureBatch;

/** What a U-Net makes of synthetic anomalies in pictures that it never saw. */
public final class SegmentationNetCheck {

  /** Below, the U-Net tells next to nothing. */
  public static final double LEAST_EXPLAINED = 0.2;

  /** For a warning more would change little. */
  private static final int MOST_PICTURES = 64;

  private final TrainingControl control;

  public SegmentationNetCheck(TrainingControl control) {
    this.control = control;
  }

  /**
   * The share of the uncertainty about where synthetic anomalies lie that the U-Net removes: 1 less
   * its cross-entropy over that of someone who knows only how much they cover.
   *
   * @return up to 1; 0 or less where it knows nothing
   */
  public double explained(SegmentationNets nets, ZScores scores, PreparedSamples heldOut)
      throws IOException, InterruptedException {
    PreparedSamples some = heldOut.atMost(MOST_PICTURES);
    double entropy = 0;
    double covered = 0;
    double seen = 0;
    for (int i = 0; i < some.count(); i++) {
      control.check();
      PictureBatch one = AnomalousBatch.of(List.of(some.get(i)), i);
      float[] logits = nets.infer(scores.of(one), one.fieldOfView());
      for (int pixel = 0; pixel < logits.length; pixel++) {
        if (!(one.fieldOfView()[pixel] > 0)) continue;
        entropy += crossEntropy(logits[pixel], one.painted()[pixel]);
        covered += one.painted()[pixel];
        seen++;
      }
    }
    double share = Math.min(1 - 1 / (seen + 1), Math.max(1 / (seen + 1), covered / seen));
    double prior = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
    return 1 - entropy / seen / prior;
  }

  static double crossEntropy(double logit, double truth) {
    return Math.max(logit, 0) - logit * truth + Math.log1p(Math.exp(-Math.abs(logit)));
  }
}
