package sc.fiji.cavga.onnx;

import java.util.Arrays;
import java.util.Map;

/**
 * An array in an {@link OnnxGraph}, and what can be computed with it: each method adds a node and
 * gives what comes out. Shapes that differ are brought together as NumPy does. Immutable.
 */
public final class OnnxValue {

  private static final Map<String, Object> PLAIN = Map.of();
  private static final String AXIS = "axis";

  private final OnnxGraph graph;
  private final String name;

  private OnnxValue(OnnxGraph graph, String name) {
    this.graph = graph;
    this.name = name;
  }

  /**
   * What the graph is given: floats.
   *
   * @param meaning for people
   * @param shape may have {@link OnnxGraph#BATCH}
   */
  public static OnnxValue input(OnnxGraph graph, String name, String meaning, long... shape) {
    return new OnnxValue(graph, graph.input(name, meaning, shape));
  }

  /**
   * @param values row by row, as many as the shape has
   */
  public static OnnxValue constant(OnnxGraph graph, float[] values, long... shape) {
    return new OnnxValue(graph, graph.constant(shape, values));
  }

  /** A constant in the same graph. */
  public OnnxValue constant(float[] values, long... shape) {
    return constant(graph, values, shape);
  }

  /** The same of numbers that are rounded to floats. */
  public OnnxValue constant(double[] values, long... shape) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) floats[i] = (float) values[i];
    return constant(floats, shape);
  }

  /** What the graph gives, under a name of its own: floats. */
  public void output(String output, String meaning, long... shape) {
    graph.output(name, output, meaning, false, shape);
  }

  /** The same of truth values. */
  public void truthOutput(String output, String meaning, long... shape) {
    graph.output(name, output, meaning, true, shape);
  }

  /** What it belongs to. */
  public OnnxGraph graph() {
    return graph;
  }

  private OnnxValue node(String operator, Map<String, ?> attributes, OnnxValue... others) {
    String[] inputs = new String[1 + others.length];
    inputs[0] = name;
    for (int i = 0; i < others.length; i++) inputs[i + 1] = others[i].name;
    return new OnnxValue(graph, graph.node(operator, attributes, inputs));
  }

  /** Stands for an input that an operator can do without. */
  static OnnxValue absent(OnnxValue beside) {
    return new OnnxValue(beside.graph, "");
  }

  /** Any operator with one output. */
  OnnxValue apply(String operator, Map<String, ?> attributes, OnnxValue... others) {
    return node(operator, attributes, others);
  }

  private OnnxValue number(double number) {
    return new OnnxValue(graph, graph.number((float) number));
  }

  private OnnxValue whole(long... numbers) {
    return new OnnxValue(graph, graph.whole(numbers));
  }

  public OnnxValue plus(OnnxValue other) {
    return node("Add", PLAIN, other);
  }

  public OnnxValue plus(double other) {
    return plus(number(other));
  }

  public OnnxValue minus(OnnxValue other) {
    return node("Sub", PLAIN, other);
  }

  public OnnxValue minus(double other) {
    return minus(number(other));
  }

  public OnnxValue times(OnnxValue other) {
    return node("Mul", PLAIN, other);
  }

  public OnnxValue times(double other) {
    return times(number(other));
  }

  public OnnxValue over(OnnxValue other) {
    return node("Div", PLAIN, other);
  }

  public OnnxValue over(double other) {
    return over(number(other));
  }

  public OnnxValue squared() {
    return times(this);
  }

  /** The larger of each and a number. */
  public OnnxValue atLeast(double least) {
    return atLeast(number(least));
  }

  public OnnxValue atLeast(OnnxValue least) {
    return node("Max", PLAIN, least);
  }

  /** The smaller of each and a number. */
  public OnnxValue atMost(double most) {
    return atMost(number(most));
  }

  public OnnxValue atMost(OnnxValue most) {
    return node("Min", PLAIN, most);
  }

  public OnnxValue within(double least, double most) {
    return node("Clip", PLAIN, number(least), number(most));
  }

  public OnnxValue squareRoot() {
    return node("Sqrt", PLAIN);
  }

  public OnnxValue absolute() {
    return node("Abs", PLAIN);
  }

  /** The natural one. */
  public OnnxValue logarithm() {
    return node("Log", PLAIN);
  }

  /** e to the power of each. */
  public OnnxValue exponential() {
    return node("Exp", PLAIN);
  }

  /** 1/(1 + e^−x). */
  public OnnxValue sigmoid() {
    return node("Sigmoid", PLAIN);
  }

  /** Negative values times a slope: 0 for a ReLU, 1 for none. */
  public OnnxValue leaky(double slope) {
    if (slope == 1) return this;
    return slope == 0 ? node("Relu", PLAIN) : node("LeakyRelu", Map.of("alpha", (float) slope));
  }

  /**
   * A matrix M applied to the last two axes, X becoming M·X·Mᵀ.
   *
   * @param matrix [to,from]
   */
  public OnnxValue inBoth(OnnxValue matrix) {
    OnnxValue turned = matrix.node("Transpose", Map.of("perm", new long[] {1, 0}));
    return matrix.node("MatMul", PLAIN, node("MatMul", PLAIN, turned));
  }

  /** Truth values: where each is more than a number. */
  public OnnxValue above(double other) {
    return node("Greater", PLAIN, number(other));
  }

  /** Truth values: where each is at least as much as the other. */
  public OnnxValue reaches(OnnxValue other) {
    return node("GreaterOrEqual", PLAIN, other);
  }

  /** Truth values: where each is at least a number. */
  public OnnxValue reaches(double other) {
    return reaches(number(other));
  }

  /** Truth values: where one is true. */
  public OnnxValue or(OnnxValue other) {
    return node("Or", PLAIN, other);
  }

  /** Of truth values: 1 and 0. */
  public OnnxValue asNumbers() {
    return node("Cast", Map.of("to", 1L));
  }

  /** Of truth values: where true the one, else the other. */
  public OnnxValue choose(OnnxValue one, OnnxValue other) {
    return node("Where", PLAIN, one, other);
  }

  /** Of truth values: where true the one, else a number. */
  public OnnxValue choose(OnnxValue one, double other) {
    return choose(one, number(other));
  }

  /** The sum over axes, which stay with the size 1. */
  public OnnxValue sum(long... axes) {
    return node("ReduceSum", Map.of("keepdims", 1L), whole(axes));
  }

  /** The mean over axes, which stay with the size 1. */
  public OnnxValue mean(long... axes) {
    return node("ReduceMean", Map.of("keepdims", 1L, "axes", axes));
  }

  /** The largest over axes, which stay with the size 1. */
  public OnnxValue largest(long... axes) {
    return node("ReduceMax", Map.of("keepdims", 1L, "axes", axes));
  }

  /** The largest along the last axis, in descending order. */
  public OnnxValue top(long count) {
    String[] inputs = {name, graph.whole(count)};
    return new OnnxValue(graph, graph.nodes("TopK", Map.of(AXIS, -1L), 2, inputs).get(0));
  }

  /**
   * @param shape 0 for a size that stays, {@link OnnxGraph#BATCH} for what is left
   */
  public OnnxValue shaped(long... shape) {
    return node("Reshape", PLAIN, whole(shape));
  }

  /** A part of an axis, from the first to before the last. */
  public OnnxValue slice(long axis, long first, long last) {
    return node("Slice", PLAIN, whole(first), whole(last), whole(axis));
  }

  /** An axis the other way round. */
  public OnnxValue reversed(long axis) {
    return node("Slice", PLAIN, whole(-1), whole(Long.MIN_VALUE), whole(axis), whole(-1));
  }

  /** This and others behind each other along the axis of channels. */
  public OnnxValue with(OnnxValue... others) {
    return joined(1, others);
  }

  /** This and others behind each other along an axis. */
  public OnnxValue joined(long axis, OnnxValue... others) {
    return node("Concat", Map.of(AXIS, axis), others);
  }

  /**
   * How many spreads [B,1,H,W] lies above a mean.
   *
   * @param mean [H,W]
   * @param spread [H,W]
   */
  public OnnxValue standardized(float[] mean, float[] spread) {
    long size = Math.round(Math.sqrt(mean.length));
    return minus(constant(mean, 1, 1, size, size)).over(constant(spread, 1, 1, size, size));
  }

  /**
   * A weighted sum of the channels of [B,C,H,W].
   *
   * @param weights [C+1], a constant behind the weights
   * @return [B,1,H,W]
   */
  public OnnxValue weighed(float[] weights) {
    int channels = weights.length - 1;
    float[] kernel = Arrays.copyOf(weights, channels);
    return node(
        "Conv",
        Map.of("kernel_shape", new long[] {1, 1}),
        constant(kernel, 1, channels, 1, 1),
        constant(new float[] {weights[channels]}, 1));
  }

  /** This, of one picture, as often as another value has pictures. */
  public OnnxValue repeatedFor(OnnxValue pictures) {
    OnnxValue count = pictures.node("Shape", Map.of("start", 0L, "end", 1L));
    return node("Expand", PLAIN, count.node("Concat", Map.of(AXIS, 0L), whole(1, 1, 1)));
  }

  /** Zeros around the last two axes. */
  public OnnxValue padded(long each) {
    return node("Pad", PLAIN, whole(0, 0, each, each, 0, 0, each, each));
  }

  /**
   * Of a square with one zero around: [y,x] is what [y+dy,x+dx] is inside.
   *
   * @param size of the square inside
   */
  public OnnxValue moved(int dy, int dx, int size) {
    return slice(2, 1 + dy, 1 + dy + size).slice(3, 1 + dx, 1 + dx + size);
  }

  @Override
  public String toString() {
    return name;
  }
}
