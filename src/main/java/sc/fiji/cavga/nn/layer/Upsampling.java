package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.array.FixedSplit;

/** Twice the height and width: each position becomes a square of four. */
public final class Upsampling extends Operation {

  private final Node input;
  private final int size;

  /**
   * @param input [B,H,W,C], H equal to W
   */
  public Upsampling(Graph graph, Node input) {
    super(graph.node(true, input.size(0), 2 * input.size(1), 2 * input.size(1), input.channels()));
    this.input = input;
    size = (int) input.size(1);
  }

  @Override
  public void forward() {
    int channels = input.channels();
    FixedSplit.run(
        input.rows(),
        4L * channels,
        (block, start, end) -> {
          for (long row = start; row < end; row++)
            for (int corner = 0; corner < 4; corner++)
              for (int c = 0; c < channels; c++)
                output
                    .values()
                    .set(
                        target(row, corner) * channels + c, input.values().get(row * channels + c));
        });
  }

  /** The output's row of one of the four positions. */
  private long target(long row, int corner) {
    long picture = row / (size * size);
    long y = 2 * (row / size % size) + corner / 2;
    long x = 2 * (row % size) + corner % 2;
    return (picture * 2 * size + y) * 2 * size + x;
  }

  @Override
  public void backward() {
    if (!input.wantsGradient()) return;
    int channels = input.channels();
    boolean accumulate = input.receiveGradient();
    FixedSplit.run(
        input.rows(),
        4L * channels,
        (block, start, end) -> {
          for (long row = start; row < end; row++)
            for (int c = 0; c < channels; c++) {
              double sum = 0;
              for (int corner = 0; corner < 4; corner++)
                sum += output.gradients().get(target(row, corner) * channels + c);
              input.gradients().put(row * channels + c, sum, accumulate);
            }
        });
  }
}
