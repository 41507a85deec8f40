package sc.fiji.cavga.cli.option;

import picocli.CommandLine.Option;
import sc.fiji.cavga.feed.Augmentation;
import sc.fiji.cavga.network.LossWeights;
import sc.fiji.cavga.train.TrainingConfigBuilder;

/** The losses' weights and the augmentation; options that are not given change nothing. */
final class LossOptions {

  /** What can be chosen of augmentations here. */
  enum AugmentationKind {
    FUNDUS(Augmentation.FUNDUS),
    NONE(Augmentation.NONE);

    final Augmentation augmentation;

    AugmentationKind(Augmentation augmentation) {
      this.augmentation = augmentation;
    }
  }

  @Option(
      names = "--reconstruction-weight",
      paramLabel = "X",
      description = "Of L_R; default: the paper's, " + LossWeights.PAPER_IMAGE)
  private Double reconstruction;

  @Option(
      names = "--divergence-weight",
      paramLabel = "X",
      description = "Of KL; default: the paper's, " + LossWeights.PAPER_IMAGE)
  private Double divergence;

  @Option(
      names = "--adversarial-weight",
      paramLabel = "X",
      description = "Of L_adv; default: the paper's, " + LossWeights.PAPER_IMAGE)
  private Double adversarial;

  @Option(
      names = "--attention-weight",
      paramLabel = "X",
      description = "Of L_ae or L_cga; default: the paper's, " + LossWeights.PAPER_ATTENTION)
  private Double attention;

  @Option(
      names = "--classification-weight",
      paramLabel = "X",
      description = "Of L_bce; default: the paper's, " + LossWeights.PAPER_CLASSIFICATION)
  private Double classification;

  @Option(
      names = "--augmentation",
      paramLabel = "KIND",
      description =
          "How pictures are varied, fundus (mirror, rotation, brightness) or none; default: fundus")
  private AugmentationKind augmentation;

  void apply(TrainingConfigBuilder builder) {
    LossWeights base = builder.losses();
    builder.losses(
        new LossWeights(
            or(reconstruction, base.reconstruction()),
            or(divergence, base.divergence()),
            or(adversarial, base.adversarial()),
            or(attention, base.attention()),
            or(classification, base.classification())));
    if (augmentation != null) builder.augmentation(augmentation.augmentation);
  }

  private static double or(Double given, double otherwise) {
    return given == null ? otherwise : given;
  }
}
