package sc.fiji.cavga.train;

import sc.fiji.cavga.synthetic.AnomalySigns;

/**
 * What is used where nothing else is asked for: the same in the dialog, in macros and on the
 * command line. The paper does not say what it used; these values are this project's own.
 */
public final class TrainingDefaults {

  /** Width and height of the network's input in pixels. */
  public static final int SIZE = 128;

  /** Colour pictures. */
  public static final int CHANNELS = 3;

  /** Feature maps after the first convolution. */
  public static final int WIDTH = 32;

  /** Of CAVGA-R, so that public weights fit. */
  public static final int RESNET_WIDTH = 64;

  /** Of CAVGA-R: a ResNet-18 halves the size so often. */
  public static final int RESNET_LEVELS = 5;

  /** Channels of the convolutional latent. */
  public static final int LATENT_CHANNELS = 64;

  public static final int EPOCHS = 40;
  public static final int BATCH_SIZE = 8;
  public static final double LEARNING_RATE = 1e-3;
  public static final long SEED = 0;

  /** Epochs before the attention loss joins in: from the start on it only saturates attention. */
  public static final int WARM_UP_EPOCHS = 5;

  /** Training steps that an epoch has at least, however few pictures there are. */
  public static final int FEWEST_STEPS = 50;

  /** Training steps that an epoch has at most, however many pictures there are. */
  public static final int MOST_STEPS = 500;

  /** Epochs without improvement after which training ends. */
  public static final int PATIENCE = 10;

  /** Of the detector: half as many found less on development photographs; more were not tried. */
  public static final int DETECTOR_STEPS = 3000;

  /** What painted anomalies are like. */
  public static final AnomalySigns PAINTED = AnomalySigns.LESIONS;

  private TrainingDefaults() {}

  /**
   * The number of stride-2 convolutions for an input size: such that the latent has about 8 × 8
   * positions, within 2 to 5, and fewer where the size is not divisible that often.
   */
  public static int levels(int size) {
    int levels = Math.max(2, Math.min(5, 28 - Integer.numberOfLeadingZeros(Math.max(1, size))));
    while (levels > 2 && size % (1 << levels) != 0) levels--;
    return levels;
  }
}
