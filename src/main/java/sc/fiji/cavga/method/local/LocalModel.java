package sc.fiji.cavga.method.local;

import java.util.List;
import java.util.Optional;
import sc.fiji.cavga.method.local.gaussian.DogFeatures;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.method.local.net.SegmentationNets;
import sc.fiji.cavga.method.local.weak.WeakReweighting;
import sc.fiji.cavga.method.local.weak.WhitenedDeviations;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Half the squared Mahalanobis distance of each place from what is normal there and, where there is
 * a U-Net, its logit added: both are logarithms of how much more likely an anomaly is. May be used
 * from several threads.
 */
public final class LocalModel implements AnomalyModel {

  /** What a unit of the U-Net's logit counts beside one of half a squared distance. */
  static final float HALF_SQUARES = 48;

  /** The same where weak supervision gives the distance in standard deviations. */
  static final float SPREADS = 12;

  /** What the distance counts in a picture's score, where the U-Net counts 1. */
  private static final double DISTANCE = 0.5;

  /** The same where labels have reweighted it. */
  private static final double REWEIGHTED = 1;

  /** Standard deviation in pixels at 128 pixels of the blur of the logits. */
  static final double SMOOTHING = 0.75;

  private final GaussianField field;
  private final WeakReweighting reweighting;
  private final WhitenedDeviations deviations;
  private final SegmentationNets nets;
  private final ZScores scores;

  /**
   * @param reweighting what anomalous pictures taught; null without weak supervision
   * @param nets taught with that field's z-scores, and closed with this model; null for none
   */
  public LocalModel(GaussianField field, WeakReweighting reweighting, SegmentationNets nets) {
    this.field = field;
    this.reweighting = reweighting;
    this.deviations = reweighting == null ? null : new WhitenedDeviations(field);
    this.nets = nets;
    this.scores = nets == null ? null : new ZScores(field);
  }

  /** What is normal at each place. */
  public GaussianField field() {
    return field;
  }

  /** What anomalous pictures taught, if there were any. */
  public Optional<WeakReweighting> reweighting() {
    return Optional.ofNullable(reweighting);
  }

  /** Taught with synthetic anomalies, if there are some. */
  public Optional<SegmentationNets> nets() {
    return Optional.ofNullable(nets);
  }

  @Override
  public List<MapKind> maps() {
    return List.of(MapKind.DEFAULT);
  }

  @Override
  public boolean learnedFromLabels() {
    return reweighting != null;
  }

  @Override
  public Examination examine(PreparedPicture picture) {
    DogFeatures features = DogFeatures.of(picture);
    float[] distance = field.smoothHalfDistances(picture, features);
    if (reweighting != null)
      distance =
          reweighting.weigh(
              picture,
              WeakReweighting.standardized(reweighting.atlas(), picture, distance),
              deviations.of(features, picture.fieldOfView()));
    RawMap map = nets == null ? new RawMap(distance, picture) : joined(picture, features, distance);
    return kind -> {
      if (kind != MapKind.DEFAULT)
        throw new IllegalArgumentException(
            "The method local makes no map \"" + kind.label() + "\": choose default.");
      return map;
    };
  }

  private RawMap joined(PreparedPicture picture, DogFeatures features, float[] distance) {
    float[] inside = picture.fieldOfView();
    float[] logits =
        MaskedGaussian.blur(
            nets.infer(scores.of(features, inside), inside),
            inside,
            picture.size(),
            MaskedGaussian.scaled(SMOOTHING, picture.size()));
    float each = reweighting != null ? SPREADS : HALF_SQUARES;
    float[] joined = new float[distance.length];
    for (int i = 0; i < distance.length; i++)
      if (inside[i] > 0) {
        joined[i] = distance[i] + each * logits[i];
      } else {
        logits[i] = Float.NaN;
        distance[i] = Float.NaN;
      }
    return new RawMap(
        joined,
        picture,
        new LocalScoreParts(logits, distance, reweighting == null ? DISTANCE : REWEIGHTED));
  }

  /** Gives the U-Nets' native memory back at once. */
  @Override
  public void close() {
    if (nets != null) nets.close();
  }
}
