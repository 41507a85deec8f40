package sc.fiji.cavga.nn.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import sc.fiji.cavga.compute.ComputeBackend;

/**
 * One of ND4J's native convolutions or their gradients, in lanes: each thread computes some of the
 * pictures, alone. OpenMP would make the threads meet several times within each operation.
 */
final class PerThreadOperation {

  private final String name;
  private final int[] arguments;
  private final INDArray weights;
  private final PicturePieces[] inputs;
  private DynamicCustomOp[] lanes = {};

  /**
   * @param inputs the first, before the weights, and those after them
   */
  PerThreadOperation(String name, Geometry geometry, INDArray weights, INDArray... inputs) {
    this.name = name;
    this.arguments = geometry.arguments();
    this.weights = weights;
    this.inputs = new PicturePieces[inputs.length];
    for (int i = 0; i < inputs.length; i++) this.inputs[i] = new PicturePieces(inputs[i]);
  }

  /** In how many lanes it runs when the calling thread runs it now. */
  int lanes() {
    return ComputeBackend.lanes(inputs[0].whole().size(0));
  }

  void run(PicturePieces output) {
    run(output, new INDArray[lanes()][0]);
  }

  /**
   * @param further for each lane, the outputs after the first
   */
  void run(PicturePieces output, INDArray[]... further) {
    prepare(further.length);
    output.cut(further.length);
    ComputeBackend.sideBySide(
        further.length,
        lane -> {
          lanes[lane].setOutputArgument(0, output.piece(lane));
          for (int i = 0; i < further[lane].length; i++)
            lanes[lane].setOutputArgument(1 + i, further[lane][i]);
          Nd4j.getExecutioner().exec(lanes[lane]);
        });
  }

  private void prepare(int count) {
    if (lanes.length == count) return;
    for (PicturePieces input : inputs) input.cut(count);
    lanes = new DynamicCustomOp[count];
    for (int lane = 0; lane < count; lane++) {
      INDArray[] all = new INDArray[1 + inputs.length];
      all[0] = inputs[0].piece(lane);
      all[1] = weights;
      for (int i = 1; i < inputs.length; i++) all[i + 1] = inputs[i].piece(lane);
      lanes[lane] =
          DynamicCustomOp.builder(name).addInputs(all).addIntegerArguments(arguments).build();
    }
  }
}
