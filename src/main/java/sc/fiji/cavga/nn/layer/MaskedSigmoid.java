package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.array.RowBuffer;

/** x̂: the decoder's logits through a sigmoid, zero outside the field of view as pictures are. */
public final class MaskedSigmoid extends Operation {

  private final Node logits;
  private final Node fieldOfView;

  /**
   * @param logits [B,H,W,C]
   * @param fieldOfView [B,H,W,1]
   */
  public MaskedSigmoid(Graph graph, Node logits, Node fieldOfView) {
    super(graph.node(true, logits.value().shape()));
    this.logits = logits;
    this.fieldOfView = fieldOfView;
  }

  @Override
  public void forward() {
    int channels = logits.channels();
    logits.overRows(
        (start, end) -> {
          RowBuffer y = logits.values().strip(channels);
          RowBuffer inside = fieldOfView.values().strip(1);
          for (long row = start; row < end; row += y.rows()) {
            y.load(logits.values(), row, end).sigmoid();
            y.timesRows(inside.load(fieldOfView.values(), row, row + y.rows()));
            y.store(output.values(), row);
          }
        });
  }

  @Override
  public void backward() {
    int channels = logits.channels();
    boolean accumulate = logits.receiveGradient();
    logits.overRows(
        (start, end) -> {
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
