package sc.fiji.cavga.nn.unet;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.nn.Adam;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.StateExchange;

/**
 * A U-Net (Ronneberger, Fischer and Brox 2015) with its optimizer, for square pictures of one size.
 *
 * <p>But for {@link #infer} not safe for use by several threads at once.
 */
public class UNet implements AutoCloseable {

  /** Small enough to count on, and large enough for every level that counts. */
  private static final int SMALL = 16;

  private final int size;
  private final UNetShape shape;
  private final DataType type;
  private final Parameters parameters;
  private Adam adam;
  private UNetGraph training;
  private int trainingCount;
  private final UNetGraph testing;
  private Runnable between = () -> {};

  /**
   * Weights drawn at random from the seed: the same seed gives the same bits.
   *
   * @param size width and height in pixels
   */
  public UNet(int size, UNetShape shape, long seed) {
    this(size, shape, seed, DataType.FLOAT, ComputeBackend.start().arrays());
  }

  /**
   * @param type DOUBLE for gradient checks
   * @param place where the arrays lie; another place gives other last bits
   */
  UNet(int size, UNetShape shape, long seed, DataType type, ArrayPlace place) {
    this.size = size;
    this.shape = shape;
    this.type = type;
    parameters = new Parameters(type, seed, place);
    testing = new UNetGraph(1, size, shape, graph(false), parameters);
  }

  private Graph graph(boolean learns) {
    return new Graph(type, learns, parameters.place());
  }

  /** Width and height of the pictures in pixels. */
  public final int size() {
    return size;
  }

  /**
   * Allocates what {@link #step} needs for so many pictures.
   *
   * @param activity what the memory is for, such as "Learning from synthetic anomalies"
   * @throws InsufficientMemoryException with numbers, when there is not so much memory
   */
  public final void reserve(int count, String activity) {
    String what =
        String.format(
            Locale.ROOT, "%2$s in %1$d x %1$d pixels, %3$d at once", size, activity, count);
    ComputeBackend.start().memory().reserve(estimate(count), what, () -> training(count));
  }

  /** Made small and counted, since arrays of larger pictures grow with the number of pixels. */
  private long estimate(int count) {
    if (size <= SMALL) return 0;
    try (UNet small = new UNet(SMALL, shape, 0, type, parameters.place())) {
      return small.training(1).graph.trainingBytes()
          * count
          * ((long) size * size / (SMALL * SMALL));
    }
  }

  /**
   * One training step.
   *
   * @param shown [B,C,H,W]
   * @param fieldOfView [B,1,H,W], 1 inside the field of view and 0 outside
   * @param mask [B,K,H,W], 1 inside what is looked for and 0 elsewhere
   * @param iteration counts from 0
   * @return the loss: cross-entropy per pixel and output, those outside the field of view counted
   *     as 0; and the Dice loss, where the shape has it
   */
  public final double step(
      float[] shown, float[] fieldOfView, float[] mask, double learningRate, long iteration) {
    int count = fieldOfView.length / (size * size);
    UNetGraph side = training(count);
    side.enter(shown, fieldOfView, mask);
    side.graph.forward();
    side.graph.backward();
    adam.step(learningRate, iteration + 1);
    return side.loss() / (size * size * shape.outputs);
  }

  /**
   * What is found in one picture. Several threads may ask; one after the other is answered.
   *
   * @param shown [C,H,W]
   * @param fieldOfView [H,W]
   * @return [K,H,W], logits
   */
  public final synchronized float[] infer(float[] shown, float[] fieldOfView) {
    ComputeBackend.start();
    testing.enter(shown, fieldOfView, null);
    testing.graph.infer();
    return testing.logits();
  }

  /**
   * @param work called before each operation of a step from now on; what it throws ends the step
   *     there, and with it what this net is good for
   */
  public final void betweenOperations(Runnable work) {
    between = work;
    if (training != null) training.graph.between(between);
  }

  /** All weights and running statistics, a copy, under PyTorch key names. */
  public final List<NamedArray> weights() {
    return exchange().read();
  }

  /**
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public final void setWeights(Collection<NamedArray> weights) {
    exchange().write(weights);
  }

  private StateExchange exchange() {
    return new StateExchange().add(parameters);
  }

  /** What the optimizer remembers, a copy: with {@link #weights} all that a checkpoint needs. */
  public final List<NamedArray> optimizerState() {
    return optimizerExchange().read();
  }

  /**
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public final void setOptimizerState(Collection<NamedArray> state) {
    optimizerExchange().write(state);
  }

  private StateExchange optimizerExchange() {
    return new StateExchange().add(adam());
  }

  private Adam adam() {
    if (adam == null) adam = new Adam(parameters, type);
    return adam;
  }

  final Parameters parameters() {
    return parameters;
  }

  final UNetGraph training(int count) {
    ComputeBackend.start();
    if (training == null || trainingCount != count) {
      if (training != null) training.close();
      training = new UNetGraph(count, size, shape, graph(true), parameters);
      training.graph.between(between);
      trainingCount = count;
    }
    adam();
    return training;
  }

  /** Gives back at once what only {@link #step} needs; the optimizer's memory is lost. */
  public final void endTraining() {
    if (training != null) training.close();
    if (adam != null) adam.close();
    training = null;
    adam = null;
  }

  /** Gives the native memory back at once. */
  @Override
  public final void close() {
    endTraining();
    testing.close();
    parameters.close();
  }
}
