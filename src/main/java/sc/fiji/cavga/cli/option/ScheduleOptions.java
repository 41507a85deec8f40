package sc.fiji.cavga.cli.option;

import picocli.CommandLine.Option;
import sc.fiji.cavga.feed.Split;
import sc.fiji.cavga.model.Calibration;
import sc.fiji.cavga.model.CalibrationFitting;
import sc.fiji.cavga.model.DefaultMapSource;
import sc.fiji.cavga.synthetic.AnomalySigns;
import sc.fiji.cavga.train.TrainingConfigBuilder;
import sc.fiji.cavga.train.TrainingDefaults;

/** How long training goes on and what it is judged by; options not given change nothing. */
final class ScheduleOptions {

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "At most so many epochs; default: " + TrainingDefaults.EPOCHS)
  private Integer epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Pictures in a training step; default: " + TrainingDefaults.BATCH_SIZE)
  private Integer batch;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Of Adam, for both players; default: " + TrainingDefaults.LEARNING_RATE)
  private Double learningRate;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description =
          "Epochs before the attention loss joins in; default: " + TrainingDefaults.WARM_UP_EPOCHS)
  private Integer warmUp;

  @Option(
      names = "--fewest-steps",
      paramLabel = "N",
      description =
          "Steps of an epoch, however few pictures there are; default: "
              + TrainingDefaults.FEWEST_STEPS)
  private Integer fewestSteps;

  @Option(
      names = "--most-steps",
      paramLabel = "N",
      description =
          "Steps of an epoch, however many pictures there are; default: "
              + TrainingDefaults.MOST_STEPS)
  private Integer mostSteps;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "Epochs without improvement after which training ends, 0 for never; default: "
              + TrainingDefaults.PATIENCE)
  private Integer patience;

  @Option(
      names = "--minutes",
      paramLabel = "X",
      description = "Training ends then with the best that it has; default: no limit")
  private Double minutes;

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description =
          "Share of the normal pictures for validation and calibration; default: "
              + Split.DEFAULT_SHARE)
  private Double heldOut;

  @Option(
      names = "--map-quantile",
      paramLabel = "SHARE",
      description =
          "Share of held-out normal pixels below the map's threshold; default: "
              + CalibrationFitting.MAP_QUANTILE)
  private Double mapQuantile;

  @Option(
      names = "--score-quantile",
      paramLabel = "SHARE",
      description =
          "Share of held-out normal pictures below the score's threshold; default: "
              + CalibrationFitting.SCORE_QUANTILE)
  private Double scoreQuantile;

  @Option(
      names = "--score-share",
      paramLabel = "SHARE",
      description =
          "Share of the field of view, the most unusual one, that a picture's score is made of;"
              + " default: "
              + Calibration.SCORE_SHARE)
  private Double scoreShare;

  @Option(
      names = "--default-map",
      paramLabel = "SOURCE",
      description =
          "What the default map is made of, detector (density of local features, and a network that"
              + " painted anomalies teach), density (alone) or network (its difference image and"
              + " attention); default: detector")
  private DefaultMapSource defaultMap;

  @Option(
      names = "--detector-steps",
      paramLabel = "N",
      description =
          "Training steps of the default map's detector; default: "
              + TrainingDefaults.DETECTOR_STEPS)
  private Integer detectorSteps;

  @Option(
      names = "--painted",
      paramLabel = "SIGNS",
      description =
          "What the painted anomalies are like, lesions, or glaucoma (signs of glaucoma among"
              + " them); default: lesions")
  private AnomalySigns painted;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same model; default: " + TrainingDefaults.SEED)
  private Long seed;

  @Option(
      names = "--cache",
      paramLabel = "MB",
      description = "Memory for prepared pictures; default: a share of Java's heap")
  private Integer cache;

  boolean seeded() {
    return seed != null;
  }

  void apply(TrainingConfigBuilder builder) {
    Given.value(epochs, builder::epochs);
    Given.value(batch, builder::batchSize);
    Given.value(learningRate, builder::learningRate);
    Given.value(warmUp, builder::warmUpEpochs);
    Given.value(fewestSteps, builder::fewestSteps);
    Given.value(mostSteps, builder::mostSteps);
    Given.value(patience, builder::patience);
    Given.value(minutes, builder::minutes);
    Given.value(heldOut, builder::heldOutShare);
    Given.value(mapQuantile, builder::mapQuantile);
    Given.value(scoreQuantile, builder::scoreQuantile);
    Given.value(scoreShare, builder::scoreShare);
    Given.value(defaultMap, builder::defaultMap);
    Given.value(detectorSteps, builder::detectorSteps);
    Given.value(painted, builder::painted);
    Given.value(seed, builder::seed);
    Given.value(cache, builder::cacheMegabytes);
  }
}
