package sc.fiji.cavga.network;

import sc.fiji.cavga.network.graph.Blocks;
import sc.fiji.cavga.network.graph.Graph;
import sc.fiji.cavga.network.graph.Node;
import sc.fiji.cavga.network.graph.Operation;

/** x̂: the decoder's logits through a sigmoid, zero outside the field of view as pictures are. */
final class MaskedSigmoid implements Operation {

  private final Node logits;
  private final Node fieldOfView;
  private final Node output;

  /**
   * @param logits [B,H,W,C]
   * @param fieldOfView [B,H,W,1]
   */
  MaskedSigmoid(Graph graph, Node logits, Node fieldOfView) {
    this.logits = logits;
    this.fieldOfView = fieldOfView;
    output = graph.node(true, logits.value().shape());
  }

  @Override
  public Node output() {
    return output;
  }

  @Override
  public void forward() {
    int channels = logits.channels();
    Blocks.run(
        logits.rows(),
        channels,
        (block, start, end) -> {
          for (long row = start; row < end; row++) {
            double inside = fieldOfView.values().get(row);
            for (long i = row * channels; i < (row + 1) * channels; i++)
              output.values().set(i, inside / (1 + Math.exp(-logits.values().get(i))));
          }
        });
  }

  @Override
  public void backward() {
    int channels = logits.channels();
    boolean accumulate = logits.receiveGradient();
    Blocks.run(
        logits.rows(),
        channels,
        (block, start, end) -> {
          for (long row = start; row < end; row++) {
            double inside = fieldOfView.values().get(row);
            for (long i = row * channels; i < (row + 1) * channels; i++) {
              double y = output.values().get(i);
              double slope = inside > 0 ? y * (1 - y / inside) : 0;
              logits.gradients().put(i, slope * output.gradients().get(i), accumulate);
            }
          }
        });
  }
}
