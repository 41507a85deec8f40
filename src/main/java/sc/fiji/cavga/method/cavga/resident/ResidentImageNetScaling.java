package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.method.cavga.layer.ImageNetScaling;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/** Each channel less its mean over ImageNet, divided by its standard deviation there. */
public final class ResidentImageNetScaling extends Operation {

  private final Node picture;
  private final INDArray means;
  private final INDArray deviations;

  public ResidentImageNetScaling(Graph graph, Node picture) {
    super(graph.node(false, picture.value().shape()));
    this.picture = picture;
    int channels = picture.channels();
    DeviceArrays arrays = graph.deviceArrays();
    means = arrays.constants(ImageNetScaling.means(channels), channels);
    deviations = arrays.constants(ImageNetScaling.deviations(channels), channels);
  }

  @Override
  public void forward() {
    INDArray y = output.value();
    Kernels.divide(Kernels.subtract(picture.value(), means, y), deviations, y);
  }

  /** Nobody asks for a picture's gradient. */
  @Override
  public void backward() {}
}
