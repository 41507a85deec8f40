package sc.fiji.cavga.nn.kernel;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's operations, each into an array that exists, which is given back. It may be one of the
 * inputs where element goes to element. Where shapes differ, dimensions of size 1, and missing ones
 * in front, are repeated.
 */
public final class Kernels {

  private Kernels() {}

  /** Runs any of ND4J's operations that takes whole numbers. */
  public static void run(String name, INDArray[] inputs, INDArray[] outputs, long... arguments) {
    DynamicCustomOp operation =
        DynamicCustomOp.builder(name).addInputs(inputs).addOutputs(outputs).build();
    operation.addIArgument(arguments);
    Nd4j.exec(operation);
  }

  private static INDArray run(String name, INDArray into, INDArray... inputs) {
    run(name, inputs, new INDArray[] {into});
    return into;
  }

  /** With numbers that are no arrays. */
  private static INDArray run(String name, INDArray into, double[] numbers, INDArray... inputs) {
    DynamicCustomOp operation =
        DynamicCustomOp.builder(name).addInputs(inputs).addOutputs(into).build();
    operation.addTArgument(numbers);
    Nd4j.exec(operation);
    return into;
  }

  public static INDArray add(INDArray a, INDArray b, INDArray into) {
    return run("add", into, a, b);
  }

  public static INDArray subtract(INDArray a, INDArray b, INDArray into) {
    return run("subtract", into, a, b);
  }

  public static INDArray multiply(INDArray a, INDArray b, INDArray into) {
    return run("multiply", into, a, b);
  }

  public static INDArray divide(INDArray a, INDArray b, INDArray into) {
    return run("divide", into, a, b);
  }

  public static INDArray maximum(INDArray a, INDArray b, INDArray into) {
    return run("maximum", into, a, b);
  }

  public static INDArray zero(INDArray into) {
    return run("zeros_as", into, into);
  }

  public static INDArray square(INDArray x, INDArray into) {
    return run("square", into, x);
  }

  /** x^exponent, for positive x. */
  public static INDArray power(INDArray x, INDArray exponent, INDArray into) {
    return run("Pow", into, x, exponent);
  }

  public static INDArray sigmoid(INDArray x, INDArray into) {
    return run("sigmoid", into, x);
  }

  /** log(1 + x). */
  public static INDArray logOneMore(INDArray x, INDArray into) {
    return run("log1p", into, x);
  }

  public static INDArray exponential(INDArray x, INDArray into) {
    return Nd4j.exec(new Exp(x, into));
  }

  public static INDArray absolute(INDArray x, INDArray into) {
    return Nd4j.exec(new Abs(x, into));
  }

  public static INDArray negative(INDArray x, INDArray into) {
    return Nd4j.exec(new Negative(x, into));
  }

  /** −1, 0 or 1. */
  public static INDArray sign(INDArray x, INDArray into) {
    return Nd4j.exec(new Sign(x, into));
  }

  public static INDArray clip(INDArray x, double least, double most, INDArray into) {
    return run("clipbyvalue", into, new double[] {least, most}, x);
  }

  /** The leaky ReLU, max(x, slope·x) for slopes of 0 to 1. */
  public static INDArray leaky(INDArray x, double slope, INDArray into) {
    return run("lrelu", into, new double[] {slope}, x);
  }

  /**
   * The leaky ReLU's derivative, from what came in or came out: 1 above 0, and the slope else.
   *
   * @param slope below 1
   * @param steep so large that what is above 0 is above 1 times this
   */
  public static INDArray step(INDArray x, double slope, INDArray steep, INDArray into) {
    return clip(multiply(x, steep, into), slope, 1, into);
  }

  /** log(1 + exp(x)), which no x makes infinite. */
  public static INDArray softplus(INDArray x, INDArray scratch, INDArray into) {
    exponential(negative(absolute(x, scratch), scratch), scratch);
    return add(leaky(x, 0, into), logOneMore(scratch, scratch), into);
  }

  /** All numbers of some arrays, one array after the other, row by row. */
  public static INDArray flatten(List<INDArray> arrays, INDArray into) {
    run("flatten", arrays.toArray(new INDArray[0]), new INDArray[] {into}, into.ordering());
    return into;
  }

  /** Over some dimensions, which stay with size 1 where the result has as many as x. */
  public static INDArray sum(INDArray x, INDArray into, long... dimensions) {
    return reduce("reduce_sum", x, into, dimensions);
  }

  public static INDArray largest(INDArray x, INDArray into, long... dimensions) {
    return reduce("reduce_max", x, into, dimensions);
  }

  private static INDArray reduce(String name, INDArray x, INDArray into, long... dimensions) {
    DynamicCustomOp operation = DynamicCustomOp.builder(name).addInputs(x).addOutputs(into).build();
    operation.addIArgument(dimensions);
    operation.addBArgument(into.rank() == x.rank());
    Nd4j.exec(operation);
    return into;
  }

  /** The product of two matrices, each transposed first where asked for. */
  public static INDArray product(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray into) {
    run(
        "matmul",
        new INDArray[] {a, b},
        new INDArray[] {into},
        transposeA ? 1 : 0,
        transposeB ? 1 : 0,
        0);
    return into;
  }

  /** A copy in another order of dimensions. */
  public static INDArray permute(INDArray x, INDArray into, long... order) {
    run("permute", new INDArray[] {x}, new INDArray[] {into}, order);
    return into;
  }

  /**
   * A step of Adam (Kingma and Ba 2015), in place.
   *
   * @param move scratch of the same shape
   * @param numbers learning rate, decays of both moments, ε
   * @param count of steps including this one, from 1
   */
  public static void adam(
      INDArray value,
      INDArray gradient,
      INDArray first,
      INDArray second,
      INDArray move,
      double[] numbers,
      long count) {
    DynamicCustomOp operation =
        DynamicCustomOp.builder("adam_updater")
            .addInputs(gradient, second, first)
            .addOutputs(move, second, first)
            .build();
    operation.addTArgument(numbers);
    operation.addIArgument(count - 1);
    Nd4j.exec(operation);
    subtract(value, move, value);
  }
}
