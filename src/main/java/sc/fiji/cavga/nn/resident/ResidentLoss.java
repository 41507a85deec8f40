package sc.fiji.cavga.nn.resident;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Readings;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Transfer;

/** A loss whose terms are copied into main memory when somebody asks for its value. */
public abstract class ResidentLoss extends Loss {

  protected final DeviceArrays arrays;
  private final INDArray terms;
  private double value;
  private boolean known;

  /**
   * @param shape of the terms, few numbers whose sum is the loss
   */
  protected ResidentLoss(Graph graph, long... shape) {
    arrays = graph.deviceArrays();
    terms = arrays.own(shape);
  }

  @Override
  public final void forward() {
    fill(terms);
    known = false;
  }

  @Override
  public final double value() {
    if (!known) value = compute();
    known = true;
    return value;
  }

  @Override
  protected final double compute() {
    return sum(Transfer.doubles(terms));
  }

  @Override
  public final DoubleSupplier note(Readings readings) {
    Supplier<double[]> noted = readings.keep(terms);
    return () -> sum(noted.get());
  }

  private static double sum(double[] terms) {
    double sum = 0;
    for (double term : terms) sum += term;
    return sum;
  }

  /** Writes the terms, from the inputs' values. */
  protected abstract void fill(INDArray into);
}
