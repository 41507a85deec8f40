package sc.fiji.cavga.method.cavga.onnx;

import java.io.IOException;
import java.util.Arrays;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalizing;
import sc.fiji.cavga.method.cavga.layer.NoiseGain;
import sc.fiji.cavga.method.cavga.loss.ClassCrossEntropy;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.onnx.OnnxLayers;
import sc.fiji.cavga.onnx.OnnxValue;

/** The latent, and what attention tells of it, in ONNX; z = μ, as always at test time. */
final class OnnxLatent {

  private static final String MEAN = "latent.mean";
  private static final double RELU = 0;

  private final OnnxLayers layers;
  private final OnnxValue features;
  private final NetworkConfig config;
  private final OnnxValue mean;

  /**
   * @param features F, [B,maps,h,w]
   */
  OnnxLatent(OnnxLayers layers, OnnxValue features, NetworkConfig config) throws IOException {
    this.layers = layers;
    this.features = features;
    this.config = config;
    mean = head(MEAN);
  }

  /** Fully connected where the latent is flat: a window as large as the map. */
  private OnnxValue head(String name) throws IOException {
    return layers.convolution(name, features, 1, padding(), true);
  }

  private int padding() {
    return config.flatLatent() ? 0 : 1;
  }

  /** What a decoder begins with, [B,maps,h,w]. */
  OnnxValue start() throws IOException {
    String name = "decoder.start.convolution";
    OnnxValue start =
        config.flatLatent()
            ? layers.transposedConvolution(name, mean, 1, 0, true)
            : layers.convolution(name, mean, 1, 1, true);
    return start.leaky(RELU);
  }

  /** KL(q(z|x) ‖ N(0,1)) of each picture, [B,1,1,1]. */
  OnnxValue divergence() throws IOException {
    OnnxValue variance =
        head("latent.log_variance")
            .within(-NoiseGain.LOG_VARIANCE_BOUND, NoiseGain.LOG_VARIANCE_BOUND);
    return mean.squared()
        .plus(variance.exponential())
        .minus(1)
        .minus(variance)
        .sum(1, 2, 3)
        .times(0.5);
  }

  /** A, [B,1,h,w]; weakly supervised, that of the normal class. */
  OnnxValue attention() throws IOException {
    OnnxValue back = layers.transposition(MEAN, gradient(), 1, padding());
    OnnxValue sum = back.mean(2, 3).times(features).sum(1);
    if (config.attention() == AttentionNormalization.SIGMOID) return sum.sigmoid();
    OnnxValue positive = sum.atLeast(0);
    return positive.over(positive.largest(2, 3).plus(AttentionNormalizing.EPSILON));
  }

  /** Of the score for μ, the same for all pictures: [1,K,h,w], or [1,K,1,1] where it is flat. */
  private OnnxValue gradient() throws IOException {
    int places = config.flatLatent() ? 1 : config.latentSize();
    long[] shape = {1, config.latentChannels(), places, places};
    float[] values = new float[config.latentChannels() * places * places];
    Arrays.fill(values, 1);
    if (config.weaklySupervised()) {
      NamedArray classes = layers.weights().array("classifier.weight");
      int first = ClassCrossEntropy.NORMAL * values.length;
      values = Arrays.copyOfRange(classes.values(), first, first + values.length);
    }
    return features.constant(values, shape);
  }
}
