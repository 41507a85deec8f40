package sc.fiji.cavga.method.local.net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.feed.AnomalousBatch;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** What the U-Net makes of synthetic anomalies in held-out pictures, the same ones each time. */
final class SegmentationNetPreview implements TrainingPreview {

  private static final int PICTURES = 4;

  private final SegmentationNet net;
  private final ZScores scores;
  private final List<PreparedPicture> pictures = new ArrayList<>();
  private final PictureBatch batch;
  private float[] logits;

  SegmentationNetPreview(SegmentationNet net, ZScores scores, PreparedSamples heldOut)
      throws IOException {
    this.net = net;
    this.scores = scores;
    PreparedSamples some = heldOut.atMost(PICTURES);
    for (int i = 0; i < some.count(); i++) pictures.add(some.get(i));
    batch = AnomalousBatch.of(pictures, 0);
  }

  /** The cross-entropy per pixel of a picture, those outside the field of view counted as 0. */
  double loss() {
    double sum = 0;
    float[] found = logits();
    for (int i = 0; i < found.length; i++)
      if (batch.fieldOfView()[i] > 0)
        sum += SegmentationNetCheck.crossEntropy(found[i], batch.painted()[i]);
    return sum / found.length;
  }

  private float[] logits() {
    if (logits != null) return logits;
    int plane = batch.size() * batch.size();
    float[] shown = scores.of(batch);
    int volume = shown.length / batch.count();
    logits = new float[batch.count() * plane];
    for (int b = 0; b < batch.count(); b++) {
      float[] one =
          net.infer(
              Arrays.copyOfRange(shown, b * volume, (b + 1) * volume),
              Arrays.copyOfRange(batch.fieldOfView(), b * plane, (b + 1) * plane));
      System.arraycopy(one, 0, logits, b * plane, plane);
    }
    return logits;
  }

  @Override
  public List<PreparedPicture> pictures() {
    return pictures;
  }

  @Override
  public List<Column> columns() {
    int plane = batch.size() * batch.size();
    int volume = batch.channels() * plane;
    float[] found = logits().clone();
    for (int i = 0; i < found.length; i++) found[i] = (float) (1 / (1 + Math.exp(-found[i])));
    return List.of(
        new Column("synthetic anomalies", planes(batch.values(), volume), 0),
        new Column("their mask", planes(batch.painted(), plane), 1),
        new Column("found (0 to 1)", planes(found, plane), 1));
  }

  private List<float[]> planes(float[] values, int each) {
    List<float[]> planes = new ArrayList<>();
    for (int b = 0; b < batch.count(); b++)
      planes.add(Arrays.copyOfRange(values, b * each, (b + 1) * each));
    return planes;
  }
}
