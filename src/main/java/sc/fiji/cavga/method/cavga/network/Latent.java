package sc.fiji.cavga.method.cavga.network;

import sc.fiji.cavga.method.cavga.layer.NoiseGain;
import sc.fiji.cavga.method.cavga.operation.PaperOperations;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.convolution.Geometry;
import sc.fiji.cavga.nn.layer.Layers;

/**
 * The latent: μ and log σ² are convolutions of F and keep its height and width; or, as in a plain
 * variational autoencoder, which the paper compares with, they are fully connected and flat.
 */
final class Latent {

  static final String MEAN = "latent.mean";
  static final String LOG_VARIANCE = "latent.log_variance";

  private static final double RELU = 0;

  final Node mean;
  final Node logVariance;

  /** Null at test time, when z = μ. */
  final NoiseGain gain;

  /** z, [B,h,w,K], or [B,1,1,K] where it is flat. */
  final Node sample;

  Latent(Layers layers, Node features, NetworkConfig config) {
    mean = head(layers, MEAN, features, config);
    logVariance = head(layers, LOG_VARIANCE, features, config);
    boolean training = layers.graph().training();
    PaperOperations operations = new PaperOperations(layers.graph());
    gain = training ? operations.noiseGain(logVariance) : null;
    sample = training ? operations.latentSample(mean, gain.output()) : mean;
  }

  private static Node head(Layers layers, String name, Node features, NetworkConfig config) {
    int channels = config.latentChannels();
    return config.flatLatent()
        ? layers.dense(name, features, channels)
        : layers.convolution(name, features, channels, Geometry.KEEPING, true, Layers.LINEAR);
  }

  /**
   * What a decoder begins with.
   *
   * @return [B,h,w,maps], h and w as those of F
   */
  Node start(Layers layers, NetworkConfig config, int maps) {
    String name = "decoder.start.convolution";
    return config.flatLatent()
        ? layers.spread(name, sample, config.latentSize(), maps, RELU)
        : layers.convolution(name, sample, maps, Geometry.KEEPING, true, RELU);
  }

  Node gainNode() {
    return gain == null ? null : gain.output();
  }
}
