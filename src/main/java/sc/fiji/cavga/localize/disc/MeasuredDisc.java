package sc.fiji.cavga.localize.disc;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import sc.fiji.cavga.localize.FurtherColumns;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.Selections;
import sc.fiji.cavga.method.disc.DiscLabels;
import sc.fiji.cavga.method.disc.DiscOutlines;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.measure.DiscShape;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.model.examination.Measure;
import sc.fiji.cavga.model.examination.Outline;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.Turn;

/** The optic disc of one picture as tables, selections and labels. Immutable. */
public final class MeasuredDisc {

  /** The table of the clock hours, without rows. */
  public static final FurtherTable HOURS =
      new FurtherTable("discs", List.of("clock_hour", "rim_width", "confidence"), List.of());

  static final String SECONDS = "seconds";

  private static final String NOT_MEASURED = "Not measured: ";

  private final Picture picture;
  private final DiscMeasurement eye;
  private final List<Measure> measures;
  private final double seconds;
  private final OutputOrientation lying;
  private final Turn turn;

  MeasuredDisc(Picture picture, DiscMeasurement eye, double seconds) {
    this(picture, eye, seconds, OutputOrientation.UPRIGHT);
  }

  private MeasuredDisc(
      Picture picture, DiscMeasurement eye, double seconds, OutputOrientation lying) {
    this.lying = lying;
    this.turn = lying.turn(picture.orientation(), picture.width(), picture.height());
    this.picture = picture;
    this.eye = eye;
    this.measures =
        eye.measures(picture.pixelSize()).stream()
            .map(each -> each.turned(turn))
            .collect(Collectors.toList());
    this.seconds = seconds;
  }

  /** The same with labels, selections and places as pixels lie elsewhere; not the numbers. */
  MeasuredDisc lying(OutputOrientation other) {
    return new MeasuredDisc(picture, eye, seconds, other);
  }

  /** The way from the upright picture to how labels and selections lie. */
  Turn turn() {
    return turn;
  }

  /** The columns of the table of pictures, in order. */
  public static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("image", SECONDS, "status", "message"));
    columns.addAll(FurtherColumns.names(DiscMeasurement.names()));
    return columns;
  }

  /** Upright. */
  public Picture picture() {
    return picture;
  }

  public String name() {
    return picture.name();
  }

  public boolean measured() {
    return eye.reason().isEmpty();
  }

  /** In the upright picture's own pixels; null where nothing was measured. */
  public DiscShape shape() {
    return eye.shape();
  }

  /**
   * The row in the table of pictures, by column: {@link Double}s, NaN where there is no number, and
   * words.
   *
   * @param image what the table calls the picture
   */
  public Map<String, Object> row(String image) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("image", image);
    row.put(SECONDS, seconds);
    row.put("status", "ok");
    row.put("message", message());
    row.putAll(FurtherColumns.values(measures));
    return row;
  }

  /** All that there is to say of the numbers: {@link #notice}, and which ones are missing. */
  public String message() {
    List<String> sentences = new ArrayList<>(picture.notes());
    if (picture.orientation() != 1) sentences.add(lying.sentence(picture.orientation()));
    if (!notice().isEmpty()) sentences.add(notice());
    if (!measured()) return String.join(" ", sentences);
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (Measure measure : measures)
      if (!measure.name().equals(DiscMeasurement.MILLIMETRES))
        measure
            .reason()
            .ifPresent(
                why -> missing.computeIfAbsent(why, key -> new ArrayList<>()).add(measure.name()));
    missing.forEach(
        (why, names) -> sentences.add(NOT_MEASURED + String.join(", ", names) + ". " + why));
    return String.join(" ", sentences);
  }

  /**
   * Why nothing was measured, what was assumed or may be wrong; empty where there is no need to say
   * more.
   */
  public String notice() {
    if (!measured()) return NOT_MEASURED + eye.reason().get();
    String warning = eye.warning().orElse("");
    if (eye.shape().cup().isPresent()) return warning;
    return (eye.drawn().isPresent() ? "No outline named cup is there" : "No cup was found")
        + ": it was assumed that the disc has none, and the ratios are 0."
        + (warning.isEmpty() ? "" : " " + warning);
  }

  /** The twelve clock hours; none where nothing was measured. */
  public FurtherTable hours() {
    List<List<Object>> rows = new ArrayList<>();
    if (measured())
      for (int hour = 1; hour <= 12; hour++)
        rows.add(
            List.of(
                hour,
                eye.shape().hour(hour),
                eye.drawn().isPresent() ? eye.drawn().get() : (Object) eye.hourConfidence(hour)));
    return new FurtherTable(HOURS.name(), HOURS.columns(), rows);
  }

  /** Disc and cup as selections of these names; none where nothing was measured. */
  public List<Roi> selections() {
    List<Roi> selections = new ArrayList<>();
    if (!measured()) return selections;
    for (Outline upright : DiscOutlines.of(eye.shape())) {
      Outline outline = upright.turned(turn);
      Roi roi = new PolygonRoi(outline.x(), outline.y(), Roi.POLYGON);
      roi.setName(outline.name());
      selections.add(roi);
    }
    lying.words(picture.orientation()).ifPresent(text -> Selections.note(selections, text));
    return selections;
  }

  /** Rim and cup in the picture's own pixels; only where something was measured. */
  public LabelImage labels() {
    return DiscLabels.of(eye.shape(), picture.width(), picture.height()).turned(turn);
  }

  /** What matters most, in a line for people. */
  public String caption() {
    if (!measured()) return notice();
    return String.format(
        Locale.ROOT,
        "Cup-to-disc ratio: %.2f vertical, %.2f horizontal, %.2f of the area; %s eye",
        eye.shape().verticalRatio(),
        eye.shape().horizontalRatio(),
        eye.shape().areaRatio(),
        eye.side().label());
  }
}
