package sc.fiji.cavga.method.disc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.cavga.method.disc.limit.BoundLimit;
import sc.fiji.cavga.method.disc.limit.EyeNumbers;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.Measure;
import sc.fiji.cavga.model.examination.Outline;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.picture.Picture;

/** An optic disc with what is normal of it. */
final class DiscExamination implements Examination {

  /** The table of the clock hours. */
  static final String HOURS = "discs";

  static final List<String> COLUMNS =
      List.of(
          "clock_hour",
          "rim_width",
          "expected",
          "limit_95",
          "limit_99_9",
          "deviation",
          "outside",
          "confidence");

  private static final String OTHER_SCALE =
      "The disc is seen at another scale than in the training photographs, as in a crop around it,"
          + " so the limits are those of a disc of mean size; a model of such pictures knows better.";

  private final DiscMeasurement eye;
  private final NormalLimits limits;
  private final RawMap map;
  private final Picture picture;

  /**
   * @param picture whose pixels the outlines are in
   */
  DiscExamination(DiscMeasurement eye, NormalLimits limits, RawMap map, Picture picture) {
    this.eye = eye;
    this.limits = limits;
    this.map = map;
    this.picture = picture;
  }

  @Override
  public RawMap map(MapKind kind) {
    if (kind != MapKind.DEFAULT)
      throw new IllegalArgumentException("The method disc makes no " + kind.label() + " map.");
    return map;
  }

  @Override
  public Optional<String> warning() {
    if (eye.reason().isPresent()) return eye.warning();
    if (limits.isSameScale(EyeNumbers.of(eye))) return eye.warning();
    return Optional.of(eye.warning().map(other -> other + " " + OTHER_SCALE).orElse(OTHER_SCALE));
  }

  @Override
  public List<Measure> measures() {
    return eye.measures(picture.pixelSize());
  }

  @Override
  public List<Outline> outlines() {
    return eye.reason().isPresent() ? List.of() : DiscOutlines.of(eye, limits);
  }

  @Override
  public List<LabelImage> labels() {
    return eye.reason().isPresent()
        ? List.of()
        : List.of(DiscLabels.of(eye.shape(), picture.width(), picture.height()));
  }

  @Override
  public List<FurtherTable> tables() {
    List<List<Object>> rows = new ArrayList<>();
    if (eye.reason().isEmpty()) {
      EyeNumbers numbers = EyeNumbers.of(eye);
      for (int hour = 1; hour <= 12; hour++) rows.add(row(hour, limits.hour(hour, numbers)));
    }
    return List.of(new FurtherTable(HOURS, COLUMNS, rows));
  }

  private List<Object> row(int hour, BoundLimit rim) {
    return List.of(
        hour,
        rim.value(),
        rim.expected(),
        rim.limit(NormalLimits.INNER),
        rim.limit(NormalLimits.OUTER),
        rim.deviation(),
        String.valueOf(rim.isOutside(NormalLimits.OUTER)),
        eye.hourConfidence(hour));
  }
}
