package sc.fiji.cavga.method.cavga.network;

import sc.fiji.cavga.method.cavga.loss.ClassCrossEntropy;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.method.cavga.operation.PaperOperations;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.layer.Layers;

/**
 * Encoder, latent, decoder, attention and, weakly supervised, the classifier, with their losses:
 * the player who wants pictures that the discriminator takes for real.
 */
final class GeneratorSide implements AutoCloseable {

  final Graph graph;

  /** What the encoder sees and the reconstruction is to be, [B,H,W,C]. */
  final Node picture;

  final Node fieldOfView;
  final Node coarseFieldOfView;

  final boolean[] labels;
  final Latent latent;
  final Node reconstruction;

  /** A; weakly supervised, A of the normal class. */
  final Node attention;

  /** Of the classifier, [B,1,1,2]; null without one. */
  final Node classLogits;

  final Loss reconstructionLoss;
  final Loss divergenceLoss;

  final Loss attentionLoss;

  /** Null without a classifier. */
  final Loss classLoss;

  GeneratorSide(NetworkConfig config, int count, Graph graph, Parameters parameters) {
    this.graph = graph;
    Layers layers = new Layers(graph, parameters);
    int size = config.size();
    int small = config.latentSize();
    picture = graph.input(false, count, size, size, config.channels());
    fieldOfView = graph.input(false, count, size, size, 1);
    coarseFieldOfView = graph.input(false, count, small, small, 1);
    labels = new boolean[count];

    boolean residual = config.variant() == Variant.R;
    Node features =
        residual
            ? ResNet18.encoder(layers, picture, config.width())
            : Dcgan.encoder(layers, "encoder", picture, config.width(), config.levels());
    latent = new Latent(layers, features, config);
    Node logits =
        residual
            ? ResidualDecoder.logits(layers, latent, config)
            : Dcgan.logits(layers, latent, config);
    reconstruction = layers.operations().maskedSigmoid(logits, fieldOfView);
    reconstructionLoss =
        layers.operations().pixelCrossEntropy(logits, reconstruction, picture, fieldOfView);
    PaperOperations operations = new PaperOperations(graph);
    divergenceLoss = operations.latentDivergence(latent.mean, latent.logVariance);

    Attention gradCam = new Attention(layers, features, latent.gainNode(), config);
    if (config.weaklySupervised()) {
      classLogits = layers.dense("classifier", latent.sample, 2);
      classLoss = operations.classCrossEntropy(classLogits, labels);
      attention = gradCam.ofClass(ClassCrossEntropy.NORMAL);
      Node anomalous = gradCam.ofClass(ClassCrossEntropy.ANOMALOUS);
      attentionLoss =
          operations.guidedAttention(attention, anomalous, coarseFieldOfView, classLogits, labels);
    } else {
      classLogits = null;
      classLoss = null;
      attention = gradCam.ofLatentSum(latent.mean);
      attentionLoss = operations.attentionExpansion(attention, coarseFieldOfView);
    }
  }

  void weigh(LossWeights weights) {
    reconstructionLoss.weigh(weights.reconstruction);
    divergenceLoss.weigh(weights.divergence);
    attentionLoss.weigh(weights.attention);
    if (classLoss != null) classLoss.weigh(weights.classification);
  }

  @Override
  public void close() {
    graph.close();
  }
}
