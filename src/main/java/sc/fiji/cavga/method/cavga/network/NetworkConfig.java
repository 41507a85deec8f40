package sc.fiji.cavga.method.cavga.network;

import java.util.Objects;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;

/**
 * What a network is made of. Immutable, validated here and nowhere else, stored in the model file.
 */
public final class NetworkConfig {

  /** The encoder's architecture: CAVGA-D or CAVGA-R in the paper. */
  public enum Variant {
    /** DCGAN's convolutions and transposed convolutions. */
    D,
    /** ResNet-18's convolution layers and a residual decoder; five levels. */
    R
  }

  private final Variant variant;
  private final int size;
  private final int channels;
  private final int width;
  private final int levels;
  private final int latentChannels;
  private final boolean flatLatent;
  private final boolean weaklySupervised;
  private final AttentionNormalization attention;

  /**
   * @param size width and height of the input in pixels, a multiple of 2^levels
   * @param channels of the input, 1 or 3
   * @param width number of feature maps after the first convolution; doubles with each level
   * @param levels number of stride-2 convolutions
   * @param latentChannels of the latent
   * @param flatLatent whether the latent is one vector, as in a plain variational autoencoder, and
   *     not the paper's convolutional one
   * @param weaklySupervised whether a classifier on the latent is part of the network
   * @throws IllegalArgumentException with one sentence that names the value and its range
   */
  public NetworkConfig(
      Variant variant,
      int size,
      int channels,
      int width,
      int levels,
      int latentChannels,
      boolean flatLatent,
      boolean weaklySupervised,
      AttentionNormalization attention) {
    this.variant = Objects.requireNonNull(variant);
    this.size = size;
    this.channels = channels;
    this.width = width;
    this.levels = levels;
    this.latentChannels = latentChannels;
    this.flatLatent = flatLatent;
    this.weaklySupervised = weaklySupervised;
    this.attention = Objects.requireNonNull(attention);
    require(channels == 1 || channels == 3, "Channels must be 1 or 3, not " + channels + ".");
    require(levels >= 2 && levels <= 6, "Levels must be 2 to 6, not " + levels + ".");
    boolean residual = variant == Variant.R;
    require(
        !residual || levels == ResNet18.LEVELS,
        "CAVGA-R has " + ResNet18.LEVELS + " levels, not " + levels + ".");
    require(
        size >= 16 && size <= 1024 && size % (1 << levels) == 0,
        "Size must be 16 to 1024 and a multiple of " + (1 << levels) + ", not " + size + ".");
    require(width >= 2 && width <= 256, "Width must be 2 to 256, not " + width + ".");
    require(
        latentChannels >= 1 && latentChannels <= 1024,
        "Latent channels must be 1 to 1024, not " + latentChannels + ".");
  }

  private static void require(boolean condition, String message) {
    if (!condition) throw new IllegalArgumentException(message);
  }

  /** The same for pictures of another size. */
  NetworkConfig withSize(int newSize) {
    return new NetworkConfig(
        variant,
        newSize,
        channels,
        width,
        levels,
        latentChannels,
        flatLatent,
        weaklySupervised,
        attention);
  }

  public Variant variant() {
    return variant;
  }

  public int size() {
    return size;
  }

  public int channels() {
    return channels;
  }

  public int width() {
    return width;
  }

  public int levels() {
    return levels;
  }

  public int latentChannels() {
    return latentChannels;
  }

  /** Whether the latent is one vector without height and width. */
  public boolean flatLatent() {
    return flatLatent;
  }

  public boolean weaklySupervised() {
    return weaklySupervised;
  }

  public AttentionNormalization attention() {
    return attention;
  }

  /**
   * Feature maps of the discriminator's first convolution: CAVGA-R's 64 would make it far larger
   * than the encoder that it plays against.
   */
  public int discriminatorWidth() {
    return variant == Variant.R ? Math.max(2, width / 2) : width;
  }

  /** Width and height of the encoder's last feature map, the attention and a latent not flat. */
  public int latentSize() {
    return size >> levels;
  }
}
