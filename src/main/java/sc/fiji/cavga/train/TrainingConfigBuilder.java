package sc.fiji.cavga.train;

import sc.fiji.cavga.feed.Augmentation;
import sc.fiji.cavga.feed.Split;
import sc.fiji.cavga.model.Calibration;
import sc.fiji.cavga.model.CalibrationFitting;
import sc.fiji.cavga.model.DefaultMapSource;
import sc.fiji.cavga.network.LossWeights;
import sc.fiji.cavga.network.NetworkConfig;
import sc.fiji.cavga.network.NetworkConfig.AttentionNormalization;
import sc.fiji.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;
import sc.fiji.cavga.synthetic.AnomalySigns;

/**
 * Collects a training's settings, beginning with {@link TrainingDefaults}. Nothing is checked
 * before {@link #build}.
 */
public final class TrainingConfigBuilder {

  private static final int DERIVED = 0;

  private Variant variant = Variant.DCGAN;
  private int size = TrainingDefaults.SIZE;
  private int channels = TrainingDefaults.CHANNELS;
  private int width = DERIVED;
  private int levels = DERIVED;
  private int latentChannels = TrainingDefaults.LATENT_CHANNELS;
  private boolean weaklySupervised;
  private boolean flatLatent;
  private AttentionNormalization attention = AttentionNormalization.SIGMOID;
  private FieldOfViewMode fieldOfView = FieldOfViewMode.RETINA;
  private Illumination illumination = Illumination.NONE;
  private LossWeights losses = LossWeights.PAPER;
  private Augmentation augmentation = Augmentation.FUNDUS;
  private int epochs = TrainingDefaults.EPOCHS;
  private int batchSize = TrainingDefaults.BATCH_SIZE;
  private double learningRate = TrainingDefaults.LEARNING_RATE;
  private int warmUpEpochs = TrainingDefaults.WARM_UP_EPOCHS;
  private int fewestSteps = TrainingDefaults.FEWEST_STEPS;
  private int mostSteps = TrainingDefaults.MOST_STEPS;
  private int patience = TrainingDefaults.PATIENCE;
  private double minutes = TrainingSchedule.NO_LIMIT;
  private double heldOutShare = Split.DEFAULT_SHARE;
  private double mapQuantile = CalibrationFitting.MAP_QUANTILE;
  private double scoreQuantile = CalibrationFitting.SCORE_QUANTILE;
  private double scoreShare = Calibration.SCORE_SHARE;
  private DefaultMapSource defaultMap = DefaultMapSource.DETECTOR;
  private int detectorSteps = TrainingDefaults.DETECTOR_STEPS;
  private AnomalySigns painted = TrainingDefaults.PAINTED;
  private long seed = TrainingDefaults.SEED;
  private int cacheMegabytes = TrainingConfig.AUTOMATIC_CACHE;

  TrainingConfigBuilder() {}

  /** Begins with a configuration instead of the defaults. */
  TrainingConfigBuilder(TrainingConfig config) {
    variant = config.network().variant();
    size = config.network().size();
    channels = config.network().channels();
    width = config.network().width();
    levels = config.network().levels();
    latentChannels = config.network().latentChannels();
    weaklySupervised = config.network().weaklySupervised();
    flatLatent = config.network().flatLatent();
    attention = config.network().attention();
    fieldOfView = config.preprocessing().fieldOfView();
    illumination = config.preprocessing().illumination();
    losses = config.losses();
    augmentation = config.augmentation();
    epochs = config.schedule().epochs();
    batchSize = config.schedule().batchSize();
    learningRate = config.schedule().learningRate();
    warmUpEpochs = config.schedule().warmUpEpochs();
    fewestSteps = config.schedule().fewestSteps();
    mostSteps = config.schedule().mostSteps();
    patience = config.schedule().patience();
    minutes = config.schedule().minutes();
    heldOutShare = config.heldOutShare();
    mapQuantile = config.mapQuantile();
    scoreQuantile = config.scoreQuantile();
    scoreShare = config.scoreShare();
    defaultMap = config.defaultMap();
    detectorSteps = config.detectorSteps();
    painted = config.painted();
    seed = config.seed();
    cacheMegabytes = config.cacheMegabytes();
  }

  /** See {@link NetworkConfig}. */
  public TrainingConfigBuilder variant(Variant value) {
    variant = value;
    return this;
  }

  /** Width and height of the network's input in pixels. */
  public TrainingConfigBuilder size(int value) {
    size = value;
    return this;
  }

  /** 1 (grey) or 3 (colour). */
  public TrainingConfigBuilder channels(int value) {
    channels = value;
    return this;
  }

  /** See {@link NetworkConfig}. */
  public TrainingConfigBuilder width(int value) {
    width = value;
    return this;
  }

  /** See {@link NetworkConfig}; where it is not called, {@link TrainingDefaults#levels}. */
  public TrainingConfigBuilder levels(int value) {
    levels = value;
    return this;
  }

  private int derivedWidth() {
    return variant == Variant.RESNET18 ? TrainingDefaults.RESNET_WIDTH : TrainingDefaults.WIDTH;
  }

  private int derivedLevels() {
    return variant == Variant.RESNET18
        ? TrainingDefaults.RESNET_LEVELS
        : TrainingDefaults.levels(size);
  }

  /** See {@link NetworkConfig}. */
  public TrainingConfigBuilder latentChannels(int value) {
    latentChannels = value;
    return this;
  }

  /** Whether anomalous pictures take part in training. */
  public TrainingConfigBuilder weaklySupervised(boolean value) {
    weaklySupervised = value;
    return this;
  }

  /** See {@link NetworkConfig}. */
  public TrainingConfigBuilder flatLatent(boolean value) {
    flatLatent = value;
    return this;
  }

  /** See {@link NetworkConfig}. */
  public TrainingConfigBuilder attention(AttentionNormalization value) {
    attention = value;
    return this;
  }

  /** See {@link Preprocessing}. */
  public TrainingConfigBuilder fieldOfView(FieldOfViewMode value) {
    fieldOfView = value;
    return this;
  }

  /** See {@link Preprocessing}. */
  public TrainingConfigBuilder illumination(Illumination value) {
    illumination = value;
    return this;
  }

  /** The paper's where it is not called. */
  public TrainingConfigBuilder losses(LossWeights value) {
    losses = value;
    return this;
  }

  /** Those that it would build with now. */
  public LossWeights losses() {
    return losses;
  }

  /** That for fundus photographs where it is not called. */
  public TrainingConfigBuilder augmentation(Augmentation value) {
    augmentation = value;
    return this;
  }

  /** See {@link TrainingSchedule}, also for the following. */
  public TrainingConfigBuilder epochs(int value) {
    epochs = value;
    return this;
  }

  /** Pictures in a training step. */
  public TrainingConfigBuilder batchSize(int value) {
    batchSize = value;
    return this;
  }

  /** Of Adam, in both players. */
  public TrainingConfigBuilder learningRate(double value) {
    learningRate = value;
    return this;
  }

  /** Epochs before the attention loss joins in. */
  public TrainingConfigBuilder warmUpEpochs(int value) {
    warmUpEpochs = value;
    return this;
  }

  /** Training steps that an epoch has at least. */
  public TrainingConfigBuilder fewestSteps(int value) {
    fewestSteps = value;
    return this;
  }

  /** Training steps that an epoch has at most. */
  public TrainingConfigBuilder mostSteps(int value) {
    mostSteps = value;
    return this;
  }

  /** Epochs without improvement after which training ends. */
  public TrainingConfigBuilder patience(int value) {
    patience = value;
    return this;
  }

  /** After which training ends with the best that it has. */
  public TrainingConfigBuilder minutes(double value) {
    minutes = value;
    return this;
  }

  /** See {@link TrainingConfig#heldOutShare}, also for the following. */
  public TrainingConfigBuilder heldOutShare(double value) {
    heldOutShare = value;
    return this;
  }

  /** Of held-out normal pixels below the map's threshold. */
  public TrainingConfigBuilder mapQuantile(double value) {
    mapQuantile = value;
    return this;
  }

  /** Of held-out normal pictures below the score's threshold. */
  public TrainingConfigBuilder scoreQuantile(double value) {
    scoreQuantile = value;
    return this;
  }

  /** See {@link TrainingConfig}, also for the following. */
  public TrainingConfigBuilder scoreShare(double value) {
    scoreShare = value;
    return this;
  }

  /** What the default map is made of. */
  public TrainingConfigBuilder defaultMap(DefaultMapSource value) {
    defaultMap = value;
    return this;
  }

  /** Training steps of the default map's detector. */
  public TrainingConfigBuilder detectorSteps(int value) {
    detectorSteps = value;
    return this;
  }

  /** What painted anomalies are like, where they teach anything. */
  public TrainingConfigBuilder painted(AnomalySigns value) {
    painted = value;
    return this;
  }

  /** Decides weights, order, noise, augmentation and who is held out. */
  public TrainingConfigBuilder seed(long value) {
    seed = value;
    return this;
  }

  /** Memory for prepared pictures, or {@link TrainingConfig#AUTOMATIC_CACHE}. */
  public TrainingConfigBuilder cacheMegabytes(int value) {
    cacheMegabytes = value;
    return this;
  }

  /**
   * @throws IllegalArgumentException with one sentence that names the value and its range
   */
  public TrainingConfig build() {
    Preprocessing preprocessing = new Preprocessing(size, channels, fieldOfView, illumination);
    NetworkConfig network =
        new NetworkConfig(
            variant,
            size,
            channels,
            width == DERIVED ? derivedWidth() : width,
            levels == DERIVED ? derivedLevels() : levels,
            latentChannels,
            flatLatent,
            weaklySupervised,
            attention);
    TrainingSchedule schedule =
        new TrainingSchedule(
            epochs,
            batchSize,
            learningRate,
            warmUpEpochs,
            fewestSteps,
            Math.max(fewestSteps, mostSteps),
            patience,
            minutes);
    return new TrainingConfig(
        network,
        preprocessing,
        losses,
        augmentation,
        schedule,
        heldOutShare,
        mapQuantile,
        scoreQuantile,
        scoreShare,
        defaultMap,
        detectorSteps,
        painted,
        seed,
        cacheMegabytes);
  }
}
