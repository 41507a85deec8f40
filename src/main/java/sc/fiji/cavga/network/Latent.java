package sc.fiji.cavga.network;

import sc.fiji.cavga.network.graph.Geometry;
import sc.fiji.cavga.network.graph.Layers;
import sc.fiji.cavga.network.graph.Node;

/** The convolutional latent: μ and log σ² are convolutions of F and keep its height and width. */
final class Latent {

  static final String MEAN = "latent.mean";
  static final String LOG_VARIANCE = "latent.log_variance";

  final Node mean;
  final Node logVariance;

  /** Null at test time, when z = μ. */
  final NoiseGain gain;

  /** z, [B,h,w,K]. */
  final Node sample;

  Latent(Layers layers, Node features, int channels) {
    mean = layers.convolution(MEAN, features, channels, Geometry.KEEPING, true, Layers.LINEAR);
    logVariance =
        layers.convolution(LOG_VARIANCE, features, channels, Geometry.KEEPING, true, Layers.LINEAR);
    boolean training = layers.graph().training();
    gain = training ? layers.graph().add(new NoiseGain(layers.graph(), logVariance)) : null;
    sample =
        training
            ? layers.graph().add(new LatentSample(layers.graph(), mean, gain.output())).output()
            : mean;
  }

  Node gainNode() {
    return gain == null ? null : gain.output();
  }
}
