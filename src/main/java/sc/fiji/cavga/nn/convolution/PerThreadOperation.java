package sc.fiji.cavga.nn.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.nn.Parameter;

/**
 * A native convolution or its gradients, in lanes: each thread computes some of the pictures,
 * alone. OpenMP would make the threads meet several times within each operation.
 */
final class PerThreadOperation implements AutoCloseable {

  private final NativeConvolution kind;
  private final Geometry geometry;
  private final Parameter weights;
  private final PicturePieces[] inputs;
  private Lane[] lanes = {};

  /** How many threads each lane's native kernels were made for. */
  private int threadsEach;

  /**
   * @param inputs x and, for gradients, the output's gradient
   */
  PerThreadOperation(
      NativeConvolution kind, Geometry geometry, Parameter weights, INDArray... inputs) {
    this.kind = kind;
    this.geometry = geometry;
    this.weights = weights;
    this.inputs = new PicturePieces[inputs.length];
    for (int i = 0; i < inputs.length; i++) this.inputs[i] = new PicturePieces(inputs[i]);
  }

  /** In how many lanes it runs when the calling thread runs it now. */
  int lanes() {
    return ComputeBackend.lanes(inputs[0].whole().size(0));
  }

  /** Without gradients of the weights. */
  void run(PicturePieces output) {
    run(output, new INDArray[lanes()]);
  }

  /**
   * @param output null for a gradient that nobody asks for, see {@link Lane#run}
   * @param weightGradients one for each lane
   */
  void run(PicturePieces output, INDArray... weightGradients) {
    int count = weightGradients.length;
    prepare(count);
    if (output != null) output.cut(count);
    ComputeBackend.sideBySide(
        count,
        lane -> lanes[lane].run(output == null ? null : output.piece(lane), weightGradients[lane]));
  }

  private void prepare(int count) {
    int each = count == 1 ? ComputeBackend.nativeThreads() : 1;
    if (lanes.length == count && threadsEach == each) return;
    close();
    threadsEach = each;
    for (PicturePieces input : inputs) input.cut(count);
    Lane[] made = new Lane[count];
    for (int lane = 0; lane < count; lane++) made[lane] = lane(lane);
    lanes = made;
  }

  private Lane lane(int lane) {
    INDArray[] pieces = new INDArray[inputs.length];
    for (int i = 0; i < pieces.length; i++) pieces[i] = inputs[i].piece(lane);
    return OneDnn.computes(weights.value())
        ? new OneDnnLane(kind, geometry, weights, pieces)
        : new Nd4jLane(kind, geometry, weights.value(), pieces);
  }

  @Override
  public void close() {
    for (Lane lane : lanes) lane.close();
    lanes = new Lane[0];
  }
}
