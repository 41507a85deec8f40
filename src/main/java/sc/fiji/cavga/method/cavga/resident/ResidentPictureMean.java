package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/** The share of each position in the mean over its picture, weighted by the field of view. */
final class ResidentPictureMean {

  private static final double LEAST = 1e-6;

  private ResidentPictureMean() {}

  /**
   * @param fieldOfView [B,h,w,1]
   * @return the same shape, each picture's sum 1
   */
  static INDArray shares(DeviceArrays arrays, Node fieldOfView, INDArray into) {
    INDArray totals = arrays.scratch(0, fieldOfView.size(0), 1, 1, 1);
    Kernels.sum(fieldOfView.value(), totals, 1, 2);
    Kernels.maximum(totals, arrays.constant(LEAST), totals);
    return Kernels.divide(fieldOfView.value(), totals, into);
  }
}
