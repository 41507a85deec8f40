package sc.fiji.cavga.network.graph;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

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

  public Adam(Parameters parameters, DataType type) {
    for (Parameter parameter : parameters.all())
      if (parameter.gradient() != null) {
        trained.add(parameter);
        first.add(new Node(type, false, parameter.value().shape()));
        second.add(new Node(type, false, parameter.value().shape()));
      }
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
      if (parameter.hasGradient()) move(parameter, first.get(i), second.get(i), rate, epsilon);
      parameter.clearGradient();
    }
  }

  private static void move(
      Parameter parameter, Node first, Node second, double rate, double epsilon) {
    Values value = parameter.values();
    Values gradient = parameter.gradients();
    Values mean = first.values();
    Values square = second.values();
    Blocks.run(
        value.length(),
        1,
        (block, start, end) -> {
          for (long i = start; i < end; i++) {
            double g = gradient.get(i);
            double m = BETA_1 * mean.get(i) + (1 - BETA_1) * g;
            double v = BETA_2 * square.get(i) + (1 - BETA_2) * g * g;
            mean.set(i, m);
            square.set(i, v);
            value.set(i, value.get(i) - rate * m / (Math.sqrt(v) + epsilon));
          }
        });
  }

  @Override
  public void close() {
    for (Node node : first) node.close();
    for (Node node : second) node.close();
  }
}
