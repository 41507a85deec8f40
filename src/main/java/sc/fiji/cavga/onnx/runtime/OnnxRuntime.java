package sc.fiji.cavga.onnx.runtime;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.cavga.io.Excerpt;

/**
 * A model in Microsoft's ONNX Runtime, called by name: users who want it bring its jar, and nothing
 * here needs it. Several threads may ask at once.
 */
public final class OnnxRuntime implements AutoCloseable {

  private static final String PACKAGE = "ai.onnxruntime.";
  private static final String CARD = "CUDA";
  private static final String CREATE = "createTensor";

  /** What is wrong and what to do where there is none. */
  public static final String MISSING =
      "ONNX Runtime is not there: get onnxruntime-1.23.2.jar (com.microsoft.onnxruntime) from Maven"
          + " Central, and put it into Fiji's folder jars or on the class path.";

  /** An input: values row by row, and their shape. */
  public static final class Floats {

    private final float[] values;
    private final long[] shape;

    public Floats(float[] values, long... shape) {
      this.values = values;
      this.shape = shape.clone();
    }
  }

  private final ClassLoader loader;
  private final Object environment;
  private final AutoCloseable session;
  private final boolean onCard;

  private OnnxRuntime(
      ClassLoader loader, Object environment, AutoCloseable session, boolean onCard) {
    this.onCard = onCard;
    this.loader = loader;
    this.environment = environment;
    this.session = session;
  }

  /** Whether the class loader has it. */
  public static boolean present(ClassLoader loader) {
    try {
      Class.forName(PACKAGE + "OrtEnvironment", false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  /**
   * @param model a file's content
   * @param threads that compute
   * @return to be closed
   * @throws IOException with one sentence when it is missing, cannot be started or refuses the
   *     model
   */
  public static OnnxRuntime open(ClassLoader loader, byte[] model, int threads) throws IOException {
    if (!present(loader)) throw new IOException(MISSING);
    try {
      Object environment = type(loader, "OrtEnvironment").getMethod("getEnvironment").invoke(null);
      Class<?> optionsType = type(loader, "OrtSession$SessionOptions");
      try (AutoCloseable options = (AutoCloseable) optionsType.getConstructor().newInstance()) {
        optionsType.getMethod("setIntraOpNumThreads", int.class).invoke(options, threads);
        boolean onCard = takesCard(loader, optionsType, options);
        AutoCloseable session =
            (AutoCloseable)
                environment
                    .getClass()
                    .getMethod("createSession", byte[].class, optionsType)
                    .invoke(environment, model, options);
        return new OnnxRuntime(loader, environment, session, onCard);
      }
    } catch (Exception | LinkageError failed) {
      throw failed(failed);
    }
  }

  /** Where it was made for NVIDIA's cards, as onnxruntime_gpu is, the first one computes. */
  private static boolean takesCard(ClassLoader loader, Class<?> optionsType, Object options)
      throws ReflectiveOperationException {
    Object providers =
        type(loader, "OrtEnvironment").getMethod("getAvailableProviders").invoke(null);
    if (!providers.toString().contains(CARD)) return false;
    try {
      optionsType.getMethod("addCUDA").invoke(options);
      return true;
    } catch (InvocationTargetException noCard) {
      return false;
    }
  }

  private static Class<?> type(ClassLoader loader, String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + name, true, loader);
  }

  private static IOException failed(Throwable failed) {
    Throwable cause =
        failed instanceof InvocationTargetException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    if (cause instanceof OutOfMemoryError) throw (OutOfMemoryError) cause;
    String said = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    return new IOException(
        "ONNX Runtime cannot be used (" + Excerpt.of(said) + "): try its version 1.23.2.", cause);
  }

  /** Its name and version, and whether a graphics card computes. */
  public String name() {
    String version;
    try {
      version = " " + environment.getClass().getMethod("getVersion").invoke(environment);
    } catch (ReflectiveOperationException | LinkageError unknown) {
      version = "";
    }
    return "ONNX Runtime" + version + (onCard ? " with " + CARD : "");
  }

  /**
   * @param inputs all that the model wants, by name
   * @return all that it gives, by name and in order: float[] or boolean[], row by row
   * @throws IOException with one sentence when it fails
   */
  public Map<String, Object> run(Map<String, Floats> inputs) throws IOException {
    Map<String, AutoCloseable> tensors = new LinkedHashMap<>();
    try {
      Class<?> tensor = type(loader, "OnnxTensor");
      Method create =
          tensor.getMethod(CREATE, type(loader, "OrtEnvironment"), FloatBuffer.class, long[].class);
      for (Map.Entry<String, Floats> each : inputs.entrySet())
        tensors.put(
            each.getKey(),
            (AutoCloseable)
                create.invoke(
                    null,
                    environment,
                    FloatBuffer.wrap(each.getValue().values),
                    each.getValue().shape));
      try (AutoCloseable result =
          (AutoCloseable) session.getClass().getMethod("run", Map.class).invoke(session, tensors)) {
        return values((Iterable<?>) result, tensor);
      } finally {
        for (AutoCloseable each : tensors.values()) each.close();
      }
    } catch (Exception | LinkageError failed) {
      throw failed(failed);
    }
  }

  private static Map<String, Object> values(Iterable<?> result, Class<?> tensor)
      throws ReflectiveOperationException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Object each : result) {
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
      FloatBuffer floats =
          (FloatBuffer) tensor.getMethod("getFloatBuffer").invoke(entry.getValue());
      Object array =
          floats == null
              ? truths((ByteBuffer) tensor.getMethod("getByteBuffer").invoke(entry.getValue()))
              : floats(floats);
      values.put((String) entry.getKey(), array);
    }
    return values;
  }

  private static float[] floats(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static boolean[] truths(ByteBuffer buffer) {
    boolean[] values = new boolean[buffer.remaining()];
    for (int i = 0; i < values.length; i++) values[i] = buffer.get() != 0;
    return values;
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() throws IOException {
    try {
      session.close();
    } catch (Exception failed) {
      throw failed(failed);
    }
  }
}
