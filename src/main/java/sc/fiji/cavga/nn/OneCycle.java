package sc.fiji.cavga.nn;

/**
 * A learning rate that rises and falls once (Smith and Topin 2019), along half cosines, so that few
 * steps are enough. Immutable.
 */
public final class OneCycle {

  /** Of the largest rate, the first one. */
  private static final double FIRST = 1 / 25.0;

  private final double largest;
  private final double rising;

  /**
   * @param largest rate
   * @param rising the share of the training in which the rate rises
   */
  public OneCycle(double largest, double rising) {
    this.largest = largest;
    this.rising = rising;
  }

  /**
   * From a twenty-fifth up to the largest and down to nothing.
   *
   * @param done share of the training, 0 to 1
   */
  public double at(double done) {
    double lowest = done < rising ? largest * FIRST : 0;
    double below = done < rising ? 1 - done / rising : (done - rising) / (1 - rising);
    return lowest + (largest - lowest) * (1 + StrictMath.cos(StrictMath.PI * below)) / 2;
  }
}
