package sc.fiji.cavga.model.training;

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.io.NamedArray;

/**
 * What a checkpoint holds beside the model: groups of arrays, such as the optimizers' memory, and
 * counters. The model room stores it and knows no more of it.
 */
public final class TrainingState {

  private final Map<String, List<NamedArray>> arrays;
  private final JsonObject values;

  /**
   * @param arrays by group; a group's name consists of lower-case letters, digits and underscores
   * @throws IllegalArgumentException with one sentence that names the group whose name is not
   *     allowed
   */
  public TrainingState(Map<String, List<NamedArray>> arrays, JsonObject values) {
    Map<String, List<NamedArray>> sorted = new TreeMap<>();
    for (Map.Entry<String, List<NamedArray>> group : arrays.entrySet()) {
      String name = group.getKey();
      if (!name.matches("[a-z0-9_]{1,40}"))
        throw new IllegalArgumentException(
            "A group of arrays cannot be named \"" + Excerpt.of(name) + "\".");
      sorted.put(name, List.copyOf(group.getValue()));
    }
    this.arrays = Collections.unmodifiableMap(sorted);
    this.values = values.deepCopy();
  }

  /** By group, in alphabetical order; unmodifiable. */
  public Map<String, List<NamedArray>> arrays() {
    return arrays;
  }

  /** A copy. */
  public JsonObject values() {
    return values.deepCopy();
  }
}
