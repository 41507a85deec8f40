package sc.fiji.cavga.ui;

import ij.measure.ResultsTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.cavga.localize.FurtherColumns;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Region;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.picture.PixelSize;

/**
 * What was found as ImageJ tables of their own, with the columns of the command line's results.csv
 * and regions.csv. ImageJ's shared Results table is not touched.
 */
public final class LocalizationTables {

  private final ResultsTable pictures = TableCells.table();
  private final ResultsTable regions = TableCells.table();

  private final Map<String, ResultsTable> further = new LinkedHashMap<>();

  private final Map<String, String> model;

  /**
   * @param model what every row has in its last columns, see {@link FurtherColumns#ofModel}
   */
  public LocalizationTables(Map<String, String> model) {
    this.model = model;
  }

  /** Adds a picture and its regions. */
  public void add(Localization localization) {
    pictures.incrementCounter();
    pictures.addValue("image", localization.name());
    pictures.addValue("score", localization.score());
    pictures.addValue("threshold", localization.scoreThreshold());
    pictures.addValue(
        "anomalous", localization.judged() ? String.valueOf(localization.anomalous()) : "");
    pictures.addValue("regions", localization.regions().size());
    pictures.addValue("anomalous_fraction", localization.anomalousFraction());
    pictures.addValue("seconds", localization.seconds());
    pictures.addValue("status", "ok");
    pictures.addValue("message", localization.notes());
    pictures.addValue("judged", String.valueOf(localization.judged()));
    pictures.addValue("warning", localization.warning().orElse(""));
    for (Map.Entry<String, Object> value : FurtherColumns.values(localization).entrySet())
      TableCells.add(pictures, value.getKey(), value.getValue());
    model.forEach(pictures::addValue);
    for (Region region : localization.regions()) add(localization, region);
    for (FurtherTable rows : localization.prediction().tables())
      TableCells.add(
          further.computeIfAbsent(rows.name(), name -> TableCells.table()),
          localization.name(),
          rows);
  }

  private void add(Localization localization, Region region) {
    PixelSize pixel = localization.pixelSize();
    regions.incrementCounter();
    regions.addValue("image", localization.name());
    regions.addValue("region", region.number());
    regions.addValue("area_px", region.area());
    regions.addValue("mean", region.mean());
    regions.addValue("max", region.max());
    regions.addValue("centroid_x", region.centroidX());
    regions.addValue("centroid_y", region.centroidY());
    regions.addValue("x", region.x());
    regions.addValue("y", region.y());
    regions.addValue("width", region.width());
    regions.addValue("height", region.height());
    if (!pixel.isKnown()) return;
    regions.addValue("area", region.area() * pixel.width() * pixel.height());
    regions.addValue("area_unit", pixel.unit() + "^2");
  }

  /**
   * Adds a picture that could not be localized.
   *
   * @param message one sentence that says why
   */
  public void addFailed(String name, String message) {
    pictures.incrementCounter();
    pictures.addValue("image", name);
    for (String column :
        new String[] {"score", "threshold", "regions", "anomalous_fraction", "seconds"})
      pictures.addValue(column, Double.NaN);
    pictures.addValue("anomalous", "");
    pictures.addValue("status", "failed");
    pictures.addValue("message", message);
    pictures.addValue("judged", "");
    pictures.addValue("warning", "");
    model.forEach(pictures::addValue);
  }

  public ResultsTable pictures() {
    return pictures;
  }

  /** A row for each region of each picture. */
  public ResultsTable regions() {
    return regions;
  }

  /** Further tables of the model's methods, by name. */
  public Map<String, ResultsTable> further() {
    return Collections.unmodifiableMap(further);
  }
}
