package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.method.cavga.layer.NoiseGain;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/** Where log σ² is not held at its bounds. */
final class Bounds {

  private Bounds() {}

  /** 1 between the bounds, and 0 on them and beyond. */
  static INDArray free(DeviceArrays arrays, INDArray logVariance, INDArray into) {
    Kernels.absolute(logVariance, into);
    Kernels.subtract(arrays.constant(NoiseGain.LOG_VARIANCE_BOUND), into, into);
    return Kernels.step(into, 0, arrays.steep(), into);
  }
}
