package sc.fiji.cavga.nn.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/**
 * Batch normalization and a leaky ReLU, of sums and products: ND4J's own batch normalization throws
 * in its derivative. Training uses the batch's mean and variance per channel and moves the running
 * ones a tenth towards them; test time uses the running ones, in place.
 */
public final class ResidentNormalization extends Operation {

  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;
  private static final double LINEAR = 1;

  private final Node input;
  private final Parameter scale;
  private final Parameter shift;
  private final Parameter runningMean;
  private final Parameter runningVariance;
  private final double slope;
  private final boolean training;
  private final DeviceArrays arrays;

  /** Per channel, [C]. */
  private final INDArray mean;

  private final INDArray inverseDeviation;

  private final INDArray steep;
  private final INDArray epsilon;
  private final INDArray inverseRoot;
  private final INDArray perRow;

  public ResidentNormalization(Graph graph, Node input, Parameter[] statistics, double slope) {
    super(graph.training() ? graph.node(true, input.value().shape()) : input);
    this.input = input;
    this.slope = slope;
    scale = statistics[0];
    shift = statistics[1];
    runningMean = statistics[2];
    runningVariance = statistics[3];
    training = graph.training();
    arrays = graph.deviceArrays();
    mean = arrays.own(input.channels());
    inverseDeviation = arrays.own(input.channels());
    steep = arrays.steep();
    epsilon = arrays.constant(EPSILON);
    inverseRoot = arrays.constant(-0.5);
    perRow = arrays.constant(1.0 / input.rows());
  }

  @Override
  public void forward() {
    INDArray variance = perChannel(0);
    if (training) {
      Kernels.multiply(arrays.channelSums(input.value(), mean), perRow, mean);
      INDArray square = wide(1);
      Kernels.square(centred(), square);
      Kernels.multiply(arrays.channelSums(square, variance), perRow, variance);
      move(runningMean, mean, 1);
      move(runningVariance, variance, input.rows() / Math.max(1.0, input.rows() - 1));
    } else {
      mean.assign(runningMean.value());
      variance.assign(runningVariance.value());
      centred();
    }
    Kernels.add(variance, epsilon, variance);
    Kernels.power(variance, inverseRoot, inverseDeviation);
    INDArray factor = Kernels.multiply(scale.value(), inverseDeviation, perChannel(0));
    INDArray y = output.value();
    Kernels.add(Kernels.multiply(wide(0), factor, y), shift.value(), y);
    if (slope != LINEAR) Kernels.leaky(y, slope, y);
  }

  /** Distances from the mean, in scratch 0. */
  private INDArray centred() {
    return Kernels.subtract(input.value(), mean, wide(0));
  }

  private void move(Parameter running, INDArray towards, double factor) {
    INDArray part = perChannel(1);
    Kernels.multiply(towards, arrays.constant(MOMENTUM * factor), part);
    Kernels.multiply(running.value(), arrays.constant(1 - MOMENTUM), running.value());
    Kernels.add(running.value(), part, running.value());
  }

  /** With d the gradient before the leaky ReLU: dx = γ/σ·(d − mean(d) − x̂·mean(d·x̂)). */
  @Override
  public void backward() {
    INDArray d = output.gradient();
    if (slope != LINEAR)
      Kernels.multiply(d, Kernels.step(output.value(), slope, steep, wide(0)), d);
    INDArray centred = centred();
    INDArray sum = arrays.channelSums(d, perChannel(0));
    INDArray products = Kernels.multiply(d, centred, wide(1));
    INDArray productSum = arrays.channelSums(products, perChannel(1));
    // From products with the distance from the mean to products with x̂.
    Kernels.multiply(productSum, inverseDeviation, productSum);
    Gradients.pass(sum, shift);
    Gradients.pass(productSum, scale);
    if (!input.wantsGradient()) return;
    Kernels.multiply(productSum, inverseDeviation, productSum);
    Kernels.multiply(productSum, perRow, productSum);
    Kernels.multiply(sum, perRow, sum);
    Kernels.subtract(d, Kernels.multiply(centred, productSum, centred), centred);
    Kernels.subtract(centred, sum, centred);
    INDArray factor = Kernels.multiply(scale.value(), inverseDeviation, perChannel(2));
    Gradients.deliver(arrays, input, into -> Kernels.multiply(centred, factor, into));
  }

  private INDArray wide(int number) {
    return arrays.scratch(number, input.value().shape());
  }

  /** Apart from the scratch of {@link DeviceArrays#channelSums}, which has other dimensions. */
  private INDArray perChannel(int number) {
    return arrays.scratch(number, input.channels());
  }
}
