package sc.fiji.cavga.network.graph;

/** y = a + b, element by element: where a skip connection joins. */
public final class Sum implements Operation {

  private final Node a;
  private final Node b;
  private final Node output;

  /** Both inputs have the same shape, which the output takes. */
  public Sum(Graph graph, Node a, Node b) {
    this.a = a;
    this.b = b;
    output = graph.node(true, a.value().shape());
  }

  @Override
  public Node output() {
    return output;
  }

  @Override
  public void forward() {
    Values x = a.values();
    Values y = b.values();
    Blocks.run(
        x.length(),
        1,
        (block, start, end) -> {
          for (long i = start; i < end; i++) output.values().set(i, x.get(i) + y.get(i));
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
    Blocks.run(
        output.gradients().length(),
        1,
        (block, start, end) -> {
          for (long i = start; i < end; i++)
            input.gradients().put(i, output.gradients().get(i), accumulate);
        });
  }
}
