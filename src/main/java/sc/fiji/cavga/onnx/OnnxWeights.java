package sc.fiji.cavga.onnx;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import sc.fiji.cavga.io.NamedArray;

/** A network's weights by name, as PyTorch and ONNX order their axes. */
public final class OnnxWeights {

  private final OnnxGraph graph;
  private final Map<String, NamedArray> arrays = new HashMap<>();

  public OnnxWeights(OnnxGraph graph, Collection<NamedArray> weights) {
    this.graph = graph;
    for (NamedArray array : weights) arrays.put(array.name(), array);
  }

  /**
   * @throws IOException with one sentence when there is no such array
   */
  public NamedArray array(String name) throws IOException {
    NamedArray array = arrays.get(name);
    if (array == null)
      throw new IOException(
          "its " + name + " is missing: get the whole file again, or train a new model.");
    return array;
  }

  public boolean has(String name) {
    return arrays.containsKey(name);
  }

  /**
   * @throws IOException with one sentence when there is no such array
   */
  public OnnxValue value(String name) throws IOException {
    NamedArray array = array(name);
    return OnnxValue.constant(graph, array.values(), array.shape());
  }
}
