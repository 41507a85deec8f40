package sc.fiji.cavga.nn;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.nn.kernel.DeviceArrays;

/**
 * A computation of fixed shape: described once by adding operations in the order in which they run,
 * then run as often as wanted without allocating.
 */
public final class Graph implements AutoCloseable {

  /** A native convolution keeps its own copies of its input and output and of their gradients. */
  private static final int COPIES = 4;

  private final DataType type;
  private final ArrayPlace place;
  private final boolean training;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private final PerThreadGradients laneGradients;
  private final DeviceArrays deviceArrays;
  private OperationProfile profile;
  private Runnable between = () -> {};

  /**
   * @param type FLOAT, or DOUBLE for gradient checks
   * @param training whether batch normalization uses the batch's statistics and gradients flow
   */
  public Graph(DataType type, boolean training) {
    this(type, training, ComputeBackend.start().arrays());
  }

  /**
   * @param place that of the parameters too
   */
  public Graph(DataType type, boolean training, ArrayPlace place) {
    this.type = type;
    this.place = place;
    this.training = training;
    laneGradients = new PerThreadGradients(type);
    deviceArrays = new DeviceArrays(type);
  }

  /** Where its arrays lie, and with that which operations can be added. */
  public ArrayPlace place() {
    return place;
  }

  public boolean training() {
    return training;
  }

  /** An array that is filled from outside; with a gradient where asked for and training. */
  public Node input(boolean differentiable, long... shape) {
    return node(differentiable, shape);
  }

  /** An array for an operation's output. */
  public Node node(boolean differentiable, long... shape) {
    Node node = new Node(type, place, differentiable && training, shape);
    nodes.add(node);
    return node;
  }

  public PerThreadGradients laneGradients() {
    return laneGradients;
  }

  /** What operations on resident arrays need beside the nodes. */
  public DeviceArrays deviceArrays() {
    return deviceArrays;
  }

  public <O extends Operation> O add(O operation) {
    operations.add(operation);
    return operation;
  }

  /** Computes all values and forgets the gradients of the last pass, the parameters' excepted. */
  public void forward() {
    for (Node node : nodes) node.clearGradient();
    for (Operation operation : operations) runForward(operation);
  }

  /** Computes all values but the losses: at test time nobody asks for them. */
  public void infer() {
    for (Operation operation : operations) if (!(operation instanceof Loss)) runForward(operation);
  }

  /**
   * From the losses, and from gradients that were written from outside since the last forward pass,
   * back to the inputs. Parameters' gradients are added to until the optimizer clears them.
   */
  public void backward() {
    for (int i = operations.size() - 1; i >= 0; i--) {
      Operation operation = operations.get(i);
      if (operation.output() != null && !operation.output().hasGradient()) continue;
      between.run();
      if (profile == null) operation.backward();
      else profile.backward(operation);
    }
  }

  /** Measures each operation from now on; null for no longer. */
  public void measure(OperationProfile into) {
    profile = into;
  }

  /**
   * @param work called before each operation from now on; what it throws ends the pass there
   */
  public void between(Runnable work) {
    between = work;
  }

  /** What all arrays of this graph take, the parameters' excepted. */
  public long bytes() {
    return nodes.stream().mapToLong(Node::bytes).sum() + deviceArrays.bytes();
  }

  /** What each thread takes besides, for the weights' gradients of its pictures. */
  public long bytesPerLane() {
    return laneGradients.bytesPerLane();
  }

  /** What a step takes: all arrays, and what the native operation that takes most works in. */
  public long trainingBytes() {
    long work =
        place == ArrayPlace.RESIDENT
            ? operations.stream().mapToLong(Operation::workBytes).max().orElse(0)
            : COPIES * nodes.stream().mapToLong(Node::bytes).max().orElse(0);
    return bytes() + work;
  }

  private void runForward(Operation operation) {
    between.run();
    if (profile == null) operation.forward();
    else profile.forward(operation);
  }

  @Override
  public void close() {
    laneGradients.close();
    deviceArrays.close();
    for (Node node : nodes) node.close();
    for (Operation operation : operations)
      if (operation instanceof AutoCloseable) closeQuietly((AutoCloseable) operation);
  }

  private static void closeQuietly(AutoCloseable scratch) {
    try {
      scratch.close();
    } catch (Exception e) {
      throw new IllegalStateException("Native memory could not be given back.", e);
    }
  }
}
