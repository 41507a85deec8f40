package sc.fiji.cavga.method.local.net;

import java.util.Collection;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.nn.Adam;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.StateExchange;
import sc.fiji.cavga.preprocess.Preprocessing;

/**
 * Finds places that look like anomalies, taught with synthetic anomalies in normal pictures and
 * their known masks. It does not see the picture but z-scores, how each place deviates from what is
 * normal there: the same for every camera, so that what was learned on synthetic anomalies holds
 * for real ones. Not in the paper.
 *
 * <p>But for {@link #infer} not safe for use by several threads at once.
 */
public final class SegmentationNet implements AutoCloseable {

  private static final int WIDTH = 16;

  private final int size;
  private final int channels;
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
   * @param channels of the z-scores
   */
  public SegmentationNet(int size, int channels, long seed) {
    this(size, channels, seed, DataType.FLOAT);
  }

  /** In double precision for gradient checks. */
  SegmentationNet(int size, int channels, long seed, DataType type) {
    this.size = size;
    this.channels = channels;
    this.type = type;
    ComputeBackend.start();
    parameters = new Parameters(type, seed);
    testing = new UNetGraph(1, size, channels, WIDTH, new Graph(type, false), parameters);
  }

  /**
   * Allocates what {@link #step} needs for so many pictures.
   *
   * @throws InsufficientMemoryException with numbers, when there is not so much memory
   */
  public void reserve(int count) {
    String what =
        String.format(
            "Learning from synthetic anomalies in %1$d x %1$d pixels, %2$d at once", size, count);
    long bytes = estimate(count);
    NativeMemory.requireRoomFor(bytes, what);
    try {
      training(count);
    } catch (OutOfMemoryError e) {
      throw NativeMemory.ranOut(bytes, what, e);
    }
  }

  /** Made small and counted, since arrays of larger pictures grow with the number of pixels. */
  private long estimate(int count) {
    int least = Preprocessing.SMALLEST_SIZE;
    if (size <= least) return 0;
    try (SegmentationNet small = new SegmentationNet(least, channels, 0, type)) {
      return small.training(1).graph.trainingBytes()
          * count
          * ((long) size * size / (least * least));
    }
  }

  /**
   * One training step.
   *
   * @param scores z-scores, [B,K,H,W]
   * @param fieldOfView [B,1,H,W], 1 inside the field of view and 0 outside
   * @param mask [B,1,H,W], 1 inside synthetic anomalies and 0 elsewhere
   * @param iteration counts from 0
   * @return the cross-entropy per pixel of a picture, those outside the field of view counted as 0
   */
  public double step(
      float[] scores, float[] fieldOfView, float[] mask, double learningRate, long iteration) {
    int count = fieldOfView.length / (size * size);
    UNetGraph side = training(count);
    side.enter(scores, fieldOfView, mask);
    side.graph.forward();
    side.graph.backward();
    adam.step(learningRate, iteration + 1);
    return side.loss() / (size * size);
  }

  /**
   * How much each place of one picture looks like an anomaly. Several threads may ask; one after
   * the other is answered.
   *
   * @param scores z-scores, [K,H,W]
   * @param fieldOfView [H,W]
   * @return [H,W], logits
   */
  public synchronized float[] infer(float[] scores, float[] fieldOfView) {
    ComputeBackend.start();
    testing.enter(scores, fieldOfView, null);
    testing.graph.infer();
    return testing.logits();
  }

  /**
   * @param work called before each operation of a step from now on; what it throws ends the step
   *     there, and with it what this net is good for
   */
  public void betweenOperations(Runnable work) {
    between = work;
    if (training != null) training.graph.between(between);
  }

  /** All weights and running statistics, a copy, under PyTorch key names. */
  public List<NamedArray> weights() {
    return exchange().read();
  }

  /**
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public void setWeights(Collection<NamedArray> weights) {
    exchange().write(weights);
  }

  private StateExchange exchange() {
    return new StateExchange().add(parameters);
  }

  /** What the optimizer remembers, a copy: with {@link #weights} all that a checkpoint needs. */
  public List<NamedArray> optimizerState() {
    return optimizerExchange().read();
  }

  /**
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public void setOptimizerState(Collection<NamedArray> state) {
    optimizerExchange().write(state);
  }

  private StateExchange optimizerExchange() {
    return new StateExchange().add(adam());
  }

  private Adam adam() {
    if (adam == null) adam = new Adam(parameters, type);
    return adam;
  }

  Parameters parameters() {
    return parameters;
  }

  UNetGraph training(int count) {
    ComputeBackend.start();
    if (training == null || trainingCount != count) {
      if (training != null) training.close();
      training = new UNetGraph(count, size, channels, WIDTH, new Graph(type, true), parameters);
      training.graph.between(between);
      trainingCount = count;
    }
    adam();
    return training;
  }

  /** Gives back at once what only {@link #step} needs; the optimizer's memory is lost. */
  public void endTraining() {
    if (training != null) training.close();
    if (adam != null) adam.close();
    training = null;
    adam = null;
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() {
    endTraining();
    testing.close();
    parameters.close();
  }
}
