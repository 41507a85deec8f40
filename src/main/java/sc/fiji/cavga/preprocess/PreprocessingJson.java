package sc.fiji.cavga.preprocess;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.retina.FinderNumbers;

/**
 * {@link Preprocessing} as model files store it, in JSON: four fields that are required, the
 * laterality's template where one was learned, no other allowed.
 */
public final class PreprocessingJson {

  private static final String SIZE = "size";
  private static final String CHANNELS = "channels";
  private static final String FIELD_OF_VIEW = "field_of_view";
  private static final String ILLUMINATION = "illumination";
  private static final String LATERALITY = "laterality";
  private static final List<String> FIELDS =
      Arrays.asList(SIZE, CHANNELS, FIELD_OF_VIEW, ILLUMINATION, LATERALITY);

  private PreprocessingJson() {}

  /** All fields, in the order in which model files have them. */
  public static JsonObject write(Preprocessing preprocessing) {
    JsonObject json = new JsonObject();
    json.addProperty(SIZE, preprocessing.size());
    json.addProperty(CHANNELS, preprocessing.channels());
    json.addProperty(FIELD_OF_VIEW, JsonFields.lowerCase(preprocessing.fieldOfView()));
    json.addProperty(ILLUMINATION, JsonFields.lowerCase(preprocessing.illumination()));
    preprocessing.laterality().ifPresent(side -> json.add(LATERALITY, numbers(side.template())));
    return json;
  }

  /**
   * The numbers that no model changes, by name: those of the retina's finding, of the way to the
   * network's square and of the way back. For descriptions by which others do the same.
   */
  public static JsonObject numbers() {
    JsonObject json = new JsonObject();
    FinderNumbers.all().forEach(json::addProperty);
    json.addProperty("least_seen", ToNetworkSize.LEAST_SEEN);
    json.add("luminance", numbers(Colours.luminance()));
    json.addProperty("wide", Flattening.WIDTH);
    json.addProperty("darkest", Flattening.DARKEST);
    json.addProperty("least_weight", BackToPicture.LEAST_WEIGHT);
    json.addProperty("reach", BackToPicture.REACH);
    return json;
  }

  /**
   * @throws IllegalArgumentException with one sentence when a field is unknown, missing or out of
   *     range
   */
  public static Preprocessing read(JsonObject json) {
    for (String field : json.keySet())
      if (!FIELDS.contains(field))
        throw new IllegalArgumentException(
            "The preprocessing has an unknown field \""
                + field
                + "\"; the model may come from a newer version.");
    Preprocessing plain =
        new Preprocessing(
            integer(json, SIZE),
            integer(json, CHANNELS),
            choice(json, FIELD_OF_VIEW, Preprocessing.FieldOfViewMode.values()),
            choice(json, ILLUMINATION, Preprocessing.Illumination.values()));
    return json.has(LATERALITY)
        ? plain.withLaterality(new EyeSide(numbers(json.get(LATERALITY))))
        : plain;
  }

  private static JsonArray numbers(float[] values) {
    JsonArray array = new JsonArray();
    for (float value : values) array.add(value);
    return array;
  }

  private static float[] numbers(JsonElement element) {
    try {
      JsonArray array = element.getAsJsonArray();
      float[] values = new float[array.size()];
      for (int i = 0; i < values.length; i++) values[i] = array.get(i).getAsFloat();
      return values;
    } catch (IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "The preprocessing's field \"" + LATERALITY + "\" must be a list of numbers.", e);
    }
  }

  private static int integer(JsonObject json, String field) {
    JsonElement element = primitive(json, field);
    if (element.getAsJsonPrimitive().isNumber()) {
      double value = element.getAsDouble();
      if (value == (int) value) return (int) value;
    }
    throw new IllegalArgumentException(
        "The preprocessing's field \""
            + field
            + "\" must be a whole number, not "
            + Excerpt.of(element.toString())
            + ".");
  }

  private static <E extends Enum<E>> E choice(JsonObject json, String field, E[] values) {
    JsonElement element = primitive(json, field);
    for (E value : values)
      if (JsonFields.lowerCase(value).equals(element.getAsString())) return value;
    throw new IllegalArgumentException(
        "The preprocessing's field \""
            + field
            + "\" has the unknown value "
            + Excerpt.of(element.toString())
            + ".");
  }

  private static JsonElement primitive(JsonObject json, String field) {
    JsonElement element = json.get(field);
    if (element == null || !element.isJsonPrimitive())
      throw new IllegalArgumentException(
          "The preprocessing lacks the field \"" + field + "\"; the model file is damaged.");
    return element;
  }
}
