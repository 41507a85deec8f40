package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.array.FixedSplit;

/**
 * L_R: binary cross-entropy between picture and reconstruction, summed over channels and pixels
 * inside the field of view, averaged over the batch, so that with the KL divergence it is the
 * evidence lower bound.
 */
public final class PixelCrossEntropy extends Loss {

  /** Far from the smallest double, even times one half. */
  private static final double SMALL = 1e-200;

  private final Node logits;
  private final Node reconstruction;
  private final Node picture;
  private final Node fieldOfView;

  /**
   * @param logits [B,H,W,C]
   * @param reconstruction their {@link sc.fiji.cavga.nn.layer.MaskedSigmoid}
   * @param picture x, [B,H,W,C], zero outside the field of view
   * @param fieldOfView [B,H,W,1]
   */
  public PixelCrossEntropy(Node logits, Node reconstruction, Node picture, Node fieldOfView) {
    this.logits = logits;
    this.reconstruction = reconstruction;
    this.picture = picture;
    this.fieldOfView = fieldOfView;
  }

  @Override
  protected double compute() {
    int channels = logits.channels();
    double[][] partial = new double[FixedSplit.count(logits.rows(), channels)][1];
    FixedSplit.run(
        logits.rows(),
        channels,
        (block, start, end) -> {
          double sum = 0;
          double product = 1;
          for (long row = start; row < end; row++) {
            double inside = fieldOfView.values().get(row);
            if (inside == 0) continue;
            for (long i = row * channels; i < (row + 1) * channels; i++) {
              double l = logits.values().get(i);
              double y = reconstruction.values().get(i) / inside;
              sum += inside * (Math.max(l, 0) - l * picture.values().get(i));
              // softplus(l) = max(l, 0) − log max(y, 1 − y); one logarithm serves many factors.
              if (inside == 1) product *= Math.max(y, 1 - y);
              else sum -= inside * Math.log(Math.max(y, 1 - y));
              if (product < SMALL) {
                sum -= Math.log(product);
                product = 1;
              }
            }
          }
          partial[block][0] = sum - Math.log(product);
        });
    return FixedSplit.sum(partial, 1)[0] / logits.size(0);
  }

  @Override
  protected void differentiate(double weight) {
    int channels = logits.channels();
    double factor = weight / logits.size(0);
    boolean accumulate = logits.receiveGradient();
    logits.overRows(
        (start, end) -> {
          for (long row = start; row < end; row++) {
            double inside = fieldOfView.values().get(row);
            for (long i = row * channels; i < (row + 1) * channels; i++) {
              double d = reconstruction.values().get(i) - inside * picture.values().get(i);
              logits.gradients().put(i, factor * d, accumulate);
            }
          }
        });
  }
}
