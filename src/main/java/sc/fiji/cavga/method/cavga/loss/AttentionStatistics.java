package sc.fiji.cavga.method.cavga.loss;

/** Whether an attention map says anything: one that is the same everywhere does not. */
public final class AttentionStatistics {

  private static final double EDGE = 0.01;

  public final double mean;
  public final double spread;
  public final double saturated;

  /** Over all positions, weighted by the field of view at each. */
  public AttentionStatistics(double[] attention, double[] fieldOfView) {
    double weight = 0;
    double sum = 0;
    double squares = 0;
    double extreme = 0;
    for (int i = 0; i < attention.length; i++) {
      double w = fieldOfView[i];
      double a = attention[i];
      weight += w;
      sum += w * a;
      squares += w * a * a;
      if (a < EDGE || a > 1 - EDGE) extreme += w;
    }
    weight = Math.max(weight, 1e-6);
    mean = sum / weight;
    spread = Math.sqrt(Math.max(0, squares / weight - mean * mean));
    saturated = extreme / weight;
  }
}
