package sc.fiji.cavga.nn.resident;

import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/** Brings gradients to nodes, which may have one already. */
public final class Gradients {

  /** Apart from those that operations use themselves. */
  private static final int SCRATCH = -1;

  private Gradients() {}

  /**
   * Adds to a node's gradient where it wants one.
   *
   * @param compute writes what is to be added into an array of the node's shape
   */
  public static void deliver(DeviceArrays arrays, Node to, Consumer<INDArray> compute) {
    if (!to.wantsGradient()) return;
    if (to.receiveGradient()) {
      INDArray more = arrays.scratch(SCRATCH, to.value().shape());
      compute.accept(more);
      Kernels.add(to.gradient(), more, to.gradient());
    } else {
      compute.accept(to.gradient());
    }
  }

  /** Adds an array to a node's gradient where it wants one. */
  public static void pass(INDArray gradient, Node to) {
    if (!to.wantsGradient()) return;
    if (to.receiveGradient()) Kernels.add(to.gradient(), gradient, to.gradient());
    else to.gradient().assign(gradient);
  }
}
