package sc.fiji.cavga.model.calibration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import sc.fiji.cavga.io.JsonFields;

/** {@link HeldOutEyes} as they stand in the model file. */
final class HeldOutEntry {

  private static final String PATIENTS = "patients";
  private static final String SCORES = "scores";
  private static final String SHARES = "map_shares";
  private static final String VALUES = "map_values";

  private HeldOutEntry() {}

  static JsonObject write(HeldOutEyes eyes) {
    JsonObject json = new JsonObject();
    json.addProperty(PATIENTS, eyes.patients());
    json.add(SCORES, array(eyes.scores()));
    json.add(SHARES, array(eyes.shares()));
    JsonArray values = new JsonArray();
    for (float value : eyes.values()) values.add(value);
    json.add(VALUES, values);
    return json;
  }

  private static JsonArray array(double[] numbers) {
    JsonArray array = new JsonArray();
    for (double number : numbers) array.add(number);
    return array;
  }

  /**
   * @throws IOException with one sentence when something is missing or no number
   * @throws IllegalArgumentException with one sentence when a number is out of range
   */
  static HeldOutEyes read(JsonObject json) throws IOException {
    JsonFields fields = new JsonFields("What is known of held-out eyes", json);
    double[] values = numbers(fields.array(VALUES));
    float[] single = new float[values.length];
    for (int i = 0; i < single.length; i++) single[i] = (float) values[i];
    return new HeldOutEyes(
        fields.integer(PATIENTS),
        numbers(fields.array(SCORES)),
        numbers(fields.array(SHARES)),
        single);
  }

  private static double[] numbers(JsonArray array) throws IOException {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonElement each = array.get(i);
      if (!(each instanceof JsonPrimitive) || !((JsonPrimitive) each).isNumber())
        throw new IOException("What is known of held-out eyes must be numbers.");
      numbers[i] = each.getAsDouble();
    }
    return numbers;
  }
}
