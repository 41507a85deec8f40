package sc.fiji.cavga.nn;

import java.util.function.DoubleSupplier;

/** An operation that ends in a number to be minimized, times a weight. */
public abstract class Loss extends Operation {

  private double value;
  private double weight = 1;

  protected Loss() {
    super(null);
  }

  /** The loss before its weight, as of the last forward pass. */
  public double value() {
    return value;
  }

  /** The loss before its weight, as of the last forward pass, for who reads it with others. */
  public DoubleSupplier note(Readings readings) {
    double now = value();
    return () -> now;
  }

  /** The weight from the next backward pass on; 0 leaves the loss out. */
  public final void weigh(double newWeight) {
    weight = newWeight;
  }

  @Override
  public void forward() {
    value = compute();
  }

  @Override
  public final void backward() {
    if (weight != 0) differentiate(weight);
  }

  /** The loss, before its weight, from the inputs' values. */
  protected abstract double compute();

  /** Adds {@code weight} times the derivative to the inputs' gradients. */
  protected abstract void differentiate(double weight);
}
