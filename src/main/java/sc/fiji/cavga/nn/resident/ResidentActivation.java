package sc.fiji.cavga.nn.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/**
 * A bias per channel, then a leaky ReLU (slope 1 for none), in place. ND4J's own derivative takes
 * what came in, which is gone; here it is told from the sign of what came out.
 */
public final class ResidentActivation extends Operation {

  private static final double LINEAR = 1;

  private final Parameter bias;
  private final double slope;
  private final DeviceArrays arrays;
  private final INDArray steep;

  public ResidentActivation(Graph graph, Node output, Parameter bias, double slope) {
    super(output);
    this.bias = bias;
    this.slope = slope;
    arrays = graph.deviceArrays();
    steep = arrays.steep();
  }

  @Override
  public void forward() {
    INDArray y = output.value();
    if (bias != null) Kernels.add(y, bias.value(), y);
    if (slope != LINEAR) Kernels.leaky(y, slope, y);
  }

  @Override
  public void backward() {
    INDArray gradient = output.gradient();
    if (slope != LINEAR) {
      INDArray slopes = arrays.scratch(0, gradient.shape());
      Kernels.multiply(gradient, Kernels.step(output.value(), slope, steep, slopes), gradient);
    }
    if (bias != null) Gradients.deliver(arrays, bias, into -> arrays.channelSums(gradient, into));
  }
}
