package sc.fiji.cavga.nn;

import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;

/**
 * A trained array: a convolution's weights [kH,kW,in,out], a transposed convolution's
 * [kH,kW,out,in], or one number a channel [C].
 */
public final class Parameter extends Node {

  private final String name;
  private volatile long changes;

  Parameter(String name, DataType type, ArrayPlace place, boolean trained, long... shape) {
    super(type, place, trained, shape);
    this.name = name;
  }

  /** Its key in the model file, as PyTorch would name it. */
  public String name() {
    return name;
  }

  /** Called by whoever has written other values. */
  void changed() {
    changes++;
  }

  /** How often values were written: who keeps a copy in another order knows when it is old. */
  public long changes() {
    return changes;
  }
}
