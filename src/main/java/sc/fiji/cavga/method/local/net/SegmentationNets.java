package sc.fiji.cavga.method.local.net;

import java.util.List;

/**
 * U-Nets that were taught alike with other random numbers, of whose logits the mean counts: what
 * one of them marks by chance the others do not. One is enough. May be used from several threads.
 */
public final class SegmentationNets implements AutoCloseable {

  private final List<SegmentationNet> nets;

  /**
   * @param nets at least one, closed with these
   */
  public SegmentationNets(List<SegmentationNet> nets) {
    if (nets.isEmpty()) throw new IllegalArgumentException("There is no U-Net.");
    this.nets = List.copyOf(nets);
  }

  public static SegmentationNets of(SegmentationNet net) {
    return new SegmentationNets(List.of(net));
  }

  /** In the order of teaching. */
  public List<SegmentationNet> each() {
    return nets;
  }

  /**
   * The mean of the logits.
   *
   * @param scores [B,K,H,W], see {@link sc.fiji.cavga.method.local.gaussian.ZScores}
   * @param fieldOfView [B,H,W]
   * @return [B,H,W]
   */
  public float[] infer(float[] scores, float[] fieldOfView) {
    float[] mean = nets.get(0).infer(scores, fieldOfView);
    if (nets.size() == 1) return mean;
    for (SegmentationNet other : nets.subList(1, nets.size())) {
      float[] logits = other.infer(scores, fieldOfView);
      for (int i = 0; i < mean.length; i++) mean[i] += logits[i];
    }
    for (int i = 0; i < mean.length; i++) mean[i] /= nets.size();
    return mean;
  }

  /** Gives native memory back at once. */
  @Override
  public void close() {
    nets.forEach(SegmentationNet::close);
  }
}
