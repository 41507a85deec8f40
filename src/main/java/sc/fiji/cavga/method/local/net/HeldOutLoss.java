package sc.fiji.cavga.method.local.net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.feed.AnomalousBatch;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** The U-Net's loss on synthetic anomalies in held-out pictures, the same ones each time. */
final class HeldOutLoss {

  private static final int PICTURES = 4;

  private final SegmentationNet net;
  private final ZScores scores;
  private final PictureBatch batch;

  HeldOutLoss(SegmentationNet net, ZScores scores, PreparedSamples heldOut) throws IOException {
    this.net = net;
    this.scores = scores;
    PreparedSamples some = heldOut.atMost(PICTURES);
    List<PreparedPicture> pictures = new ArrayList<>();
    for (int i = 0; i < some.count(); i++) pictures.add(some.get(i));
    batch = AnomalousBatch.of(pictures, 0);
  }

  /** The cross-entropy per pixel of a picture, those outside the field of view counted as 0. */
  double value() {
    int plane = batch.size() * batch.size();
    float[] shown = scores.of(batch);
    int volume = shown.length / batch.count();
    double sum = 0;
    for (int b = 0; b < batch.count(); b++) {
      float[] inside = Arrays.copyOfRange(batch.fieldOfView(), b * plane, (b + 1) * plane);
      float[] logits = net.infer(Arrays.copyOfRange(shown, b * volume, (b + 1) * volume), inside);
      for (int i = 0; i < plane; i++)
        if (inside[i] > 0)
          sum += SegmentationNetCheck.crossEntropy(logits[i], batch.painted()[b * plane + i]);
    }
    return sum / (batch.count() * plane);
  }
}
