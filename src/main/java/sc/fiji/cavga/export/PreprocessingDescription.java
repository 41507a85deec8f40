package sc.fiji.cavga.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import sc.fiji.cavga.localize.folder.output.MapTiff;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;
import sc.fiji.cavga.preprocess.PreprocessingJson;

/**
 * What comes before and after an exported model, so that other programs can do the same: from a
 * photograph to the network's square, and from the square's map to the photograph's own pixels.
 *
 * <p>A JSON of the preprocessing as model files have it, of the {@code numbers} that no model
 * changes, and of {@code steps} in words, which use these names. {@code docs/python} does them in
 * plain Python.
 */
public final class PreprocessingDescription {

  /** Under which an exported model's metadata hold it. */
  public static final String KEY = "cavga.preprocessing";

  /** Is raised when who reads older descriptions would read newer ones wrongly. */
  private static final int VERSION = 1;

  private static final String WORDS = "preprocessing.txt";

  private PreprocessingDescription() {}

  /** A new object. */
  public static JsonObject of(Preprocessing preprocessing) {
    JsonObject json = new JsonObject();
    json.addProperty("version", VERSION);
    JsonObject stored = PreprocessingJson.write(preprocessing);
    for (String key : stored.keySet()) json.add(key, stored.get(key));
    JsonObject numbers = PreprocessingJson.numbers();
    numbers.addProperty("steps", MapTiff.STEPS);
    json.add("numbers", numbers);
    JsonArray steps = new JsonArray();
    for (String paragraph : ExportText.read(WORDS).strip().split("\\R\\R+")) {
      String[] lines = paragraph.split("\\R", 2);
      if (!isDone(lines[0], preprocessing)) continue;
      JsonObject step = new JsonObject();
      step.addProperty("step", lines[0]);
      step.addProperty("what", lines[1].replaceAll("\\R", " "));
      steps.add(step);
    }
    json.add("steps", steps);
    return json;
  }

  /** Whether a step is one of this model's. */
  private static boolean isDone(String step, Preprocessing preprocessing) {
    boolean retina = preprocessing.fieldOfView() == FieldOfViewMode.RETINA;
    if (step.startsWith("retina ")) return retina;
    if (step.equals("whole picture")) return !retina;
    if (step.equals("even light")) return preprocessing.illumination() == Illumination.FLATTEN;
    if (step.startsWith("eye side ")) return preprocessing.laterality().isPresent();
    return true;
  }
}
