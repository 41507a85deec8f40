package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.array.FixedSplit;

/**
 * One less the overlap of what was found and what is there (Dice coefficient), in the mean over
 * pictures and channels, as in V-Net (Milletari, Navab and Ahmadi 2016) but without squares. Unlike
 * the cross-entropy it counts a small thing as much as a large one. Where nothing is there it says
 * nothing, since the least that is found would be as bad as the most.
 */
public final class DiceLoss extends Loss {

  /** In pixels: the smallest things count a little less. */
  private static final double SMOOTH = 1;

  private final Node found;
  private final Node truth;
  private final Node fieldOfView;
  private final int channels;
  private final int planes;

  /** For each picture and channel: what both share, what both are together, what is there. */
  private final double[] common;

  private final double[] together;
  private final double[] there;

  /**
   * @param found probabilities, [B,H,W,C], zero outside the field of view: a {@link MaskedSigmoid}
   * @param truth [B,H,W,C], 0 to 1
   * @param fieldOfView [B,H,W,1]
   */
  public DiceLoss(Node found, Node truth, Node fieldOfView) {
    this.found = found;
    this.truth = truth;
    this.fieldOfView = fieldOfView;
    channels = found.channels();
    planes = (int) found.size(0) * channels;
    common = new double[planes];
    together = new double[planes];
    there = new double[planes];
  }

  @Override
  protected double compute() {
    long rows = rows();
    FixedSplit.run(
        found.size(0),
        rows * channels,
        (block, start, end) -> {
          for (long picture = start; picture < end; picture++) add((int) picture, rows);
        });
    double sum = 0;
    for (int i = 0; i < planes; i++) sum += overlap(i);
    return 1 - sum / planes;
  }

  private long rows() {
    return found.rows() / found.size(0);
  }

  private void add(int picture, long rows) {
    for (int channel = 0; channel < channels; channel++) {
      double product = 0;
      double total = 0;
      double known = 0;
      for (long row = picture * rows; row < (picture + 1) * rows; row++) {
        long i = row * channels + channel;
        double p = found.values().get(i);
        double t = fieldOfView.values().get(row) * truth.values().get(i);
        product += p * t;
        total += p + t;
        known += t;
      }
      common[picture * channels + channel] = product;
      together[picture * channels + channel] = total;
      there[picture * channels + channel] = known;
    }
  }

  private double overlap(int plane) {
    return there[plane] == 0 ? 1 : (2 * common[plane] + SMOOTH) / (together[plane] + SMOOTH);
  }

  @Override
  protected void differentiate(double weight) {
    long rows = rows();
    boolean accumulate = found.receiveGradient();
    found.overRows(
        (start, end) -> {
          for (long row = start; row < end; row++) {
            double inside = fieldOfView.values().get(row);
            for (int channel = 0; channel < channels; channel++) {
              long i = row * channels + channel;
              int plane = (int) (row / rows) * channels + channel;
              double t = inside * truth.values().get(i);
              double slope =
                  there[plane] == 0 ? 0 : (overlap(plane) - 2 * t) / (together[plane] + SMOOTH);
              found.gradients().put(i, weight / planes * slope, accumulate);
            }
          }
        });
  }
}
