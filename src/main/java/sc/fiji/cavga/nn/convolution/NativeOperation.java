package sc.fiji.cavga.nn.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** One of ND4J's native operations with its inputs fixed, to be run again and again. */
final class NativeOperation {

  private final DynamicCustomOp operation;

  NativeOperation(String name, INDArray[] inputs, int... arguments) {
    operation =
        DynamicCustomOp.builder(name).addInputs(inputs).addIntegerArguments(arguments).build();
  }

  /** Runs it into the given arrays. */
  void run(INDArray... outputs) {
    for (int i = 0; i < outputs.length; i++) operation.setOutputArgument(i, outputs[i]);
    Nd4j.getExecutioner().exec(operation);
  }
}
