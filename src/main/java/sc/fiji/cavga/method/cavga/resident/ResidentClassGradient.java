package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;

/**
 * The classifier's weights of one class, times n for the variance's branch. The class is picked by
 * a product with a row of 0 and 1.
 */
public final class ResidentClassGradient extends Operation {

  private final Node weights;
  private final Node gain;
  private final DeviceArrays arrays;

  /** 1 for the class and 0 for the other, [2]. */
  private final INDArray picked;

  public ResidentClassGradient(Graph graph, Node weights, int classIndex, Node gain) {
    super(
        graph.node(
            true,
            gain == null ? 1 : gain.size(0),
            weights.size(0),
            weights.size(1),
            weights.size(2)));
    this.weights = weights;
    this.gain = gain;
    arrays = graph.deviceArrays();
    picked = arrays.constants(new double[] {1 - classIndex, classIndex}, 2);
  }

  @Override
  public void forward() {
    if (gain == null) ofClass(onePicture(output.value()));
    else Kernels.multiply(gain.value(), ofClass(scratch(0)), output.value());
  }

  /** [h,w,K]. */
  private INDArray ofClass(INDArray into) {
    INDArray both = arrays.scratch(0, weights.value().shape());
    return Kernels.sum(Kernels.multiply(weights.value(), picked, both), into, 3);
  }

  private INDArray scratch(int number) {
    return arrays.scratch(number, weights.size(0), weights.size(1), weights.size(2));
  }

  private INDArray onePicture(INDArray array) {
    return array.reshape('c', weights.size(0), weights.size(1), weights.size(2));
  }

  @Override
  public void backward() {
    INDArray gradient = output.gradient();
    Gradients.deliver(
        arrays,
        weights,
        into -> {
          INDArray perWeight = gain == null ? onePicture(gradient) : overPictures(gradient);
          Kernels.multiply(perWeight.reshape('c', perWeight.length(), 1), picked, matrix(into));
        });
    if (gain != null)
      Gradients.deliver(
          arrays, gain, into -> Kernels.multiply(gradient, ofClass(scratch(0)), into));
  }

  private INDArray overPictures(INDArray gradient) {
    INDArray products = arrays.scratch(0, gradient.shape());
    return Kernels.sum(Kernels.multiply(gradient, gain.value(), products), scratch(0), 0);
  }

  private INDArray matrix(INDArray array) {
    return array.reshape('c', array.length() / 2, 2);
  }
}
