package sc.fiji.cavga.spark.table;

import java.util.Map;

/** What a column of the tables holds in Parquet, and how it stands in a CSV file. */
enum CellType {
  TEXT("string", null),
  YES_OR_NO("boolean", null),
  COUNT("bigint", null),
  SIX_DECIMALS("double", "%.6f"),
  FOUR_DECIMALS("double", "%.4f"),
  THREE_DECIMALS("double", "%.3f"),
  TWO_DECIMALS("double", "%.2f"),
  SIX_DIGITS("double", "%.6g");

  private static final Map<String, CellType> OF_RESULTS =
      Map.ofEntries(
          Map.entry("score", SIX_DECIMALS),
          Map.entry("threshold", SIX_DECIMALS),
          Map.entry("anomalous", YES_OR_NO),
          Map.entry("regions", COUNT),
          Map.entry("anomalous_fraction", SIX_DECIMALS),
          Map.entry("seconds", THREE_DECIMALS),
          Map.entry("judged", YES_OR_NO),
          Map.entry("measured", YES_OR_NO));

  private static final Map<String, CellType> OF_REGIONS =
      Map.ofEntries(
          Map.entry("region", COUNT),
          Map.entry("area_px", COUNT),
          Map.entry("mean", FOUR_DECIMALS),
          Map.entry("max", FOUR_DECIMALS),
          Map.entry("centroid_x", TWO_DECIMALS),
          Map.entry("centroid_y", TWO_DECIMALS),
          Map.entry("x", COUNT),
          Map.entry("y", COUNT),
          Map.entry("width", COUNT),
          Map.entry("height", COUNT));

  private final String sql;
  private final String format;

  CellType(String sql, String format) {
    this.sql = sql;
    this.format = format;
  }

  /** Of a column of {@code results.csv}; measures are texts, as some of them are words. */
  static CellType ofResults(String column) {
    if (column.endsWith("_score")) return SIX_DECIMALS;
    if (column.endsWith("_anomalous")) return YES_OR_NO;
    return OF_RESULTS.getOrDefault(column, TEXT);
  }

  /** Of a column of {@code regions.csv}. */
  static CellType ofRegions(String column) {
    return OF_REGIONS.getOrDefault(column, TEXT);
  }

  /** SQL for a cell's text as a value; null where an empty cell is no text. */
  String value(String cell) {
    return this == TEXT ? cell : "cast(nullif(" + cell + ", '') as " + sql + ")";
  }

  /** SQL for a value as a cell's text. */
  String cell(String value) {
    String text =
        format == null
            ? "cast(" + value + " as string)"
            : "format_string('" + format + "', " + value + ")";
    return "if(" + value + " is null, '', " + text + ")";
  }
}
