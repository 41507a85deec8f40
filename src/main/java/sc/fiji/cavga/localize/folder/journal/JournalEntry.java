package sc.fiji.cavga.localize.folder.journal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run has found out about one picture: a row of results, and where it came from. */
public final class JournalEntry {

  private static final String FURTHER = "further";
  private static final String OUTPUTS = "outputs";

  private final String file;
  private final FileState state;
  private final int slice;
  private final int slices;
  private final String name;
  private final boolean succeeded;
  private final int regions;
  private final List<String> outputs;
  private final List<String> row;

  /**
   * @param file relative path with forward slashes
   * @param state of the file when it was read
   * @param slice counted from 0
   * @param slices how many the file has
   * @param name of the file's outputs, without a slice's number
   * @param regions how many were found
   * @param outputs the kinds of files that this picture has and others may not have
   * @param row the cells in the columns of {@link ResultTables#RESULTS}
   */
  public JournalEntry(
      String file,
      FileState state,
      int slice,
      int slices,
      String name,
      boolean succeeded,
      int regions,
      List<String> outputs,
      List<String> row) {
    this.file = file;
    this.state = state;
    this.slice = slice;
    this.slices = slices;
    this.name = name;
    this.succeeded = succeeded;
    this.regions = regions;
    this.outputs = List.copyOf(outputs);
    this.row = List.copyOf(row);
  }

  /**
   * @throws IOException when it is not what {@link #toJson} gives
   */
  static JournalEntry fromJson(JsonObject json) throws IOException {
    try {
      return new JournalEntry(
          json.get("file").getAsString(),
          new FileState(json.get("size").getAsLong(), json.get("modified").getAsLong()),
          json.get("slice").getAsInt(),
          json.get("slices").getAsInt(),
          json.get("name").getAsString(),
          json.get("succeeded").getAsBoolean(),
          json.get("regions").getAsJsonArray().size(),
          // In journals of earlier versions selections were those of regions.
          json.has(OUTPUTS)
              ? cells(json.get(OUTPUTS))
              : json.get("regions").getAsJsonArray().isEmpty() ? List.of() : List.of("rois"),
          cells(json.get("row")));
    } catch (RuntimeException e) {
      throw new IOException("An entry of the journal is damaged.", e);
    }
  }

  /** The rows of {@code regions.csv} that an entry's JSON has. */
  public static List<List<String>> regions(JsonObject json) {
    return rows(json.get("regions"));
  }

  /** The further tables of which an entry's JSON has rows. */
  static Set<String> tables(JsonObject json) {
    return json.has(FURTHER) ? json.get(FURTHER).getAsJsonObject().keySet() : Set.of();
  }

  /** The rows of a further table that an entry's JSON has; none in journals of earlier versions. */
  static List<List<String>> further(JsonObject json, String table) {
    JsonObject tables = json.has(FURTHER) ? json.get(FURTHER).getAsJsonObject() : new JsonObject();
    return tables.has(table) ? rows(tables.get(table)) : List.of();
  }

  private static List<List<String>> rows(JsonElement array) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonElement row : array.getAsJsonArray()) rows.add(cells(row));
    return rows;
  }

  JsonObject toJson(List<List<String>> regionRows, Map<String, List<List<String>>> further) {
    JsonObject json = new JsonObject();
    json.addProperty("file", file);
    json.addProperty("size", state.size);
    json.addProperty("modified", state.modified);
    json.addProperty("slice", slice);
    json.addProperty("slices", slices);
    json.addProperty("name", name);
    json.addProperty("succeeded", succeeded);
    json.add("row", cells(row));
    json.add(OUTPUTS, cells(outputs));
    json.add("regions", array(regionRows));
    if (further.isEmpty()) return json;
    JsonObject tables = new JsonObject();
    further.forEach((table, rows) -> tables.add(table, array(rows)));
    json.add(FURTHER, tables);
    return json;
  }

  private static JsonArray array(List<List<String>> rows) {
    JsonArray array = new JsonArray();
    for (List<String> row : rows) array.add(cells(row));
    return array;
  }

  private static JsonArray cells(List<String> cells) {
    JsonArray array = new JsonArray();
    for (String cell : cells) array.add(new JsonPrimitive(cell));
    return array;
  }

  private static List<String> cells(JsonElement array) {
    List<String> cells = new ArrayList<>();
    for (JsonElement cell : array.getAsJsonArray()) cells.add(cell.getAsString());
    return cells;
  }

  public String file() {
    return file;
  }

  public FileState state() {
    return state;
  }

  public int slice() {
    return slice;
  }

  public int slices() {
    return slices;
  }

  public String name() {
    return name;
  }

  public boolean succeeded() {
    return succeeded;
  }

  public int regions() {
    return regions;
  }

  /** The kinds of files that this picture has and others may not have. */
  public List<String> outputs() {
    return outputs;
  }

  public List<String> row() {
    return row;
  }
}
