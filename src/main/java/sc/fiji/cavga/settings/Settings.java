package sc.fiji.cavga.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sc.fiji.cavga.io.Excerpt;

/**
 * Values of settings, in the order of their declarations; what nobody has given has its default.
 * Immutable: each change makes new ones.
 */
public final class Settings {

  private final Map<String, Setting<?>> declared;
  private final Map<String, Object> given;

  private Settings(Map<String, Setting<?>> declared, Map<String, Object> given) {
    this.declared = declared;
    this.given = given;
  }

  /**
   * All at their defaults.
   *
   * @throws IllegalArgumentException when two declarations have one key
   */
  public static Settings of(Collection<? extends Setting<?>> declarations) {
    Map<String, Setting<?>> declared = new LinkedHashMap<>();
    for (Setting<?> setting : declarations) {
      Setting<?> earlier = declared.put(setting.key(), setting);
      if (earlier != null && earlier != setting)
        throw new IllegalArgumentException("Two settings are called " + setting.key() + ".");
    }
    return new Settings(Collections.unmodifiableMap(declared), Map.of());
  }

  public boolean has(Setting<?> setting) {
    return declared.get(setting.key()) == setting;
  }

  /** The declaration of a key, if there is one. */
  public Optional<Setting<?>> find(String key) {
    return Optional.ofNullable(declared.get(key));
  }

  /**
   * @throws IllegalArgumentException when it is not declared here
   */
  public <T> T get(Setting<T> setting) {
    if (!has(setting)) throw new IllegalArgumentException("There is no setting " + setting + ".");
    Object value = given.get(setting.key());
    return value == null ? setting.initial() : setting.type().cast(value);
  }

  /**
   * @throws IllegalArgumentException with one sentence that names the setting and its range
   */
  public <T> Settings with(Setting<T> setting, T value) {
    if (!has(setting)) throw new IllegalArgumentException("There is no setting " + setting + ".");
    Map<String, Object> more = new LinkedHashMap<>(given);
    more.put(setting.key(), setting.checked(value));
    return new Settings(declared, Collections.unmodifiableMap(more));
  }

  /** As {@link #with(Setting, Object)}, with the value as people write it. */
  public <T> Settings withText(Setting<T> setting, String text) {
    return with(setting, setting.parse(text));
  }

  /** The same with what others were given, as far as these declarations have it. */
  public Settings with(Settings other) {
    Map<String, Object> more = new LinkedHashMap<>(given);
    other.given.forEach(
        (key, value) -> {
          if (declared.containsKey(key) && declared.get(key) == other.declared.get(key))
            more.put(key, value);
        });
    return new Settings(declared, Collections.unmodifiableMap(more));
  }

  /** All values at their places, for the model file; {@link #read} takes them back. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    declared.values().forEach(setting -> add(setting, json));
    return json;
  }

  private <T> void add(Setting<T> setting, JsonObject json) {
    String[] path = setting.jsonPath().split("\\.");
    JsonObject at = json;
    for (int i = 0; i < path.length - 1; i++) {
      if (!at.has(path[i])) at.add(path[i], new JsonObject());
      at = at.getAsJsonObject(path[i]);
    }
    at.add(path[path.length - 1], setting.toJson(get(setting)));
  }

  /**
   * Values from a model file. Every declared place must be there, and no other.
   *
   * @throws IOException with one sentence that names the place that is missing, unknown or out of
   *     range
   */
  public Settings read(JsonObject json) throws IOException {
    Map<String, JsonElement> places = new LinkedHashMap<>();
    flatten("", json, places);
    Settings read = this;
    for (Setting<?> setting : declared.values())
      read = read.withJson(setting, places.remove(setting.jsonPath()));
    if (!places.isEmpty())
      throw new IOException(
          "The training's configuration has an unknown key: "
              + Excerpt.of(places.keySet().iterator().next())
              + ".");
    return read;
  }

  private <T> Settings withJson(Setting<T> setting, JsonElement value) throws IOException {
    boolean text = setting.type().isEnum();
    boolean truth = setting.type() == Boolean.class;
    JsonPrimitive primitive =
        value instanceof JsonPrimitive ? (JsonPrimitive) value : new JsonPrimitive("");
    boolean fits =
        truth ? primitive.isBoolean() : text ? primitive.isString() : primitive.isNumber();
    if (!(value instanceof JsonPrimitive) || !fits)
      throw new IOException(
          "The training's configuration must have "
              + setting.rangeText()
              + " as \""
              + setting.jsonPath()
              + "\".");
    try {
      return withText(setting, plain(primitive, setting));
    } catch (IllegalArgumentException e) {
      throw new IOException("The training's configuration is not valid: " + e.getMessage(), e);
    }
  }

  /** Whole numbers may come as 40.0 from other programs. */
  private static String plain(JsonPrimitive value, Setting<?> setting) {
    boolean whole = setting.type() == Integer.class || setting.type() == Long.class;
    double number = value.isNumber() ? value.getAsDouble() : Double.NaN;
    return whole && number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : value.getAsString();
  }

  /** One sentence about the first value that differs and may not when a training goes on. */
  public Optional<String> obstacleToResume(Settings earlier) {
    for (Setting<?> setting : declared.values())
      if (!setting.isFree() && earlier.has(setting) && !get(setting).equals(earlier.get(setting)))
        return Optional.of(
            "The training to go on with had "
                + earlier.get(setting)
                + " as "
                + setting.key()
                + " and not "
                + get(setting)
                + ": use the same settings, or begin anew without the checkpoint.");
    return Optional.empty();
  }

  private static void flatten(String path, JsonObject json, Map<String, JsonElement> places) {
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      String name = path + entry.getKey();
      if (entry.getValue().isJsonObject())
        flatten(name + ".", entry.getValue().getAsJsonObject(), places);
      else places.put(name, entry.getValue());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings && toJson().equals(((Settings) other).toJson());
  }

  @Override
  public int hashCode() {
    return toJson().hashCode();
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
