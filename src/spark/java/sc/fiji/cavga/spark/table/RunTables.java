package sc.fiji.cavga.spark.table;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The columns of a run's tables, as the Java that looks at pictures describes them. */
public final class RunTables {

  /** The name of the table with a row for each picture. */
  public static final String RESULTS = "results";

  /** The name of the table with a row for each region. */
  public static final String REGIONS = "regions";

  /** Columns of ours beside those of CSV files. */
  static final List<String> OWN =
      List.of(
          "file_number", "path", "file", "picture", "output", "software_version", "host", "batch");

  private final List<String> columns;
  private final Map<String, List<String>> tables = new LinkedHashMap<>();

  /**
   * @param description as {@code PictureJava} gives it
   */
  public RunTables(JsonObject description) {
    columns = texts(description.get("columns"));
    for (Map.Entry<String, JsonElement> table :
        description.get("tables").getAsJsonObject().entrySet())
      tables.put(table.getKey(), texts(table.getValue()));
  }

  private static List<String> texts(JsonElement array) {
    List<String> texts = new ArrayList<>();
    for (JsonElement each : array.getAsJsonArray()) texts.add(each.getAsString());
    return texts;
  }

  /** Of {@code results.csv}. */
  public List<String> columns() {
    return columns;
  }

  /** The other tables' names and columns, of which the first, image, is not among them. */
  Map<String, List<String>> others() {
    return tables;
  }

  /** The names of all tables. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(RESULTS));
    names.addAll(tables.keySet());
    return names;
  }

  /** Names that a list's further columns cannot have. */
  public Set<String> reserved() {
    Set<String> reserved = new TreeSet<>(columns);
    reserved.addAll(OWN);
    reserved.addAll(List.of("pictures", "cells", "tables", "row", "row_number", "name", "rows"));
    return reserved;
  }

  static String quoted(String column) {
    return "`" + column.replace("`", "``") + "`";
  }
}
