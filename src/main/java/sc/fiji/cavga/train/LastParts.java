package sc.fiji.cavga.train;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.calibration.CalibrationEntries;

/**
 * The last epoch's parts of finished methods in a checkpoint, where a method keeps the best one: in
 * the state, as the file's model has the best. Methods that keep no other have none.
 */
final class LastParts {

  private static final String CALIBRATION = "calibration";
  private static final String TRAINING = "training";

  private LastParts() {}

  /**
   * Puts them in.
   *
   * @param last in the order of the finished ones, the same object where there is no other
   * @param arrays the state's groups
   * @return what stands in the state's values; empty where there is none
   */
  static JsonObject write(
      List<MethodPart> finished, List<MethodPart> last, Map<String, List<NamedArray>> arrays) {
    JsonObject all = new JsonObject();
    for (int i = 0; i < finished.size(); i++) {
      MethodPart part = last.get(i);
      if (part == finished.get(i)) continue;
      String prefix = prefix(part);
      part.entries().arrays().forEach((name, list) -> arrays.put(prefix + name, list));
      arrays.put(prefix + CALIBRATION, CalibrationEntries.toArrays(part.calibrations()));
      JsonObject json = new JsonObject();
      json.add(CALIBRATION, CalibrationEntries.toJson(part.calibrations()));
      json.add(TRAINING, part.training());
      all.add(part.method().name(), json);
    }
    return all;
  }

  /**
   * Takes them out again.
   *
   * @param all what {@link #write} has returned
   * @param arrays the state's groups; those of the parts are removed
   * @return in the order of the finished ones, which stand for themselves where there is no other
   * @throws IOException with one sentence when something is missing or does not fit
   */
  static List<MethodPart> read(
      List<MethodPart> finished, JsonObject all, Map<String, List<NamedArray>> arrays)
      throws IOException {
    List<MethodPart> last = new ArrayList<>();
    JsonFields fields = new JsonFields("Its last epochs", all);
    for (MethodPart part : finished) {
      String name = part.method().name();
      last.add(all.has(name) ? read(part, fields.object(name), arrays) : part);
    }
    return last;
  }

  private static MethodPart read(
      MethodPart best, JsonObject json, Map<String, List<NamedArray>> arrays) throws IOException {
    Map<String, List<NamedArray>> own = new HashMap<>();
    String prefix = prefix(best);
    for (String group : List.copyOf(arrays.keySet()))
      if (group.startsWith(prefix)) own.put(group.substring(prefix.length()), arrays.remove(group));
    List<NamedArray> atlases = own.remove(CALIBRATION);
    ModelEntries entries = new ModelEntries(best.entries().settings(), own);
    best.method().check(entries);
    JsonFields fields = new JsonFields("Its last epoch", json);
    return new MethodPart(
        best.method(),
        entries,
        CalibrationEntries.read(fields.object(CALIBRATION), atlases == null ? List.of() : atlases),
        fields.object(TRAINING));
  }

  private static String prefix(MethodPart part) {
    return "last_" + part.method().name() + "_";
  }
}
