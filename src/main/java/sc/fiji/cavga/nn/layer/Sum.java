package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.array.RowBuffer;

/** y = a + b, element by element: where a skip connection joins. */
public final class Sum extends Operation {

  private final Node a;
  private final Node b;

  /** Both inputs have the same shape, which the output takes. */
  public Sum(Graph graph, Node a, Node b) {
    super(graph.node(true, a.value().shape()));
    this.a = a;
    this.b = b;
  }

  @Override
  public void forward() {
    output.overElements(
        (start, end) -> {
          RowBuffer x = a.values().strip(1);
          RowBuffer y = b.values().strip(1);
          for (long i = start; i < end; i += x.rows()) {
            x.load(a.values(), i, end).plus(y.load(b.values(), i, end));
            x.store(output.values(), i);
          }
        });
  }

  @Override
  public void backward() {
    pass(a);
    pass(b);
  }

  private void pass(Node input) {
    if (!input.wantsGradient()) return;
    boolean accumulate = input.receiveGradient();
    output.overElements(
        (start, end) -> {
          RowBuffer d = output.gradients().strip(1);
          for (long i = start; i < end; i += d.rows())
            d.load(output.gradients(), i, end).put(input.gradients(), i, accumulate);
        });
  }
}
