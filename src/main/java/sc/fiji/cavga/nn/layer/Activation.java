package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.array.RowBuffer;
import sc.fiji.cavga.nn.array.Values;

/**
 * What follows a convolution: adding a bias per channel, then a leaky ReLU of the given slope for
 * negative values (1 for none). In place, because the derivative can be told from the sign of what
 * comes out.
 */
final class Activation extends Operation {

  private final Parameter bias;
  private final double slope;

  /**
   * @param output of the convolution, whose values and gradients are changed
   * @param bias [C], or null
   */
  Activation(Node output, Parameter bias, double slope) {
    super(output);
    this.bias = bias;
    this.slope = slope;
  }

  @Override
  public void forward() {
    int channels = output.channels();
    Values y = output.values();
    double[] shift = bias == null ? new double[channels] : read(bias);
    output.overRows(
        (start, end) -> {
          RowBuffer shifts = y.strip(channels).tile(shift);
          RowBuffer v = y.strip(channels);
          for (long row = start; row < end; row += v.rows()) {
            v.load(y, row, end).plus(shifts);
            if (slope != 1) v.leaky(slope);
            v.store(y, row);
          }
        });
  }

  /** Turns the gradient after the activation into the one before it, and adds to the bias's. */
  @Override
  public void backward() {
    boolean biasWanted = bias != null && bias.wantsGradient();
    if (slope == 1 && !biasWanted) return;
    Values y = output.values();
    Values dy = output.gradients();
    int channels = output.channels();
    double[] sum =
        ChannelSums.over(
            output,
            biasWanted ? 1 : 0,
            (sums, start, end) -> {
              RowBuffer v = y.strip(channels);
              RowBuffer d = y.strip(channels);
              for (long row = start; row < end; row += d.rows()) {
                d.load(dy, row, end);
                if (slope != 1) d.timesSlope(v.load(y, row, end), slope).store(dy, row);
                if (biasWanted) sums[0].add(d);
              }
            });
    if (biasWanted) add(bias, sum);
  }

  private static double[] read(Parameter parameter) {
    double[] values = new double[parameter.channels()];
    for (int c = 0; c < values.length; c++) values[c] = parameter.values().get(c);
    return values;
  }

  private static void add(Parameter parameter, double[] gradient) {
    boolean accumulate = parameter.receiveGradient();
    for (int c = 0; c < gradient.length; c++) parameter.gradients().put(c, gradient[c], accumulate);
  }
}
