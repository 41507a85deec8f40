package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;

/** The ReLU, for what has no layer of its own to do it: y = max(0, x). */
public final class Rectification extends Operation {

  private final Node input;

  public Rectification(Graph graph, Node input) {
    super(graph.node(true, input.value().shape()));
    this.input = input;
  }

  @Override
  public void forward() {
    input.overElements(
        (start, end) -> {
          for (long i = start; i < end; i++)
            output.values().set(i, Math.max(0, input.values().get(i)));
        });
  }

  @Override
  public void backward() {
    if (!input.wantsGradient()) return;
    boolean accumulate = input.receiveGradient();
    input.overElements(
        (start, end) -> {
          for (long i = start; i < end; i++) {
            double d = input.values().get(i) > 0 ? output.gradients().get(i) : 0;
            input.gradients().put(i, d, accumulate);
          }
        });
  }
}
