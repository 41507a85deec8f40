package sc.fiji.cavga.network.graph;

/**
 * Batch normalization followed by a leaky ReLU. Training uses the batch's mean and variance per
 * channel and moves the running ones a tenth towards them; test time uses the running ones.
 */
final class BatchNormalization implements Operation {

  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  private final Node input;
  private final Node output;
  private final Parameter scale;
  private final Parameter shift;
  private final Parameter runningMean;
  private final Parameter runningVariance;
  private final double slope;
  private final boolean training;
  private final int channels;
  private final double[] mean;
  private final double[] inverseDeviation;

  /**
   * @param statistics scale γ, shift β, running mean and running variance, each [C]
   * @param slope of the leaky ReLU for negative values; 0 for a ReLU
   */
  BatchNormalization(Graph graph, Node input, Parameter[] statistics, double slope) {
    this.input = input;
    this.slope = slope;
    scale = statistics[0];
    shift = statistics[1];
    runningMean = statistics[2];
    runningVariance = statistics[3];
    training = graph.training();
    channels = input.channels();
    mean = new double[channels];
    inverseDeviation = new double[channels];
    output = graph.node(true, input.value().shape());
  }

  @Override
  public Node output() {
    return output;
  }

  @Override
  public void forward() {
    if (training) measure();
    else
      for (int c = 0; c < channels; c++) {
        mean[c] = runningMean.values().get(c);
        inverseDeviation[c] = 1 / Math.sqrt(runningVariance.values().get(c) + EPSILON);
      }
    double[] factor = new double[channels];
    double[] offset = new double[channels];
    for (int c = 0; c < channels; c++) {
      factor[c] = scale.values().get(c) * inverseDeviation[c];
      offset[c] = shift.values().get(c) - mean[c] * factor[c];
    }
    Values x = input.values();
    Values y = output.values();
    Blocks.run(
        input.rows(),
        channels,
        (block, start, end) -> {
          for (long row = start; row < end; row++) {
            long at = row * channels;
            for (int c = 0; c < channels; c++) {
              double v = x.get(at + c) * factor[c] + offset[c];
              y.set(at + c, v > 0 ? v : v * slope);
            }
          }
        });
  }

  private void measure() {
    Values x = input.values();
    double[][] partial = new double[Blocks.count(input.rows(), channels)][2 * channels];
    Blocks.run(
        input.rows(),
        channels,
        (block, start, end) -> {
          double[] sum = partial[block];
          for (long row = start; row < end; row++) {
            long at = row * channels;
            for (int c = 0; c < channels; c++) {
              double v = x.get(at + c);
              sum[c] += v;
              sum[channels + c] += v * v;
            }
          }
        });
    double[] sum = Blocks.sum(partial, 2 * channels);
    double count = input.rows();
    for (int c = 0; c < channels; c++) {
      mean[c] = sum[c] / count;
      double variance = Math.max(0, sum[channels + c] / count - mean[c] * mean[c]);
      inverseDeviation[c] = 1 / Math.sqrt(variance + EPSILON);
      move(runningMean, c, mean[c]);
      move(runningVariance, c, variance * count / Math.max(1, count - 1));
    }
  }

  private static void move(Parameter running, int channel, double towards) {
    Values values = running.values();
    values.set(channel, (1 - MOMENTUM) * values.get(channel) + MOMENTUM * towards);
  }

  @Override
  public void backward() {
    Values x = input.values();
    Values y = output.values();
    Values dy = output.gradients();
    double[][] partial = new double[Blocks.count(input.rows(), channels)][2 * channels];
    Blocks.run(
        input.rows(),
        channels,
        (block, start, end) -> {
          double[] sum = partial[block];
          for (long row = start; row < end; row++) {
            long at = row * channels;
            for (int c = 0; c < channels; c++) {
              double d = dy.get(at + c);
              if (!(y.get(at + c) > 0)) {
                d *= slope;
                dy.set(at + c, d);
              }
              sum[c] += d;
              sum[channels + c] += d * (x.get(at + c) - mean[c]) * inverseDeviation[c];
            }
          }
        });
    double[] sum = Blocks.sum(partial, 2 * channels);
    if (scale.wantsGradient()) deliver(sum);
    if (input.wantsGradient()) spread(sum);
  }

  private void deliver(double[] sum) {
    boolean accumulateShift = shift.receiveGradient();
    boolean accumulateScale = scale.receiveGradient();
    for (int c = 0; c < channels; c++) {
      shift.gradients().put(c, sum[c], accumulateShift);
      scale.gradients().put(c, sum[channels + c], accumulateScale);
    }
  }

  /** dx = γ/σ · (dz − mean(dz) − x̂·mean(dz·x̂)), as a line in dz and x. */
  private void spread(double[] sum) {
    double count = input.rows();
    double[] slopes = new double[channels];
    double[] curves = new double[channels];
    double[] offsets = new double[channels];
    for (int c = 0; c < channels; c++) {
      slopes[c] = scale.values().get(c) * inverseDeviation[c];
      curves[c] = -slopes[c] * inverseDeviation[c] * sum[channels + c] / count;
      offsets[c] = -slopes[c] * sum[c] / count - curves[c] * mean[c];
    }
    Values x = input.values();
    Values dz = output.gradients();
    Values dx = input.gradients();
    boolean accumulate = input.receiveGradient();
    Blocks.run(
        input.rows(),
        channels,
        (block, start, end) -> {
          for (long row = start; row < end; row++) {
            long at = row * channels;
            for (int c = 0; c < channels; c++)
              dx.put(
                  at + c,
                  dz.get(at + c) * slopes[c] + x.get(at + c) * curves[c] + offsets[c],
                  accumulate);
          }
        });
  }
}
