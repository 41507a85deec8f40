package sc.fiji.cavga.nn.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** By ND4J's own operation: in any precision, on any processor and on graphics cards. */
final class Nd4jLane implements Lane {

  private final DynamicCustomOp operation;

  /**
   * @param inputs x and, for gradients, the output's gradient
   */
  Nd4jLane(NativeConvolution kind, Geometry geometry, INDArray weights, INDArray... inputs) {
    INDArray[] all = new INDArray[1 + inputs.length];
    all[0] = inputs[0];
    all[1] = weights;
    System.arraycopy(inputs, 1, all, 2, inputs.length - 1);
    operation =
        DynamicCustomOp.builder(kind.operation)
            .addInputs(all)
            .addIntegerArguments(geometry.arguments())
            .build();
  }

  @Override
  public void run(INDArray output, INDArray weightGradient) {
    operation.setOutputArgument(0, output);
    if (weightGradient != null) operation.setOutputArgument(1, weightGradient);
    Nd4j.getExecutioner().exec(operation);
  }
}
