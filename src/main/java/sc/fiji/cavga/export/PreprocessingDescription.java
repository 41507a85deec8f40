package sc.fiji.cavga.export;

import com.google.gson.JsonObject;
import java.util.List;
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

  /** Steps that need a map of the square. */
  private static final List<String> OF_MAPS = List.of("model", "back", "round");

  private PreprocessingDescription() {}

  /** A new object. */
  public static JsonObject of(Preprocessing preprocessing) {
    return of(preprocessing, true);
  }

  /** The same of the square alone, without what is done with a map of it. */
  static JsonObject ofSquare(Preprocessing preprocessing) {
    return of(preprocessing, false);
  }

  private static JsonObject of(Preprocessing preprocessing, boolean hasMap) {
    JsonObject json = new JsonObject();
    json.addProperty("version", VERSION);
    JsonObject stored = PreprocessingJson.write(preprocessing);
    for (String key : stored.keySet()) json.add(key, stored.get(key));
    JsonObject numbers = PreprocessingJson.numbers();
    numbers.addProperty("steps", MapTiff.STEPS);
    json.add("numbers", numbers);
    json.add(
        "steps",
        DescribedSteps.of(
            WORDS, step -> isDone(step, preprocessing) && (hasMap || !OF_MAPS.contains(step))));
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
