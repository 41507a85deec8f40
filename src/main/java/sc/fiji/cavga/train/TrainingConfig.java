package sc.fiji.cavga.train;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.cavga.dataset.Subject;
import sc.fiji.cavga.feed.Augmentation;
import sc.fiji.cavga.feed.BatchOptions;
import sc.fiji.cavga.feed.CacheLimit;
import sc.fiji.cavga.model.Calibration;
import sc.fiji.cavga.model.DefaultMapSource;
import sc.fiji.cavga.network.LossWeights;
import sc.fiji.cavga.network.NetworkConfig;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.synthetic.AnomalySigns;

/**
 * All that decides what a training gives, the pictures apart: with the same pictures and the same
 * configuration it gives the same bits. Immutable; made by {@link TrainingConfigBuilder}, stored in
 * the model file.
 */
public final class TrainingConfig {

  /** For {@link #cacheMegabytes}: as much as {@link CacheLimit#byDefault} says. */
  public static final int AUTOMATIC_CACHE = -1;

  private static final int MOST_DETECTOR_STEPS = 1_000_000;
  private static final long LARGEST_SEED = 1_000_000_000_000_000L;

  private final NetworkConfig network;
  private final Preprocessing preprocessing;
  private final LossWeights losses;
  private final Augmentation augmentation;
  private final TrainingSchedule schedule;
  private final double heldOutShare;
  private final double mapQuantile;
  private final double scoreQuantile;
  private final double scoreShare;
  private final DefaultMapSource defaultMap;
  private final int detectorSteps;
  private final AnomalySigns painted;
  private final long seed;
  private final int cacheMegabytes;

  /** The parts have validated themselves; what concerns several of them is validated here. */
  TrainingConfig(
      NetworkConfig network,
      Preprocessing preprocessing,
      LossWeights losses,
      Augmentation augmentation,
      TrainingSchedule schedule,
      double heldOutShare,
      double mapQuantile,
      double scoreQuantile,
      double scoreShare,
      DefaultMapSource defaultMap,
      int detectorSteps,
      AnomalySigns painted,
      long seed,
      int cacheMegabytes) {
    this.network = Objects.requireNonNull(network);
    this.preprocessing = Objects.requireNonNull(preprocessing);
    this.losses = Objects.requireNonNull(losses);
    this.augmentation = Objects.requireNonNull(augmentation);
    this.schedule = Objects.requireNonNull(schedule);
    require(
        preprocessing.size() == network.size() && preprocessing.channels() == network.channels(),
        "The preprocessing must make pictures of the network's size and channels.");
    require(
        !network.weaklySupervised() || schedule.batchSize() >= 2,
        "Weak supervision needs a batch size of at least 2, so that each batch holds both kinds.");
    this.heldOutShare = share("The held-out share", heldOutShare);
    this.mapQuantile = share("The map quantile", mapQuantile);
    this.scoreQuantile = share("The score quantile", scoreQuantile);
    Calibration.requireShare(scoreShare);
    this.scoreShare = scoreShare;
    this.defaultMap = Objects.requireNonNull(defaultMap);
    require(
        detectorSteps >= 1 && detectorSteps <= MOST_DETECTOR_STEPS,
        "The detector's steps must be 1 to "
            + MOST_DETECTOR_STEPS
            + ", not "
            + detectorSteps
            + "; to do without it make the default map of the density.");
    this.detectorSteps = detectorSteps;
    this.painted = Objects.requireNonNull(painted);
    require(
        Math.abs(seed) <= LARGEST_SEED,
        "The seed must have at most 15 digits, so that every program reads it alike, not "
            + seed
            + ".");
    this.seed = seed;
    require(
        cacheMegabytes >= AUTOMATIC_CACHE,
        "The cache must have zero or more megabytes, or -1 to choose by itself, not "
            + cacheMegabytes
            + ".");
    this.cacheMegabytes = cacheMegabytes;
  }

  private static double share(String name, double value) {
    require(value > 0 && value < 1, name + " must be above 0 and below 1, not " + value + ".");
    return value;
  }

  private static void require(boolean condition, String message) {
    if (!condition) throw new IllegalArgumentException(message);
  }

  /** To be changed where something else than the defaults is wanted. */
  public static TrainingConfigBuilder builder() {
    return new TrainingConfigBuilder();
  }

  /** Defaults for what the pictures show, to be changed where something else is wanted. */
  public static TrainingConfigBuilder builder(Subject subject) {
    return TrainingPresets.of(subject);
  }

  /** To be changed where something else than in this one is wanted, as when resuming. */
  public TrainingConfigBuilder toBuilder() {
    return new TrainingConfigBuilder(this);
  }

  public NetworkConfig network() {
    return network;
  }

  public Preprocessing preprocessing() {
    return preprocessing;
  }

  public LossWeights losses() {
    return losses;
  }

  public Augmentation augmentation() {
    return augmentation;
  }

  public TrainingSchedule schedule() {
    return schedule;
  }

  /** The share of the normal pictures that validation and calibration use and training does not. */
  public double heldOutShare() {
    return heldOutShare;
  }

  /** The share of held-out normal pixels that are to lie below the map's threshold. */
  public double mapQuantile() {
    return mapQuantile;
  }

  /** The share of held-out normal pictures that are to lie below the score's threshold. */
  public double scoreQuantile() {
    return scoreQuantile;
  }

  /** The share of the field of view, the most unusual one, that a picture's score is made of. */
  public double scoreShare() {
    return scoreShare;
  }

  /** What the default map is made of. */
  public DefaultMapSource defaultMap() {
    return defaultMap;
  }

  /** Training steps of the detector, where the default map has one. */
  public int detectorSteps() {
    return detectorSteps;
  }

  /** What painted anomalies are like, where they teach anything. */
  public AnomalySigns painted() {
    return painted;
  }

  public long seed() {
    return seed;
  }

  /** Memory for prepared pictures, or {@link #AUTOMATIC_CACHE}; has no influence on the result. */
  public int cacheMegabytes() {
    return cacheMegabytes;
  }

  CacheLimit cacheLimit() {
    return cacheMegabytes == AUTOMATIC_CACHE
        ? CacheLimit.byDefault()
        : CacheLimit.ofBytes((long) cacheMegabytes << 20);
  }

  BatchOptions batchOptions() {
    return new BatchOptions(schedule.batchSize(), seed, augmentation);
  }

  /** The losses' weights in an epoch, from 0: no attention loss while the network warms up. */
  LossWeights lossesIn(int epoch) {
    return epoch < schedule.warmUpEpochs() ? losses.withAttention(0) : losses;
  }

  /** The first epoch, from 0, that has all losses. */
  int firstFullEpoch() {
    return losses.attention() == 0 ? 0 : schedule.warmUpEpochs();
  }

  /** For the model file; {@link #fromJson} takes it back. */
  public JsonObject toJson() {
    return TrainingConfigJson.write(this);
  }

  /**
   * @throws IOException with one sentence that names the entry that is missing, unknown, of another
   *     type or out of range
   */
  public static TrainingConfig fromJson(JsonObject json) throws IOException {
    return TrainingConfigJson.read(json);
  }

  /**
   * What keeps a training under this configuration from going on from one under another: the first
   * entry that differs and may not. Epochs, learning rate, patience, time limit, quantiles and
   * cache may.
   */
  public Optional<String> obstacleToResume(TrainingConfig earlier) {
    return TrainingConfigJson.difference(toJson(), earlier.toJson());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrainingConfig && toJson().equals(((TrainingConfig) other).toJson());
  }

  @Override
  public int hashCode() {
    return toJson().hashCode();
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
