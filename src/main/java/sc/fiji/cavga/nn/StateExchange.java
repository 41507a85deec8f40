package sc.fiji.cavga.nn;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.cavga.io.NamedArray;

/**
 * Weights out of the engine and into it. Convolutions lie [kH,kW,·,·] inside and [·,·,kH,kW]
 * outside, as PyTorch has them; that is one reversal of pairs for convolutions, transposed ones and
 * fully connected layers alike.
 */
public final class StateExchange {

  private final Map<String, Node> nodes = new LinkedHashMap<>();

  public StateExchange add(Parameters parameters) {
    for (Parameter parameter : parameters.all()) nodes.put(parameter.name(), parameter);
    return this;
  }

  /** Adds the moments of each trained array under its name. */
  public StateExchange add(Adam adam) {
    for (int i = 0; i < adam.trained().size(); i++) {
      String name = adam.trained().get(i).name();
      nodes.put(name + ".first_moment", adam.firstMoment(i));
      nodes.put(name + ".second_moment", adam.secondMoment(i));
    }
    return this;
  }

  /** A copy of all that was added, in PyTorch's order of axes. */
  public List<NamedArray> read() {
    NamedArray[] arrays = new NamedArray[nodes.size()];
    int i = 0;
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      long[] shape = entry.getValue().value().shape();
      float[] inside = entry.getValue().floats();
      float[] values = new float[inside.length];
      for (int at = 0; at < values.length; at++) values[outside(at, shape)] = inside[at];
      arrays[i++] = new NamedArray(entry.getKey(), outsideShape(shape), values);
    }
    return Arrays.asList(arrays);
  }

  /** All arrays or none: every name and shape is checked before the first is written. */
  public void write(Collection<NamedArray> arrays) {
    Map<String, NamedArray> given = new HashMap<>();
    for (NamedArray array : arrays) {
      if (!nodes.containsKey(array.name()))
        throw new IllegalArgumentException(
            "The weights hold " + array.name() + ", which this network does not have.");
      given.put(array.name(), array);
    }
    for (Map.Entry<String, Node> entry : nodes.entrySet()) check(entry, given.get(entry.getKey()));
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      float[] values = given.get(entry.getKey()).values();
      long[] shape = entry.getValue().value().shape();
      double[] inside = new double[values.length];
      for (int at = 0; at < values.length; at++) inside[at] = values[outside(at, shape)];
      entry.getValue().write(inside);
      if (entry.getValue() instanceof Parameter) ((Parameter) entry.getValue()).changed();
    }
  }

  private static void check(Map.Entry<String, Node> entry, NamedArray array) {
    if (array == null)
      throw new IllegalArgumentException(
          "The weights lack " + entry.getKey() + ", which this network needs.");
    long[] expected = outsideShape(entry.getValue().value().shape());
    if (!Arrays.equals(expected, array.shape()))
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The weights' %s has the shape %s where this network needs %s.",
              entry.getKey(),
              Arrays.toString(array.shape()),
              Arrays.toString(expected)));
  }

  private static long[] outsideShape(long[] s) {
    return s.length == 4 ? new long[] {s[3], s[2], s[0], s[1]} : s;
  }

  /** Where the element at a row-major index [a,b,c,d] lies in [d,c,a,b]. */
  public static int outside(int index, long[] s) {
    if (s.length != 4) return index;
    int d = (int) (index % s[3]);
    int c = (int) (index / s[3] % s[2]);
    int window = (int) (index / (s[3] * s[2]));
    return (int) ((d * s[2] + c) * s[0] * s[1] + window);
  }
}
