package sc.fiji.cavga.model;

import com.google.gson.JsonObject;
import java.io.IOException;
import sc.fiji.cavga.image.Preprocessing;
import sc.fiji.cavga.image.Preprocessing.FieldOfViewMode;

/** The preprocessing as it stands in the model file; every key is required, no other known. */
final class PreprocessingJson {

  private PreprocessingJson() {}

  static JsonObject toJson(Preprocessing preprocessing) {
    JsonObject json = new JsonObject();
    json.addProperty("size", preprocessing.size());
    json.addProperty("channels", preprocessing.channels());
    json.addProperty("field_of_view", JsonFields.lowerCase(preprocessing.fieldOfView()));
    return json;
  }

  /**
   * @throws IOException with one sentence that names the key that is missing, unknown or out of
   *     range
   */
  static Preprocessing fromJson(JsonObject json) throws IOException {
    JsonFields fields =
        new JsonFields("The preprocessing", json).only("size", "channels", "field_of_view");
    try {
      return new Preprocessing(
          fields.integer("size"),
          fields.integer("channels"),
          fields.choice("field_of_view", FieldOfViewMode.class));
    } catch (IllegalArgumentException e) {
      throw new IOException("The preprocessing is not valid: " + e.getMessage(), e);
    }
  }
}
