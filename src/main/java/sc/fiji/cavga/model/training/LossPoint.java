package sc.fiji.cavga.model.training;

/** A point of a training's two loss curves. Immutable. */
public final class LossPoint {

  private final double position;
  private final double training;
  private final double heldOut;

  /**
   * @param position on the curves' axis: an epoch from 1, or a step
   * @param training mean over the steps since the point before
   * @param heldOut over held-out normal pictures
   */
  public LossPoint(double position, double training, double heldOut) {
    this.position = position;
    this.training = training;
    this.heldOut = heldOut;
  }

  public double position() {
    return position;
  }

  public double training() {
    return training;
  }

  public double heldOut() {
    return heldOut;
  }
}
