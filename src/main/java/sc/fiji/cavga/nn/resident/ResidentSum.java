package sc.fiji.cavga.nn.resident;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.Kernels;

/** y = a + b, element by element. */
public final class ResidentSum extends Operation {

  private final Node a;
  private final Node b;

  /** Both inputs have the same shape, which the output takes. */
  public ResidentSum(Graph graph, Node a, Node b) {
    super(graph.node(true, a.value().shape()));
    this.a = a;
    this.b = b;
  }

  @Override
  public void forward() {
    Kernels.add(a.value(), b.value(), output.value());
  }

  @Override
  public void backward() {
    Gradients.pass(output.gradient(), a);
    Gradients.pass(output.gradient(), b);
  }
}
