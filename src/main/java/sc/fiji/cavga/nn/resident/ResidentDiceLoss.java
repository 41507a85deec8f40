package sc.fiji.cavga.nn.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.Kernels;

/**
 * One less the overlap of what was found and what is there (Dice coefficient), in the mean over
 * pictures and channels. Where nothing is there it says nothing.
 */
public final class ResidentDiceLoss extends ResidentLoss {

  /** In pixels: the smallest things count a little less. */
  private static final double SMOOTH = 1;

  private final Node found;
  private final Node truth;
  private final Node fieldOfView;
  private final long planes;
  private final INDArray smooth;

  /** For each picture and channel, [B,1,1,C]: whether something is there, 1 or 0. */
  private final INDArray there;

  /** What both are together, with what makes it smooth. */
  private final INDArray together;

  /** The overlap, where something is there. */
  private final INDArray overlap;

  public ResidentDiceLoss(Graph graph, Node found, Node truth, Node fieldOfView) {
    super(graph, found.size(0), 1, 1, found.channels());
    this.found = found;
    this.truth = truth;
    this.fieldOfView = fieldOfView;
    planes = found.size(0) * found.channels();
    smooth = arrays.constant(SMOOTH);
    there = perPlane();
    together = perPlane();
    overlap = perPlane();
  }

  private INDArray perPlane() {
    return arrays.own(found.size(0), 1, 1, found.channels());
  }

  /** (1 − overlap) / planes where something is there, and 0 elsewhere. */
  @Override
  protected void fill(INDArray into) {
    INDArray known = known();
    Kernels.sign(planeSums(known, there), there);
    planeSums(Kernels.add(found.value(), known, wide(1)), together);
    Kernels.add(together, smooth, together);
    planeSums(Kernels.multiply(found.value(), known, wide(1)), overlap);
    Kernels.add(overlap, overlap, overlap);
    Kernels.add(overlap, smooth, overlap);
    Kernels.divide(overlap, together, overlap);
    Kernels.subtract(arrays.constant(1), overlap, into);
    Kernels.multiply(into, there, into);
    Kernels.multiply(into, arrays.constant(1.0 / planes), into);
  }

  /** The truth inside the field of view, in scratch 0. */
  private INDArray known() {
    return Kernels.multiply(truth.value(), fieldOfView.value(), wide(0));
  }

  /** Line by line first, so that no digits are lost. */
  private INDArray planeSums(INDArray x, INDArray into) {
    INDArray lines = arrays.scratch(0, x.size(0), x.size(1), 1, x.size(3));
    return Kernels.sum(Kernels.sum(x, lines, 2), into, 1);
  }

  /** (overlap − 2·truth) / together, where something is there. */
  @Override
  protected void differentiate(double weight) {
    INDArray factor = arrays.scratch(1, there.shape());
    Kernels.divide(there, together, factor);
    Kernels.multiply(factor, arrays.constant(weight / planes), factor);
    INDArray slope = known();
    Kernels.add(slope, slope, slope);
    Kernels.subtract(overlap, slope, slope);
    Gradients.deliver(arrays, found, into -> Kernels.multiply(slope, factor, into));
  }

  private INDArray wide(int number) {
    return arrays.scratch(number, found.value().shape());
  }
}
