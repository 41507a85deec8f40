package sc.fiji.cavga.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The fields of a JSON object, each taken with its type, so that a wrong file says where it is
 * wrong.
 */
public final class JsonFields {

  private final String owner;
  private final JsonObject object;
  private final Set<String> former = new HashSet<>();

  /**
   * @param owner what the object is, for messages: "The network's configuration"
   */
  public JsonFields(String owner, JsonObject object) {
    this.owner = owner;
    this.object = object;
  }

  /**
   * @throws IOException when the object has another key than these and those that it had formerly
   */
  public JsonFields only(String... names) throws IOException {
    List<String> known = Arrays.asList(names);
    for (String name : object.keySet())
      if (!known.contains(name) && !former.contains(name))
        throw new IOException(owner + " has an unknown key: " + Excerpt.of(name) + ".");
    return this;
  }

  /** Lets a key pass that earlier versions wrote, whatever it says. */
  public JsonFields formerly(String name) {
    former.add(name);
    return this;
  }

  /** A whole number that fits an int. */
  public int integer(String name) throws IOException {
    double value = number(name);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE)
      throw wrong(name, "a whole number");
    return (int) value;
  }

  /** A finite number. */
  public double number(String name) throws IOException {
    JsonPrimitive value = primitive(name, "a number");
    if (!value.isNumber()) throw wrong(name, "a number");
    return value.getAsDouble();
  }

  public boolean truth(String name) throws IOException {
    JsonPrimitive value = primitive(name, "true or false");
    if (!value.isBoolean()) throw wrong(name, "true or false");
    return value.getAsBoolean();
  }

  public String text(String name) throws IOException {
    JsonPrimitive value = primitive(name, "a text");
    if (!value.isString()) throw wrong(name, "a text");
    return value.getAsString();
  }

  public JsonObject object(String name) throws IOException {
    JsonElement value = object.get(name);
    if (value == null || !value.isJsonObject()) throw wrong(name, "an object");
    return value.getAsJsonObject();
  }

  public JsonArray array(String name) throws IOException {
    JsonElement value = object.get(name);
    if (value == null || !value.isJsonArray()) throw wrong(name, "a list");
    return value.getAsJsonArray();
  }

  /** How an enum's constant is written in files. */
  public static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private JsonPrimitive primitive(String name, String expected) throws IOException {
    JsonElement value = object.get(name);
    if (value == null || !value.isJsonPrimitive()) throw wrong(name, expected);
    return value.getAsJsonPrimitive();
  }

  private IOException wrong(String name, String expected) {
    return new IOException(owner + " must have " + expected + " as \"" + Excerpt.of(name) + "\".");
  }
}
