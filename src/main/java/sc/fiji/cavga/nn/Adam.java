package sc.fiji.cavga.nn;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.nn.array.RowBuffer;
import sc.fiji.cavga.nn.array.Values;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/**
 * Adam (Kingma and Ba 2015) over one player's parameters, with its moments in arrays of their own.
 */
public final class Adam implements AutoCloseable {

  /** DCGAN's choice of the first moment's decay; the second's is Adam's own. */
  private static final double BETA_1 = 0.5;

  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final List<Parameter> trained = new ArrayList<>();
  private final List<Node> first = new ArrayList<>();
  private final List<Node> second = new ArrayList<>();
  private final DeviceArrays arrays;

  public Adam(Parameters parameters, DataType type) {
    arrays = new DeviceArrays(type);
    for (Parameter parameter : parameters.all())
      if (parameter.gradient() != null) {
        trained.add(parameter);
        first.add(moment(parameter, type));
        second.add(moment(parameter, type));
      }
  }

  private static Node moment(Parameter parameter, DataType type) {
    Node moment = new Node(type, parameter.place(), false, parameter.value().shape());
    if (parameter.place() == ArrayPlace.RESIDENT) Kernels.zero(moment.value());
    return moment;
  }

  public List<Parameter> trained() {
    return trained;
  }

  /** The moving mean of the gradients of {@code trained().get(index)}. */
  public Node firstMoment(int index) {
    return first.get(index);
  }

  /** The moving mean of the squared gradients of {@code trained().get(index)}. */
  public Node secondMoment(int index) {
    return second.get(index);
  }

  /**
   * Moves each parameter that has a gradient, and forgets the gradients.
   *
   * @param count of steps including this one, from 1
   */
  public void step(double learningRate, long count) {
    double rate =
        learningRate * Math.sqrt(1 - Math.pow(BETA_2, count)) / (1 - Math.pow(BETA_1, count));
    double epsilon = EPSILON * Math.sqrt(1 - Math.pow(BETA_2, count));
    for (int i = 0; i < trained.size(); i++) {
      Parameter parameter = trained.get(i);
      if (parameter.hasGradient() && parameter.place() == ArrayPlace.RESIDENT)
        Kernels.adam(
            parameter.value(),
            parameter.gradient(),
            first.get(i).value(),
            second.get(i).value(),
            arrays.scratch(0, parameter.value().shape()),
            new double[] {learningRate, BETA_1, BETA_2, epsilon},
            count);
      else if (parameter.hasGradient()) move(parameter, first.get(i), second.get(i), rate, epsilon);
      parameter.changed();
      parameter.clearGradient();
    }
  }

  private static void move(
      Parameter parameter, Node first, Node second, double rate, double epsilon) {
    Values values = parameter.values();
    parameter.overElements(
        (start, end) -> {
          RowBuffer value = values.strip(1);
          RowBuffer gradient = values.strip(1);
          RowBuffer m = values.strip(1);
          RowBuffer v = values.strip(1);
          for (long i = start; i < end; i += value.rows()) {
            gradient.load(parameter.gradients(), i, end);
            m.load(first.values(), i, end).decay(BETA_1, gradient).store(first.values(), i);
            v.load(second.values(), i, end).decaySquare(BETA_2, gradient);
            v.store(second.values(), i);
            value.load(values, i, end).minusRatio(rate, m, v, epsilon).store(values, i);
          }
        });
  }

  @Override
  public void close() {
    for (Node node : first) node.close();
    for (Node node : second) node.close();
    arrays.close();
  }
}
