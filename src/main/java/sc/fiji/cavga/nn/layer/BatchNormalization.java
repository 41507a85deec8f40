package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.array.RowBuffer;
import sc.fiji.cavga.nn.array.Values;

/**
 * Batch normalization followed by a leaky ReLU and, where there is one, by adding a skip. Training
 * uses the batch's mean and variance per channel and moves the running ones a tenth towards them;
 * test time uses the running ones, in place.
 */
final class BatchNormalization extends Operation {

  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  private final Node input;
  private final Node skip;
  private final Parameter scale;
  private final Parameter shift;
  private final Parameter runningMean;
  private final Parameter runningVariance;
  private final double slope;
  private final boolean training;
  private final int channels;
  private final double[] mean;
  private final double[] inverseDeviation;

  /** Normalization, γ and β in one: factor·x + offset. */
  private final double[] factor;

  private final double[] offset;

  /**
   * @param statistics scale γ, shift β, running mean and running variance, each [C]
   * @param slope of the leaky ReLU for negative values; 0 for a ReLU
   * @param skip made by such an operation too, what it is a summand of being read there; or null
   */
  BatchNormalization(Graph graph, Node input, Parameter[] statistics, double slope, Node skip) {
    // At test time nobody asks for what came in.
    super(graph.training() ? graph.node(true, input.value().shape()) : input);
    this.input = input;
    this.skip = skip;
    if (skip != null) skip.isSummandOf(output);
    this.slope = slope;
    scale = statistics[0];
    shift = statistics[1];
    runningMean = statistics[2];
    runningVariance = statistics[3];
    training = graph.training();
    channels = input.channels();
    mean = new double[channels];
    inverseDeviation = new double[channels];
    factor = new double[channels];
    offset = new double[channels];
  }

  @Override
  public void forward() {
    if (training) measure();
    else recall();
    for (int c = 0; c < channels; c++) {
      factor[c] = scale.values().get(c) * inverseDeviation[c];
      offset[c] = shift.values().get(c) - mean[c] * factor[c];
    }
    Values x = input.values();
    input.overRows(
        (start, end) -> {
          RowBuffer factors = x.strip(channels).tile(factor);
          RowBuffer offsets = x.strip(channels).tile(offset);
          RowBuffer y = x.strip(channels);
          RowBuffer added = x.strip(channels);
          for (long row = start; row < end; row += y.rows()) {
            y.load(x, row, end).leakyLine(factors, offsets, slope);
            if (skip != null) y.plus(added.load(skip.values(), row, end));
            y.store(output.values(), row);
          }
        });
  }

  private void recall() {
    for (int c = 0; c < channels; c++) {
      mean[c] = runningMean.values().get(c);
      inverseDeviation[c] = 1 / Math.sqrt(runningVariance.values().get(c) + EPSILON);
    }
  }

  /** Takes squares of distances from a mean that is roughly known, so that no digits are lost. */
  private void measure() {
    Values x = input.values();
    double[] pivot = new double[channels];
    for (int c = 0; c < channels; c++) pivot[c] = runningMean.values().get(c);
    double[] sum =
        ChannelSums.over(
            input,
            2,
            (sums, start, end) -> {
              RowBuffer pivots = x.strip(channels).tile(pivot);
              RowBuffer distance = x.strip(channels);
              for (long row = start; row < end; row += distance.rows()) {
                ChannelSums.addMoments(sums, distance.load(x, row, end), pivots);
              }
            });
    double count = input.rows();
    for (int c = 0; c < channels; c++) {
      double distance = sum[c] / count;
      double variance = Math.max(0, sum[channels + c] / count - distance * distance);
      mean[c] = pivot[c] + distance;
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
    double[] sum =
        ChannelSums.over(
            input,
            2,
            (sums, start, end) -> {
              RowBuffer means = input.values().strip(channels).tile(mean);
              BeforeActivation at = new BeforeActivation();
              for (long row = start; row < end; row += at.x.rows()) {
                at.load(row, end);
                ChannelSums.addProducts(sums, at.gradient, at.x, means);
              }
            });
    // From products with the distance from the mean to products with x̂.
    for (int c = 0; c < channels; c++) sum[channels + c] *= inverseDeviation[c];
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
    double[] curve = new double[channels];
    double[] constant = new double[channels];
    for (int c = 0; c < channels; c++) {
      curve[c] = -factor[c] * inverseDeviation[c] * sum[channels + c] / count;
      constant[c] = -factor[c] * sum[c] / count - curve[c] * mean[c];
    }
    boolean accumulate = input.receiveGradient();
    input.overRows(
        (start, end) -> {
          RowBuffer curves = input.values().strip(channels).tile(curve);
          RowBuffer constants = input.values().strip(channels).tile(constant);
          BeforeActivation at = new BeforeActivation();
          for (long row = start; row < end; row += at.x.rows()) {
            at.load(row, end);
            at.x.plane(curves, at.gradient, at.factors, constants);
            at.x.put(input.gradients(), row, accumulate);
          }
        });
  }

  /** Strips of x and of dz, the gradient before the leaky ReLU, whose sign x tells again. */
  private final class BeforeActivation {

    final RowBuffer factors = input.values().strip(channels).tile(factor);
    final RowBuffer x = input.values().strip(channels);
    final RowBuffer gradient = input.values().strip(channels);
    private final RowBuffer added = input.values().strip(channels);
    private final RowBuffer offsets = input.values().strip(channels).tile(offset);

    void load(long row, long end) {
      x.load(input.values(), row, end);
      Node sum = output.sum();
      if (output.hasOwnGradient()) gradient.load(output.gradients(), row, end);
      if (sum != null && sum.hasGradient()) {
        added.load(sum.gradients(), row, end);
        if (output.hasOwnGradient()) gradient.plus(added);
        else gradient.copy(added);
      }
      gradient.timesLineSlope(x, factors, offsets, slope);
    }
  }
}
