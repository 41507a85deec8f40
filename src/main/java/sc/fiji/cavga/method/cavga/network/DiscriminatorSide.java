package sc.fiji.cavga.method.cavga.network;

import sc.fiji.cavga.method.cavga.operation.PaperOperations;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.layer.Layers;

/** DCGAN's discriminator: the player who tells pictures from reconstructions. */
final class DiscriminatorSide implements AutoCloseable {

  final Graph graph;
  private final Parameters parameters;
  private final Node picture;
  private final Loss loss;

  /** What all pictures of the batch shall be called. */
  private boolean real;

  DiscriminatorSide(NetworkConfig config, int count, Graph graph, Parameters parameters) {
    this.graph = graph;
    this.parameters = parameters;
    picture = graph.input(true, count, config.size(), config.size(), config.channels());
    Node logits =
        Dcgan.discriminator(
            new Layers(graph, parameters), picture, config.discriminatorWidth(), config.levels());
    loss = new PaperOperations(graph).realOrFake(logits, () -> real);
  }

  /** The loss of calling the pictures what the target says, until the next judgement. */
  Loss judge(Node pictures, boolean allReal) {
    picture.value().assign(pictures.value());
    real = allReal;
    graph.forward();
    return loss;
  }

  /** Adds what the last judgement costs to the discriminator's own gradients. */
  void learn() {
    picture.wantGradient(false);
    parameters.train(true);
    loss.weigh(1);
    graph.backward();
  }

  /** Adds the weighted gradient of the last judgement to the reconstruction's. */
  void teach(Node reconstruction, double weight) {
    picture.wantGradient(true);
    parameters.train(false);
    loss.weigh(weight);
    graph.backward();
    if (weight == 0) return;
    if (reconstruction.receiveGradient()) reconstruction.gradient().addi(picture.gradient());
    else reconstruction.gradient().assign(picture.gradient());
  }

  @Override
  public void close() {
    graph.close();
  }
}
