package sc.fiji.cavga.nn;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.nn.array.FixedSplit;
import sc.fiji.cavga.nn.array.Values;
import sc.fiji.cavga.nn.kernel.Transfer;

/** An array of the graph, [B,H,W,C] unless said otherwise, and the loss's gradient for it. */
public class Node implements AutoCloseable {

  private final ArrayPlace place;
  private final INDArray value;
  private final INDArray gradient;
  private final Values values;
  private final Values gradients;
  private boolean wanted;
  private boolean received;
  private Node sum;

  /** In main memory. */
  public Node(DataType type, boolean differentiable, long... shape) {
    this(type, ArrayPlace.HOST, differentiable, shape);
  }

  /** Allocates the array and, where a gradient can flow, its gradient. */
  public Node(DataType type, ArrayPlace place, boolean differentiable, long... shape) {
    this.place = place;
    value = Nd4j.create(type, shape, 'c');
    gradient = differentiable ? Nd4j.create(type, shape, 'c') : null;
    boolean host = place == ArrayPlace.HOST;
    values = host ? Values.of(value) : null;
    gradients = host && differentiable ? Values.of(gradient) : null;
    wanted = differentiable;
  }

  public INDArray value() {
    return value;
  }

  public INDArray gradient() {
    return gradient;
  }

  public ArrayPlace place() {
    return place;
  }

  /**
   * The value's own memory.
   *
   * @throws IllegalStateException with one sentence where it is not in main memory
   */
  public Values values() {
    return values == null ? unseen() : values;
  }

  /** The gradient's own memory, as {@link #values}. */
  public Values gradients() {
    return gradients == null ? unseen() : gradients;
  }

  /** None, where a node in main memory has no gradient. Loops ask for each element. */
  private Values unseen() {
    if (place == ArrayPlace.RESIDENT)
      throw new IllegalStateException(
          "This array lies where the device computes and cannot be looked at in main memory; take a"
              + " copy of its numbers.");
    return null;
  }

  /** A copy of all values, row by row. */
  public float[] floats() {
    if (place == ArrayPlace.RESIDENT) return Transfer.floats(value);
    float[] copy = new float[(int) values.length()];
    for (int i = 0; i < copy.length; i++) copy[i] = (float) values.get(i);
    return copy;
  }

  /** A copy of all values, row by row. */
  public double[] doubles() {
    return doubles(value, values);
  }

  /** A copy of all gradients, row by row. */
  public double[] gradientDoubles() {
    return doubles(gradient, gradients);
  }

  private double[] doubles(INDArray array, Values seen) {
    if (place == ArrayPlace.RESIDENT) return Transfer.doubles(array);
    double[] copy = new double[(int) seen.length()];
    for (int i = 0; i < copy.length; i++) copy[i] = seen.get(i);
    return copy;
  }

  /** Replaces all values, row by row. */
  public void write(double[] numbers) {
    if (place == ArrayPlace.RESIDENT) Transfer.write(numbers, value);
    else for (int i = 0; i < numbers.length; i++) values.set(i, numbers[i]);
  }

  /** What the value and, if there is one, the gradient take. */
  public long bytes() {
    return (gradient == null ? 1 : 2) * value.length() * value.dataType().width();
  }

  public long size(int dimension) {
    return value.size(dimension);
  }

  /** The number of elements per position: the size of the last dimension. */
  public int channels() {
    return (int) value.size(value.rank() - 1);
  }

  /** The number of positions: of all elements but the channels. */
  public long rows() {
    return value.length() / channels();
  }

  /** What to do from {@code start} (inclusive) to {@code end} (exclusive). */
  public interface Range {
    void run(long start, long end);
  }

  /** Over all positions, block by block, on several cores where it is worth it. */
  public void overRows(Range range) {
    FixedSplit.run(rows(), channels(), (block, start, end) -> range.run(start, end));
  }

  /** Over all elements, likewise. */
  public void overElements(Range range) {
    FixedSplit.run(value.length(), 1, (block, start, end) -> range.run(start, end));
  }

  /** Whether a backward pass shall compute this gradient. */
  public boolean wantsGradient() {
    return wanted;
  }

  /** Switches this node's gradient off for backward passes that do not need it, and on again. */
  public void wantGradient(boolean want) {
    if (want && gradient == null)
      throw new IllegalStateException("This node was made without a gradient.");
    wanted = want;
  }

  /** Whether there is a gradient: its own, or that of a sum. */
  public boolean hasGradient() {
    return received || sum != null && sum.hasGradient();
  }

  /** Whether an operation has written the gradient since it was last cleared. */
  public boolean hasOwnGradient() {
    return received;
  }

  /**
   * Says that this node is a summand of another, whose gradient then counts here too, without being
   * copied. The operation that makes this node has to read both.
   */
  public void isSummandOf(Node other) {
    sum = other;
  }

  /** The sum whose gradient counts here too; null where there is none. */
  public Node sum() {
    return sum;
  }

  /**
   * Called by an operation that is about to write the gradient.
   *
   * @return whether there is already one, to which must be added
   */
  public boolean receiveGradient() {
    boolean accumulate = received;
    received = true;
    return accumulate;
  }

  /** Forgets the gradient: the next one written replaces it. */
  public void clearGradient() {
    received = false;
  }

  @Override
  public void close() {
    value.close();
    if (gradient != null) gradient.close();
  }
}
