package sc.fiji.cavga.nn;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;

/** The named arrays that one player trains, made when a graph first asks for them. */
public final class Parameters implements AutoCloseable {

  private final DataType type;
  private final ArrayPlace place;
  private final long seed;
  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  /**
   * @param seed with a parameter's name it decides its first values, whatever the order of creation
   * @param place that of the graphs which use them
   */
  public Parameters(DataType type, long seed, ArrayPlace place) {
    this.type = type;
    this.place = place;
    this.seed = seed;
  }

  /** Where their arrays lie. */
  public ArrayPlace place() {
    return place;
  }

  /** In the order in which they were made. */
  public Collection<Parameter> all() {
    return byName.values();
  }

  /** A parameter that a graph has asked for before. */
  public Parameter known(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) throw new IllegalArgumentException("No layer has made " + name + ".");
    return parameter;
  }

  /**
   * Whether backward passes compute these parameters' gradients; a player that waits needs none.
   */
  public void train(boolean train) {
    for (Parameter parameter : byName.values())
      if (parameter.gradient() != null) parameter.wantGradient(train);
  }

  /** What the parameters and their gradients take. */
  public long bytes() {
    return byName.values().stream().mapToLong(Node::bytes).sum();
  }

  /** Weights from the uniform distribution within ±1/√fanIn, PyTorch's own start. */
  public Parameter uniform(String name, long fanIn, long... shape) {
    double bound = 1 / Math.sqrt(fanIn);
    return make(name, true, bound, 0, shape);
  }

  public Parameter constant(String name, double value, boolean trained, long channels) {
    return make(name, trained, 0, value, channels);
  }

  private Parameter make(String name, boolean trained, double spread, double mean, long... shape) {
    Parameter known = byName.get(name);
    if (known != null) return known;
    Parameter parameter = new Parameter(name, type, place, trained, shape);
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + name.hashCode());
    double[] values = new double[(int) parameter.value().length()];
    for (int i = 0; i < values.length; i++)
      values[i] = spread == 0 ? mean : mean + spread * (2 * random.nextDouble() - 1);
    parameter.write(values);
    byName.put(name, parameter);
    return parameter;
  }

  @Override
  public void close() {
    for (Parameter parameter : byName.values()) parameter.close();
  }
}
