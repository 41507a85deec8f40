package sc.fiji.cavga.spark.plan;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import sc.fiji.cavga.spark.ArchiveException;
import sc.fiji.cavga.spark.store.Store;

/**
 * What a run's rows depend on, kept in its output: rows of other runs are never mixed with them.
 */
public final class RunSettings {

  private RunSettings() {}

  /**
   * Begins a run, or goes on with one that has the same settings.
   *
   * @param settings what rows depend on
   * @param tables the names of a run's tables, of any earlier version too
   * @param overwrite whether results of other settings, or of the same, go
   * @throws IOException with one sentence when the output holds results of another run
   */
  public static void begin(
      Store store, String output, JsonObject settings, List<String> tables, boolean overwrite)
      throws IOException {
    String state = Store.below(output, WorkPlan.STATE);
    String place = Store.below(state, "settings.json");
    byte[] bytes = store.bytesOrNull(place);
    JsonObject earlier =
        bytes == null
            ? null
            : new Gson().fromJson(new String(bytes, StandardCharsets.UTF_8), JsonObject.class);
    if (settings.equals(earlier) && !overwrite) return;
    if (!overwrite)
      for (String name : store.names(output))
        if (earlier != null || tables.contains(name))
          throw new ArchiveException(
              "The output folder "
                  + output
                  + " holds results of "
                  + difference(settings, earlier)
                  + "; choose another output folder, or overwrite them.");
    for (String table : tables) {
      store.delete(Store.below(output, table));
      store.delete(Store.below(output, table + ".csv"));
    }
    for (String kind : List.of("maps", "overlays", "rois", "discs"))
      if (earlier != null) store.delete(Store.below(output, kind));
    for (String name : List.of("plan.json", "files", "listing", "rows"))
      store.delete(Store.below(state, name));
    store.write(place, settings.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String difference(JsonObject settings, JsonObject earlier) {
    if (earlier == null) return "an unknown run";
    if (differ("model", settings, earlier)) return "another model";
    if (differ("map", settings, earlier)) return "another map";
    if (differ("input", settings, earlier)) return "another input";
    if (differ("columns", settings, earlier)) return "another version of CAVGA";
    return "other settings";
  }

  private static boolean differ(String key, JsonObject settings, JsonObject earlier) {
    return !Objects.equals(settings.get(key), earlier.get(key));
  }
}
