package sc.fiji.cavga.method.cavga.training;

import java.util.List;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Setting.Page;
import sc.fiji.cavga.settings.Settings;

/**
 * The settings of the method {@code cavga}. The paper does not say what it used; the defaults are
 * this project's own, but for the losses' weights.
 */
public final class CavgaSettings {

  /** For {@link #WIDTH} and {@link #LEVELS}: what the variant and the size give. */
  private static final int DERIVED = 0;

  private static final int WIDTH_OF_D = 32;

  /** So that public weights fit. */
  private static final int WIDTH_OF_R = 64;

  /** A ResNet-18 halves the size so often. */
  private static final int LEVELS_OF_R = 5;

  public static final Setting<Variant> VARIANT =
      Setting.choice("variant", Variant.D)
          .json("network.variant")
          .label("CAVGA's network")
          .help("The paper's CAVGA-D (d, DCGAN's layers) or CAVGA-R (r, a ResNet-18).")
          .on(Page.ADVANCED);

  public static final Setting<Integer> WIDTH =
      Setting.integer("width", DERIVED)
          .within(0, 256)
          .json("network.width")
          .label("Width (feature maps, 0 = variant's)")
          .help(
              "Feature maps after the first convolution: 2 to 256, or 0 for the variant's own, which"
                  + " is 32 for CAVGA-D and 64 for CAVGA-R. More can learn more and take longer.")
          .shown("the variant's own")
          .on(Page.ADVANCED);

  public static final Setting<Integer> LEVELS =
      Setting.integer("levels", DERIVED)
          .within(0, 6)
          .json("network.levels")
          .label("Levels")
          .help("Stride-2 convolutions: 2 to 6, or 0 for as many as give an 8 x 8 latent.")
          .shown("as many as give an 8 x 8 latent, at most 5");

  public static final Setting<Integer> LATENT_CHANNELS =
      Setting.integer("latent_channels", 64)
          .within(1, 1024)
          .json("network.latent_channels")
          .label("Latent channels")
          .help("Channels of the latent.");

  public static final Setting<Boolean> FLAT_LATENT =
      Setting.toggle("flat_latent", false)
          .json("network.flat_latent")
          .label("Flat latent")
          .help("The latent is one vector, as in a plain autoencoder (the paper's ablation).");

  public static final Setting<AttentionNormalization> ATTENTION =
      Setting.choice("attention", AttentionNormalization.SIGMOID)
          .json("network.attention")
          .label("Attention")
          .help("How attention is normalized: sigmoid or maximum.");

  public static final Setting<Integer> EPOCHS =
      Setting.integer("epochs", 40)
          .within(1, 5000)
          .json("schedule.epochs")
          .label("Epochs (CAVGA)")
          .help("How often the pictures are gone through at most, from 1 on.")
          .on(Page.ADVANCED)
          .free();

  public static final Setting<Double> LEARNING_RATE =
      Setting.number("learning_rate", 1e-3)
          .above(0, 1)
          .json("schedule.learning_rate")
          .label("Learning rate (CAVGA)")
          .help(
              "Of Adam, above 0 and at most 1. Lower where a loss becomes infinite, also when"
                  + " resuming.")
          .on(Page.ADVANCED)
          .free();

  public static final Setting<Integer> WARM_UP =
      Setting.integer("warm_up", 5)
          .within(0, 5000)
          .json("schedule.warm_up_epochs")
          .label("Warm-up epochs")
          .help("Epochs before the attention loss joins in: from the start on it saturates.");

  public static final Setting<Integer> FEWEST_STEPS =
      Setting.integer("fewest_steps", 50)
          .within(1, 1_000_000)
          .json("schedule.fewest_steps")
          .label("Fewest steps")
          .help("Steps of an epoch, however few pictures there are.");

  public static final Setting<Integer> MOST_STEPS =
      Setting.integer("most_steps", 500)
          .within(1, 1_000_000)
          .json("schedule.most_steps")
          .label("Most steps")
          .help("Steps of an epoch, however many pictures there are, but never below the fewest.");

  public static final Setting<Integer> PATIENCE =
      Setting.integer("patience", 10)
          .within(0, 5000)
          .json("schedule.patience")
          .label("Patience (CAVGA; epochs, 0 = no end)")
          .help("Epochs without improvement after which training ends; 0 for never.")
          .on(Page.ADVANCED)
          .free();

  public static final Setting<Double> RECONSTRUCTION_WEIGHT =
      weight("reconstruction", LossWeights.PAPER_IMAGE, "L_R");

  public static final Setting<Double> DIVERGENCE_WEIGHT =
      weight("divergence", LossWeights.PAPER_IMAGE, "KL");

  public static final Setting<Double> ADVERSARIAL_WEIGHT =
      weight("adversarial", LossWeights.PAPER_IMAGE, "L_adv");

  public static final Setting<Double> ATTENTION_WEIGHT =
      weight("attention", LossWeights.PAPER_ATTENTION, "L_ae or L_cga");

  public static final Setting<Double> CLASSIFICATION_WEIGHT =
      weight("classification", LossWeights.PAPER_CLASSIFICATION, "L_bce");

  private CavgaSettings() {}

  private static Setting<Double> weight(String name, double paper, String loss) {
    return Setting.number(name + "_weight", paper)
        .within(0, Double.MAX_VALUE)
        .range("0 or more")
        .json("loss_weights." + name)
        .label("Weight of " + loss)
        .help("Weight of the loss " + loss + "; the default is the paper's.");
  }

  /** In the order in which people meet them. */
  public static List<Setting<?>> all() {
    return List.of(
        VARIANT,
        WIDTH,
        LEVELS,
        LATENT_CHANNELS,
        FLAT_LATENT,
        ATTENTION,
        EPOCHS,
        LEARNING_RATE,
        WARM_UP,
        FEWEST_STEPS,
        MOST_STEPS,
        PATIENCE,
        RECONSTRUCTION_WEIGHT,
        DIVERGENCE_WEIGHT,
        ADVERSARIAL_WEIGHT,
        ATTENTION_WEIGHT,
        CLASSIFICATION_WEIGHT);
  }

  /**
   * @throws IllegalArgumentException with one sentence when values do not fit each other
   */
  public static NetworkConfig network(Settings settings) {
    boolean residual = settings.get(VARIANT) == Variant.R;
    int width = settings.get(WIDTH);
    int levels = settings.get(LEVELS);
    int size = settings.get(CommonSettings.SIZE);
    return new NetworkConfig(
        settings.get(VARIANT),
        size,
        settings.get(CommonSettings.CHANNELS),
        width != DERIVED ? width : residual ? WIDTH_OF_R : WIDTH_OF_D,
        levels != DERIVED ? levels : residual ? LEVELS_OF_R : levels(size),
        settings.get(LATENT_CHANNELS),
        settings.get(FLAT_LATENT),
        settings.get(CommonSettings.WEAK),
        settings.get(ATTENTION));
  }

  /**
   * The number of stride-2 convolutions for an input size: such that the latent has about 8 × 8
   * positions, within 2 to 5, and fewer where the size is not divisible that often.
   */
  static int levels(int size) {
    int levels = Math.max(2, Math.min(5, 28 - Integer.numberOfLeadingZeros(Math.max(1, size))));
    while (levels > 2 && size % (1 << levels) != 0) levels--;
    return levels;
  }

  static LossWeights losses(Settings settings) {
    return new LossWeights(
        settings.get(RECONSTRUCTION_WEIGHT),
        settings.get(DIVERGENCE_WEIGHT),
        settings.get(ADVERSARIAL_WEIGHT),
        settings.get(ATTENTION_WEIGHT),
        settings.get(CLASSIFICATION_WEIGHT));
  }

  /** The losses' weights in an epoch, from 0: no attention loss while the network warms up. */
  static LossWeights lossesIn(int epoch, Settings settings) {
    LossWeights losses = losses(settings);
    return epoch < settings.get(WARM_UP) ? losses.withAttention(0) : losses;
  }

  /** The first epoch, from 0, that has all losses. */
  static int firstFullEpoch(Settings settings) {
    return settings.get(ATTENTION_WEIGHT) == 0 ? 0 : settings.get(WARM_UP);
  }

  /** How many steps make an epoch, where so many batches hold every picture once. */
  static int stepsPerEpoch(int batches, Settings settings) {
    int fewest = settings.get(FEWEST_STEPS);
    return Math.max(fewest, Math.min(Math.max(fewest, settings.get(MOST_STEPS)), batches));
  }
}
