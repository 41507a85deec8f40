package sc.fiji.cavga.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;

/**
 * A computation that is being said in ONNX: inputs, constants, nodes and outputs by their names.
 * The same calls give the same bytes. For one thread.
 *
 * <p>What is computed is said with {@link OnnxValue}s; this is what they are written into.
 */
public final class OnnxGraph {

  /** Of the operators; what all runtimes of the last years read. */
  public static final int OPSET = 17;

  /** Of the file's layout, the first one with that opset. */
  private static final int LAYOUT = 8;

  /** Where the number of pictures stands in a shape: any. */
  public static final long BATCH = -1;

  private final Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder();
  private final Map<Float, String> numbers = new HashMap<>();
  private final String name;
  private String part = "";
  private int count;

  /**
   * @param name of the graph, which programs that draw it show
   */
  public OnnxGraph(String name) {
    this.name = name;
  }

  /** Names of nodes and constants begin with it from now on, for who looks at the file. */
  public void part(String now) {
    part = now;
  }

  private String unique(String what) {
    return (part.isEmpty() ? "" : part + "/") + what + "_" + count++;
  }

  /** An input of floats; the shape may have {@link #BATCH}. */
  String input(String input, String meaning, long... shape) {
    graph.addInput(info(input, meaning, Onnx.TensorProto.DataType.FLOAT, shape));
    return input;
  }

  /** A constant of floats. */
  String constant(long[] shape, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return constant(Onnx.TensorProto.DataType.FLOAT, shape, bytes.array());
  }

  /** A number without axes; the same number is kept but once. */
  String number(float number) {
    String known = numbers.get(number);
    if (known != null) return known;
    String made = constant(new long[0], new float[] {number});
    numbers.put(number, made);
    return made;
  }

  /** A constant vector of whole numbers, such as a shape. */
  String whole(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return constant(Onnx.TensorProto.DataType.INT64, new long[] {values.length}, bytes.array());
  }

  private String constant(Onnx.TensorProto.DataType type, long[] shape, byte[] bytes) {
    String made = unique("constant");
    Onnx.TensorProto.Builder tensor =
        Onnx.TensorProto.newBuilder()
            .setName(made)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (long size : shape) tensor.addDims(size);
    graph.addInitializer(tensor);
    return made;
  }

  /**
   * A node with one output.
   *
   * @param attributes by name: {@link Long}, {@link Float}, {@link String} or long[]
   * @return the output's name
   */
  String node(String operator, Map<String, ?> attributes, String... inputs) {
    return nodes(operator, attributes, 1, inputs).get(0);
  }

  /** A node with several outputs; their names. */
  List<String> nodes(String operator, Map<String, ?> attributes, int outputs, String... inputs) {
    String made = unique(operator);
    Onnx.NodeProto.Builder node =
        Onnx.NodeProto.newBuilder().setName(made).setOpType(operator).addAllInput(List.of(inputs));
    for (int i = 0; i < outputs; i++) node.addOutput(i == 0 ? made : made + "_" + i);
    new TreeMap<>(attributes).forEach((key, value) -> node.addAttribute(attribute(key, value)));
    graph.addNode(node);
    return node.getOutputList();
  }

  private static Onnx.AttributeProto attribute(String key, Object value) {
    Onnx.AttributeProto.Builder attribute = Onnx.AttributeProto.newBuilder().setName(key);
    if (value instanceof Long)
      attribute.setType(Onnx.AttributeProto.AttributeType.INT).setI((Long) value);
    else if (value instanceof Float)
      attribute.setType(Onnx.AttributeProto.AttributeType.FLOAT).setF((Float) value);
    else if (value instanceof String)
      attribute
          .setType(Onnx.AttributeProto.AttributeType.STRING)
          .setS(ByteString.copyFromUtf8((String) value));
    else {
      attribute.setType(Onnx.AttributeProto.AttributeType.INTS);
      for (long number : (long[]) value) attribute.addInts(number);
    }
    return attribute.build();
  }

  /**
   * @param truth whether it is of truth values, and not of floats
   * @param shape may have {@link #BATCH}
   */
  void output(String from, String output, String meaning, boolean truth, long... shape) {
    graph.addNode(
        Onnx.NodeProto.newBuilder()
            .setName(output)
            .setOpType("Identity")
            .addInput(from)
            .addOutput(output));
    graph.addOutput(
        info(
            output,
            meaning,
            truth ? Onnx.TensorProto.DataType.BOOL : Onnx.TensorProto.DataType.FLOAT,
            shape));
  }

  private static Onnx.ValueInfoProto info(
      String value, String meaning, Onnx.TensorProto.DataType type, long... shape) {
    Onnx.TensorShapeProto.Builder sizes = Onnx.TensorShapeProto.newBuilder();
    for (long size : shape)
      if (size == BATCH) sizes.addDimBuilder().setDimParam("batch");
      else sizes.addDimBuilder().setDimValue(size);
    return Onnx.ValueInfoProto.newBuilder()
        .setName(value)
        .setDocString(meaning)
        .setType(
            Onnx.TypeProto.newBuilder()
                .setTensorType(
                    Onnx.TypeProto.Tensor.newBuilder()
                        .setElemType(type.getNumber())
                        .setShape(sizes)))
        .build();
  }

  /**
   * The file's content.
   *
   * @param producer the name of the software
   * @param version of the software
   * @param meaning what the file is, for people
   * @param properties further texts by key, in their order
   */
  public byte[] bytes(
      String producer, String version, String meaning, Map<String, String> properties) {
    Onnx.ModelProto.Builder model =
        Onnx.ModelProto.newBuilder()
            .setIrVersion(LAYOUT)
            .setProducerName(producer)
            .setProducerVersion(version)
            .setDocString(meaning)
            .addOpsetImport(Onnx.OperatorSetIdProto.newBuilder().setVersion(OPSET))
            .setGraph(graph.setName(name));
    properties.forEach((key, value) -> model.addMetadataPropsBuilder().setKey(key).setValue(value));
    return model.build().toByteArray();
  }
}
