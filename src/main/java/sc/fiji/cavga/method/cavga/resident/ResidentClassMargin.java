package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.kernel.Transfer;

/** The classifier's logit of "anomalous" less that of "normal", and the labels beside it. */
final class ResidentClassMargin {

  private final DeviceArrays arrays;
  private final Node logits;
  private final boolean[] labels;
  private final INDArray copied;

  /** −1 for normal, 1 for anomalous. */
  final INDArray signs;

  ResidentClassMargin(Graph graph, Node logits, boolean[] labels) {
    this.logits = logits;
    this.labels = labels;
    arrays = graph.deviceArrays();
    signs = arrays.constants(new double[] {-1, 1}, 2);
    copied = arrays.own(labels.length, 1, 1, 1);
  }

  /** [B,1,1,1]. */
  INDArray margin(INDArray into) {
    INDArray both = arrays.scratch(0, logits.value().shape());
    return Kernels.sum(Kernels.multiply(logits.value(), signs, both), into, 3);
  }

  /** As they are now: 1 for anomalous and 0 for normal, [B,1,1,1]. */
  INDArray readLabels() {
    float[] numbers = new float[labels.length];
    for (int b = 0; b < numbers.length; b++) numbers[b] = labels[b] ? 1 : 0;
    Transfer.write(numbers, copied);
    return copied;
  }

  /** As of the last reading. */
  INDArray labels() {
    return copied;
  }
}
