package sc.fiji.cavga.export.python;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.gson.Gson;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A program that runs a model in ONNX Runtime for another program, such as one in Python: {@code
 * src/test/python/stand_in/java} calls it.
 */
public final class JavaRuntimeProcess {

  private static final int INPUTS_AT_MOST = 16;

  private JavaRuntimeProcess() {}

  /**
   * Writes the model's metadata as JSON, then for all inputs that it reads all outputs of 32-bit
   * floats, until there are no more inputs.
   *
   * @param arguments the model's file
   */
  public static void main(String... arguments) throws IOException, OrtException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(arguments[0])) {
      write(out, new Gson().toJson(session.getMetadata().getCustomMetadata()));
      out.flush();
      for (int count = count(in); count >= 0; count = count(in)) {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        for (int i = 0; i < count; i++)
          inputs.put(new String(bytes(in), StandardCharsets.UTF_8), tensor(environment, in));
        try (OrtSession.Result outputs = session.run(inputs)) {
          write(out, outputs);
        }
        inputs.values().forEach(OnnxTensor::close);
        out.flush();
      }
    }
  }

  /** -1 where nothing more comes. */
  private static int count(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) return -1;
    int count = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (count < 0 || count > INPUTS_AT_MOST) throw new IOException(count + " inputs");
    return count;
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  private static OnnxTensor tensor(OrtEnvironment environment, DataInputStream in)
      throws IOException, OrtException {
    long[] shape = new long[in.readInt()];
    int length = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = in.readInt();
      length *= (int) shape[axis];
    }
    FloatBuffer values = ByteBuffer.wrap(in.readNBytes(4 * length)).asFloatBuffer();
    float[] floats = new float[length];
    values.get(floats);
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats), shape);
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void write(DataOutputStream out, OrtSession.Result outputs) throws IOException {
    Map<String, OnnxTensor> floats = new LinkedHashMap<>();
    for (Map.Entry<String, OnnxValue> each : outputs)
      if (((OnnxTensor) each.getValue()).getFloatBuffer() != null)
        floats.put(each.getKey(), (OnnxTensor) each.getValue());
    out.writeInt(floats.size());
    for (Map.Entry<String, OnnxTensor> each : floats.entrySet()) {
      write(out, each.getKey());
      long[] shape = each.getValue().getInfo().getShape();
      out.writeInt(shape.length);
      for (long axis : shape) out.writeInt((int) axis);
      FloatBuffer values = each.getValue().getFloatBuffer();
      while (values.hasRemaining()) out.writeFloat(values.get());
    }
  }
}
