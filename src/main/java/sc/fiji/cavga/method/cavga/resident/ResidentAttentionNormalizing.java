package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;

/** Brings Grad-CAM's signed sum M into A in 0 to 1. */
public final class ResidentAttentionNormalizing extends Operation {

  private static final double EPSILON = 1e-8;

  private final Node sum;
  private final boolean sigmoid;
  private final DeviceArrays arrays;
  private final INDArray steep;

  /** For each picture, [B,1,1,1]: what it is divided by, and the largest sum. */
  private final INDArray scale;

  private final INDArray largest;

  public ResidentAttentionNormalizing(Graph graph, Node sum, AttentionNormalization normalization) {
    super(graph.node(true, sum.value().shape()));
    this.sum = sum;
    sigmoid = normalization == AttentionNormalization.SIGMOID;
    arrays = graph.deviceArrays();
    steep = arrays.steep();
    scale = arrays.own(sum.size(0), 1, 1, 1);
    largest = arrays.own(sum.size(0), 1, 1, 1);
  }

  @Override
  public void forward() {
    INDArray y = output.value();
    if (sigmoid) {
      Kernels.sigmoid(sum.value(), y);
      return;
    }
    Kernels.largest(sum.value(), largest, 1, 2);
    Kernels.add(Kernels.leaky(largest, 0, scale), arrays.constant(EPSILON), scale);
    Kernels.divide(Kernels.leaky(sum.value(), 0, y), scale, y);
  }

  @Override
  public void backward() {
    Gradients.deliver(arrays, sum, sigmoid ? this::slope : this::quotient);
  }

  /** a·(1 − a). */
  private void slope(INDArray into) {
    INDArray a = output.value();
    Kernels.subtract(a, Kernels.square(a, into), into);
    Kernels.multiply(into, output.gradient(), into);
  }

  /** d(max(0,m_i)/(m* + ε)): every position pulls at the picture's largest value too. */
  private void quotient(INDArray into) {
    INDArray d = output.gradient();
    INDArray pull = Kernels.multiply(d, output.value(), arrays.scratch(0, into.shape()));
    INDArray pulls = Kernels.sum(pull, arrays.scratch(1, scale.shape()), 1, 2);
    INDArray positive = Kernels.step(largest, 0, steep, arrays.scratch(2, scale.shape()));
    Kernels.divide(Kernels.multiply(pulls, positive, pulls), scale, pulls);
    INDArray peak = peak(arrays.scratch(0, into.shape()));
    Kernels.divide(pulls, Kernels.sum(peak, arrays.scratch(2, scale.shape()), 1, 2), pulls);
    Kernels.multiply(peak, pulls, peak);
    Kernels.step(sum.value(), 0, steep, into);
    Kernels.multiply(into, d, into);
    Kernels.divide(into, scale, into);
    Kernels.subtract(into, peak, into);
  }

  /** 1 where a picture's largest sum is, and 0 elsewhere. */
  private INDArray peak(INDArray into) {
    Kernels.subtract(largest, sum.value(), into);
    Kernels.step(into, 0, steep, into);
    return Kernels.subtract(arrays.constant(1), into, into);
  }
}
