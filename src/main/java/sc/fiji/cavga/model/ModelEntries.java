package sc.fiji.cavga.model;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.settings.Settings;

/** What a model file holds of one method: its settings, and arrays by part. Immutable. */
public final class ModelEntries {

  private final Settings settings;
  private final Map<String, List<NamedArray>> arrays;

  /**
   * @param arrays by part; a part's name consists of lower-case letters, digits and underscores
   * @throws IllegalArgumentException with one sentence that names the part whose name is not
   *     allowed
   */
  public ModelEntries(Settings settings, Map<String, List<NamedArray>> arrays) {
    this.settings = Objects.requireNonNull(settings);
    Map<String, List<NamedArray>> sorted = new TreeMap<>();
    arrays.forEach(
        (part, list) -> {
          if (!part.matches("[a-z0-9_]{1,40}"))
            throw new IllegalArgumentException(
                "A part cannot be named \"" + Excerpt.of(part) + "\".");
          sorted.put(part, List.copyOf(list));
        });
    this.arrays = Collections.unmodifiableMap(sorted);
  }

  public Settings settings() {
    return settings;
  }

  /** By part, in alphabetical order; unmodifiable. */
  public Map<String, List<NamedArray>> arrays() {
    return arrays;
  }

  static IOException missing(String part) {
    return new IOException(
        "its " + part + " is missing: get the whole file again, or train a new model.");
  }

  public boolean has(String part) {
    return arrays.containsKey(part);
  }

  /**
   * @throws IOException with one sentence when it is missing or holds something else than finite
   *     numbers
   */
  public List<NamedArray> require(String part) throws IOException {
    List<NamedArray> list = arrays.get(part);
    if (list == null) throw missing(part);
    for (NamedArray array : list)
      for (float value : array.values())
        if (!Float.isFinite(value))
          throw new IOException(
              "its weights " + Excerpt.of(array.name()) + " are not finite numbers.");
    return list;
  }
}
