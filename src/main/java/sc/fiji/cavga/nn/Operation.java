package sc.fiji.cavga.nn;

/** A step of the computation that knows its own derivative. */
public abstract class Operation {

  /** What is computed; null for a loss. */
  protected final Node output;

  protected Operation(Node output) {
    this.output = output;
  }

  /** Computes the output's value from the inputs' values. */
  public abstract void forward();

  /**
   * Adds to the gradients of those inputs that want one, given the output's gradient. Called only
   * when {@link #output} has a gradient, or when there is no output.
   */
  public abstract void backward();

  /** What is computed; null for a loss. */
  public final Node output() {
    return output;
  }

  /** What its native kernel allocates while it runs on resident arrays, in bytes: a guess. */
  public long workBytes() {
    return 0;
  }
}
