package sc.fiji.cavga.localize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.io.table.SpreadsheetCell;
import sc.fiji.cavga.model.ModelFingerprint;
import sc.fiji.cavga.model.Prediction;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.Measure;

/** The columns that a model's further methods and measures have behind those of every model. */
public final class FurtherColumns {

  /** How a further method's score column ends. */
  public static final String SCORE = "_score";

  private static final String MODEL = "model";
  private static final String FINGERPRINT = "model_fingerprint";
  private static final String ANOMALOUS = "_anomalous";
  private static final String MEASURED = "measured";
  private static final String REASON = "not_measured_because";

  private FurtherColumns() {}

  /**
   * The cells of the last columns, which every row has, those of failed pictures too.
   *
   * @param name what the model's file is called, without folders
   * @param fingerprint tells models apart, whatever they are called
   */
  public static Map<String, String> ofModel(String name, String fingerprint) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(MODEL, SpreadsheetCell.of(name));
    cells.put(FINGERPRINT, fingerprint);
    return cells;
  }

  /** The last columns of a localizer's pictures. */
  public static Map<String, String> ofModel(TrainedModel model) {
    return ofModel(model.name(), ModelFingerprint.of(model));
  }

  /** In their order, known before any picture. */
  public static List<String> names(Localizer localizer) {
    List<String> names = new ArrayList<>();
    for (String method : localizer.others()) {
      names.add(method + SCORE);
      names.add(method + ANOMALOUS);
    }
    if (localizer.measures().isEmpty()) return names;
    names.addAll(names(localizer.measures()));
    return names;
  }

  /** Those of measures alone. */
  public static List<String> names(List<String> measures) {
    List<String> names = new ArrayList<>(List.of(MEASURED, REASON));
    names.addAll(measures);
    return names;
  }

  /**
   * A picture's values by name, in the same order: {@link Double}s, NaN where nothing was measured,
   * {@link Boolean}s and {@link String}s.
   */
  public static Map<String, Object> values(Localization localization) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Prediction.Decision other : localization.prediction().others()) {
      values.put(other.method() + SCORE, other.score());
      values.put(other.method() + ANOMALOUS, other.judged() ? other.anomalous() : "");
    }
    List<Measure> measures = localization.measures();
    if (!measures.isEmpty()) values.putAll(values(measures));
    return values;
  }

  /** The values of measures, at least one, behind whether and why not anything was measured. */
  public static Map<String, Object> values(List<Measure> measures) {
    Map<String, Object> values = new LinkedHashMap<>();
    boolean measured = measures.stream().anyMatch(each -> each.reason().isEmpty());
    values.put(MEASURED, measured);
    values.put(REASON, measured ? "" : measures.get(0).reason().get());
    for (Measure measure : measures)
      values.put(measure.name(), measure.word().<Object>map(word -> word).orElse(measure.value()));
    return values;
  }
}
