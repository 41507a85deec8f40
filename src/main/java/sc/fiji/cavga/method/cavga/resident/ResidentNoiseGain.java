package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.method.cavga.layer.NoiseGain;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;

/** n = ½·ε·σ; the noise ε is drawn in main memory and copied. */
public final class ResidentNoiseGain extends NoiseGain {

  private final Node logVariance;
  private final DeviceArrays arrays;
  private final INDArray half;

  public ResidentNoiseGain(Graph graph, Node logVariance) {
    super(graph, logVariance);
    this.logVariance = logVariance;
    arrays = graph.deviceArrays();
    half = arrays.constant(0.5);
  }

  @Override
  public void forward() {
    INDArray y = output.value();
    Kernels.clip(logVariance.value(), -LOG_VARIANCE_BOUND, LOG_VARIANCE_BOUND, y);
    Kernels.exponential(Kernels.multiply(y, half, y), y);
    Kernels.multiply(y, noise().value(), y);
    Kernels.multiply(y, half, y);
  }

  @Override
  public void backward() {
    Gradients.deliver(
        arrays,
        logVariance,
        into -> {
          Bounds.free(arrays, logVariance.value(), into);
          Kernels.multiply(into, output.value(), into);
          Kernels.multiply(into, output.gradient(), into);
          Kernels.multiply(into, half, into);
        });
  }
}
