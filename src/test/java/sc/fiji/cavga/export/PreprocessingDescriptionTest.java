package sc.fiji.cavga.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.preprocess.EyeSide;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;
import sc.fiji.cavga.preprocess.PreprocessingJson;

class PreprocessingDescriptionTest {

  private static final Preprocessing FULL =
      new Preprocessing(64, 1, FieldOfViewMode.RETINA, Illumination.FLATTEN)
          .withLaterality(new EyeSide(new float[256]));

  /** Its steps, a line each. */
  static String words(JsonObject description) {
    StringBuilder words = new StringBuilder();
    for (JsonElement step : description.getAsJsonArray("steps"))
      words
          .append(step.getAsJsonObject().get("step").getAsString())
          .append(": ")
          .append(step.getAsJsonObject().get("what").getAsString())
          .append('\n');
    return words.toString();
  }

  @Test
  void everyNumberIsSpokenOf() {
    JsonObject description = PreprocessingDescription.of(FULL);
    String words = words(description);
    for (String number : description.getAsJsonObject("numbers").keySet())
      assertTrue(words.matches("(?s).*\\b" + number + "\\b.*"), number);
  }

  @Test
  void holdsWhatAModelFileHolds() {
    JsonObject description = PreprocessingDescription.of(FULL);
    JsonObject stored = PreprocessingJson.write(FULL);
    for (String key : stored.keySet()) assertEquals(stored.get(key), description.get(key), key);
    assertEquals("0.04", description.getAsJsonObject("numbers").get("least_bright").toString());
  }

  @Test
  void speaksOfTheModelsStepsAlone() {
    String full = words(PreprocessingDescription.of(FULL));
    for (String step : new String[] {"retina 1", "even light", "eye side 1"})
      assertTrue(full.contains(step), step);
    assertFalse(full.contains("whole picture: "));
    String plain =
        words(PreprocessingDescription.of(new Preprocessing(64, 3, FieldOfViewMode.WHOLE_PICTURE)));
    for (String step : new String[] {"retina 1", "even light", "eye side 1"})
      assertFalse(plain.contains(step), step);
    assertTrue(plain.contains("whole picture: "));
    for (String line : plain.split("\n")) assertTrue(line.endsWith("."), line);
  }
}
