package sc.fiji.cavga.nn;

/** A step of the computation that knows its own derivative. */
public interface Operation {

  /** Computes the output's value from the inputs' values. */
  void forward();

  /**
   * Adds to the gradients of those inputs that want one, given the output's gradient. Called only
   * when {@link #output} has a gradient, or when there is no output.
   */
  void backward();

  /** What is computed; null for a loss. */
  Node output();
}
