package sc.fiji.cavga.method.disc;

import java.util.List;
import java.util.Optional;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Measures optic discs and compares them with the normal limits of healthy eyes. */
final class DiscModel implements AnomalyModel {

  final DiscOutliner outliner;
  final NormalLimits limits;
  private final float[] weights;

  /**
   * @param outliner closed with this
   * @param weights of the deviations, learned from labelled eyes; null without
   */
  DiscModel(DiscOutliner outliner, NormalLimits limits, float[] weights) {
    this.outliner = outliner;
    this.limits = limits;
    this.weights = weights;
  }

  Optional<float[]> weights() {
    return Optional.ofNullable(weights);
  }

  @Override
  public boolean needsOwnPixels() {
    return true;
  }

  @Override
  public List<MapKind> maps() {
    return List.of(MapKind.DEFAULT);
  }

  @Override
  public List<String> measures() {
    return DiscMeasurement.names();
  }

  @Override
  public List<FurtherTable> tables() {
    return List.of(new FurtherTable(DiscExamination.HOURS, DiscExamination.COLUMNS, List.of()));
  }

  @Override
  public Examination examine(PreparedPicture picture) {
    DiscMeasurement eye = measure(outliner, picture);
    DiscScore score = DiscScore.of(eye, limits, weights);
    RawMap map =
        eye.reason().isPresent()
            ? DiscMap.none(picture, score)
            : DiscMap.of(eye, limits, picture, score);
    return new DiscExamination(eye, limits, map, picture.original());
  }

  static DiscMeasurement measure(DiscOutliner outliner, PreparedPicture picture) {
    return DiscMeasurement.of(
        outliner.outline(picture), picture.placement(), picture.original().side());
  }

  @Override
  public void close() {
    outliner.close();
  }
}
