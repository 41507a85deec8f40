package sc.fiji.cavga.nn;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * A trained array: a convolution's weights [kH,kW,in,out], a transposed convolution's
 * [kH,kW,out,in], or one number a channel [C].
 */
public final class Parameter extends Node {

  private final String name;

  Parameter(String name, DataType type, boolean trained, long... shape) {
    super(type, trained, shape);
    this.name = name;
  }

  /** Its key in the model file, as PyTorch would name it. */
  public String name() {
    return name;
  }
}
