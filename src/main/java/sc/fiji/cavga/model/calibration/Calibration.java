package sc.fiji.cavga.model.calibration;

import java.util.Optional;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.plane.TopShare;

/**
 * Turns a raw map into a calibrated one, in which 1.0 is the threshold and healthy eyes look alike
 * whatever the camera, and a calibrated map into the picture's score. Made from normal pictures
 * held out from training by {@link CalibrationFitting}; immutable.
 */
public final class Calibration {

  /**
   * Default share of the field of view, the most unusual one, that the picture's score is made of:
   * lesions are small, and an ill eye seldom has but one.
   */
  public static final double SCORE_SHARE = 0.03;

  /** Healthy pictures reach 2 at most, in standard deviations of all parts together. */
  private static final double FLAT = 2.4;

  private final int size;
  private final NormalAtlas atlas;
  private final double mapThreshold;
  private final double scoreThreshold;
  private final double mapQuantile;
  private final double scoreQuantile;
  private final double scoreShare;
  private final int pictures;
  private final ImagePrior prior;
  private final ImageScore imageScore;
  private final HeldOutEyes heldOut;

  /**
   * @param size width and height of the atlas
   * @param mean [H,W], of the raw map over normal pictures
   * @param spread [H,W], its standard deviation over normal pictures, positive
   * @param mapThreshold in spreads above the mean, positive
   * @param scoreThreshold of the score of a calibrated map
   * @param mapQuantile the share of normal pixels that lie below the map threshold, in (0,1)
   * @param scoreQuantile the share of normal pictures that lie below the score threshold, in (0,1)
   * @param scoreShare the share of the field of view, the most unusual one, that the picture's
   *     score is made of, above 0 and up to 1
   * @param pictures how many normal pictures made the calibration
   * @throws IllegalArgumentException with one sentence that names the value and its range
   */
  public Calibration(
      int size,
      float[] mean,
      float[] spread,
      double mapThreshold,
      double scoreThreshold,
      double mapQuantile,
      double scoreQuantile,
      double scoreShare,
      int pictures) {
    require(
        size > 0 && mean.length == (long) size * size && spread.length == mean.length,
        "A calibration's atlas must have its size.");
    for (int i = 0; i < mean.length; i++)
      require(
          Float.isFinite(mean[i]) && Float.isFinite(spread[i]) && spread[i] > 0,
          "A calibration's atlas must be finite and its spread positive.");
    require(
        mapThreshold > 0 && Double.isFinite(mapThreshold),
        "A map threshold must be positive, not " + mapThreshold + ".");
    require(
        Double.isFinite(scoreThreshold),
        "A score threshold must be a finite number, not " + scoreThreshold + ".");
    requireQuantile(mapQuantile);
    requireQuantile(scoreQuantile);
    requireShare(scoreShare);
    require(pictures > 0, "A calibration needs at least one normal picture.");
    this.size = size;
    this.atlas = new NormalAtlas(mean.clone(), spread.clone());
    this.mapThreshold = mapThreshold;
    this.scoreThreshold = scoreThreshold;
    this.mapQuantile = mapQuantile;
    this.scoreQuantile = scoreQuantile;
    this.scoreShare = scoreShare;
    this.pictures = pictures;
    this.prior = null;
    this.imageScore = null;
    this.heldOut = null;
  }

  private Calibration(
      Calibration other, ImagePrior prior, ImageScore imageScore, HeldOutEyes heldOut) {
    size = other.size;
    atlas = other.atlas;
    mapThreshold = other.mapThreshold;
    scoreThreshold = other.scoreThreshold;
    mapQuantile = other.mapQuantile;
    scoreQuantile = other.scoreQuantile;
    scoreShare = other.scoreShare;
    pictures = other.pictures;
    this.prior = prior;
    this.imageScore = imageScore;
    this.heldOut = heldOut;
  }

  /**
   * The same with what whole pictures tell.
   *
   * @param other null for nothing
   */
  Calibration withPrior(ImagePrior other) {
    return new Calibration(this, other, imageScore, heldOut);
  }

  /**
   * The same with a score of the raw map's parts.
   *
   * @param other null for the map's own highest values
   */
  Calibration withImageScore(ImageScore other) {
    return new Calibration(this, prior, other, heldOut);
  }

  /**
   * The same with what is known of the held-out pictures.
   *
   * @param other null for nothing
   */
  Calibration withHeldOut(HeldOutEyes other) {
    return new Calibration(this, prior, imageScore, other);
  }

  /**
   * The same with thresholds for other shares of healthy pixels and pictures, from what is known of
   * those that were held out. A threshold whose quantile is not given stays, also one that was set
   * by hand.
   *
   * @param forMap null to leave the map's threshold
   * @param forScore null to leave the score's threshold
   * @throws IllegalStateException with one sentence when nothing is known of them, as in models of
   *     earlier software
   */
  public Calibration withQuantiles(Double forMap, Double forScore) {
    if (forMap != null) requireQuantile(forMap);
    if (forScore != null) requireQuantile(forScore);
    if (heldOut == null)
      throw new IllegalStateException(
          "The model does not say how its held-out eyes looked, as it was made by earlier software:"
              + " give healthy eyes, or set the thresholds themselves.");
    double threshold = forMap == null ? mapThreshold : heldOut.mapThreshold(forMap);
    double score =
        forScore == null
            ? inUnitsOf(threshold / mapThreshold, scoreThreshold)
            : heldOut.scoreThreshold(forScore, threshold, imageScore);
    return with(
        threshold,
        score,
        forMap == null ? mapQuantile : forMap,
        forScore == null ? scoreQuantile : forScore);
  }

  /**
   * Scores of a map without parts are in units of its threshold.
   *
   * @param larger by how much the map's threshold grows
   */
  private double inUnitsOf(double larger, double score) {
    return imageScore == null ? score / larger : score;
  }

  /**
   * The same with other thresholds. What their quantiles are is told by the held-out pictures;
   * where nothing is known of them, they stay what they were.
   *
   * @param forMap a value of a calibrated map, which becomes 1.0; positive
   * @param forScore a score as it was before
   */
  public Calibration withThresholds(double forMap, double forScore) {
    require(forMap > 0, "A map's threshold must be positive, such as 1.2, not " + forMap + ".");
    double threshold = mapThreshold * forMap;
    double score = inUnitsOf(forMap, forScore);
    return with(
        threshold,
        score,
        heldOut == null ? mapQuantile : heldOut.mapQuantile(threshold, mapQuantile),
        heldOut == null
            ? scoreQuantile
            : heldOut.scoreQuantile(score, threshold, imageScore, scoreQuantile));
  }

  private Calibration with(double map, double score, double ofMap, double ofScore) {
    return new Calibration(
            size, atlas.mean(), atlas.spread(), map, score, ofMap, ofScore, scoreShare, pictures)
        .withPrior(prior)
        .withImageScore(imageScore)
        .withHeldOut(heldOut);
  }

  /** What is known of the held-out pictures; empty for models of earlier software. */
  Optional<HeldOutEyes> heldOut() {
    return Optional.ofNullable(heldOut);
  }

  /** What makes the score of a map with parts; empty for other maps. */
  Optional<ImageScore> imageScore() {
    return Optional.ofNullable(imageScore);
  }

  /** What whole pictures tell; empty without weak supervision. */
  Optional<ImagePrior> prior() {
    return Optional.ofNullable(prior);
  }

  static void requireQuantile(double quantile) {
    require(
        quantile > 0 && quantile < 1,
        "A quantile must lie between 0 and 1, such as 0.95, not " + quantile + ".");
  }

  /**
   * @throws IllegalArgumentException with one sentence when no score could be taken from the share
   */
  public static void requireShare(double scoreShare) {
    require(
        scoreShare > 0 && scoreShare <= 1,
        "The score's share must be above 0 and at most 1, such as 0.01, not " + scoreShare + ".");
  }

  private static void require(boolean condition, String message) {
    if (!condition) throw new IllegalArgumentException(message);
  }

  /**
   * @param raw [H,W], a raw map of the kind that this calibration was made for
   * @param fieldOfView [H,W], 1 inside the field of view and 0 outside
   * @return [H,W], deviation from normal in units of the map threshold: above 1.0 is anomalous; NaN
   *     outside the field of view
   */
  public float[] calibrated(float[] raw, float[] fieldOfView) {
    require(
        raw.length == size * size && fieldOfView.length == raw.length,
        "A map must have the calibration's size, " + size + " x " + size + ".");
    float[] calibrated = new float[raw.length];
    for (int i = 0; i < raw.length; i++)
      calibrated[i] = fieldOfView[i] > 0 ? atlas.deviation(raw[i], i) : Float.NaN;
    if (prior != null) prior.lower(calibrated, scoreShare);
    for (int i = 0; i < raw.length; i++) calibrated[i] = (float) (calibrated[i] / mapThreshold);
    return calibrated;
  }

  /**
   * The picture's score, as it is and never clamped; the picture is anomalous above {@link
   * #scoreThreshold}. Of a map with parts it is what these say together, in standard deviations of
   * healthy pictures; of others the mean of the largest {@link #scoreShare} of the calibrated
   * values.
   *
   * @param raw of the kind that this calibration was made for
   * @param calibratedMap made of it, NaN outside the field of view
   * @return NaN when nothing lies inside the field of view
   */
  public double score(RawMap raw, float[] calibratedMap) {
    return imageScore == null
        ? TopShare.mean(calibratedMap, scoreShare)
        : imageScore.score(raw.parts().values(scoreShare));
  }

  /**
   * Whether a score lies below all that healthy pictures have, so that the picture shows less than
   * they do. Only known of maps with parts, whose scores are in standard deviations.
   */
  public boolean isBelowHealthy(double score) {
    return score < leastHealthy();
  }

  /** The least score that healthy pictures have; minus infinity where it is not known. */
  double leastHealthy() {
    return imageScore == null ? Double.NEGATIVE_INFINITY : -FLAT * imageScore.weight();
  }

  /** Width and height of the maps that it takes. */
  public int size() {
    return size;
  }

  /** [H,W], a copy. */
  public float[] mean() {
    return atlas.mean().clone();
  }

  /** [H,W], a copy. */
  public float[] spread() {
    return atlas.spread().clone();
  }

  /** In spreads above the mean; a calibrated map is already divided by it. */
  public double mapThreshold() {
    return mapThreshold;
  }

  /** A picture with a larger score is anomalous. */
  public double scoreThreshold() {
    return scoreThreshold;
  }

  public double mapQuantile() {
    return mapQuantile;
  }

  public double scoreQuantile() {
    return scoreQuantile;
  }

  /** The share of the field of view, the most unusual one, that the picture's score is made of. */
  public double scoreShare() {
    return scoreShare;
  }

  /** How many normal pictures made it. */
  public int pictures() {
    return pictures;
  }
}
