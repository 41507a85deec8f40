package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.array.FixedSplit;

/** The largest value of each channel in windows of 3×3 at every second position, as in a ResNet. */
public final class MaxPooling extends Operation {

  private static final int WINDOW = 3;
  private static final int STRIDE = 2;
  private static final int PADDING = 1;

  private final Node input;
  private final int size;
  private final int outputSize;

  /** For each output value the index of the input value that it is. */
  private final int[] sources;

  /**
   * @param input [B,H,W,C], H equal to W and even
   */
  public MaxPooling(Graph graph, Node input) {
    super(graph.node(true, input.size(0), outputSize(input), outputSize(input), input.channels()));
    this.input = input;
    size = (int) input.size(1);
    outputSize = (int) output.size(1);
    sources = new int[(int) output.values().length()];
  }

  private static long outputSize(Node input) {
    return (input.size(1) + 2 * PADDING - WINDOW) / STRIDE + 1;
  }

  @Override
  public void forward() {
    int channels = input.channels();
    output.overRows(
        (start, end) -> {
          for (long row = start; row < end; row++)
            for (int c = 0; c < channels; c++) {
              int at = (int) row * channels + c;
              sources[at] = largest((int) row, c, channels);
              output.values().set(at, input.values().get(sources[at]));
            }
        });
  }

  private int largest(int row, int channel, int channels) {
    int picture = row / (outputSize * outputSize);
    int top = row / outputSize % outputSize * STRIDE - PADDING;
    int left = row % outputSize * STRIDE - PADDING;
    int best = -1;
    double largest = Double.NEGATIVE_INFINITY;
    for (int y = Math.max(0, top); y < Math.min(size, top + WINDOW); y++)
      for (int x = Math.max(0, left); x < Math.min(size, left + WINDOW); x++) {
        int at = ((picture * size + y) * size + x) * channels + channel;
        double value = input.values().get(at);
        // NaN is never larger; it must not leave a window without a source.
        if (best >= 0 && !(value > largest)) continue;
        largest = value;
        best = at;
      }
    return best;
  }

  /** Windows overlap, so a picture's gradients are summed by one thread, in order. */
  @Override
  public void backward() {
    if (!input.wantsGradient()) return;
    boolean accumulate = input.receiveGradient();
    int each = (int) (input.values().length() / input.size(0));
    int eachOutput = sources.length / (int) input.size(0);
    FixedSplit.run(
        input.size(0),
        each,
        (block, start, end) -> {
          for (long b = start; b < end; b++) {
            if (!accumulate)
              for (long i = b * each; i < (b + 1) * each; i++) input.gradients().set(i, 0);
            for (int i = (int) b * eachOutput; i < (b + 1) * eachOutput; i++)
              input.gradients().put(sources[i], output.gradients().get(i), true);
          }
        });
  }
}
