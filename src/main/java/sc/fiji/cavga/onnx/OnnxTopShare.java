package sc.fiji.cavga.onnx;

import sc.fiji.cavga.plane.TopShare;

/**
 * {@link TopShare} in ONNX, which sorts as many values of every picture: so many as might count are
 * sorted, and how many of them do depends on the picture's field of view.
 */
public final class OnnxTopShare {

  /** Less than any value. */
  private static final float LEAST = -Float.MAX_VALUE;

  private final OnnxPicture picture;

  /** [B,K], 1 where the value of a rank counts. */
  private final OnnxValue counts;

  private final OnnxValue counted;
  private final int most;

  /**
   * @param share of the values in the field of view that is averaged
   */
  public OnnxTopShare(OnnxPicture picture, double share) {
    this.picture = picture;
    int pixels = picture.size() * picture.size();
    most = TopShare.count(share, pixels);
    float[] fewest = new float[most];
    for (int rank = 0, count = 1; rank < most; rank++) {
      while (TopShare.count(share, count) <= rank) count++;
      fewest[rank] = count;
    }
    OnnxValue seen = picture.fieldOfView().sum(1, 2, 3).shaped(OnnxGraph.BATCH, 1);
    counts = seen.reaches(seen.constant(fewest, 1, most)).asNumbers();
    counted = counts.sum(1);
  }

  /**
   * @param values [B,1,H,W]
   * @return [B,1], the mean of the largest inside the field of view; not a number where there are
   *     none
   */
  public OnnxValue mean(OnnxValue values) {
    int pixels = picture.size() * picture.size();
    OnnxValue sorted =
        picture.inside().choose(values, LEAST).shaped(OnnxGraph.BATCH, pixels).top(most);
    // Zero times what stands for no value is zero.
    return sorted.times(counts).sum(1).over(counted);
  }
}
