package sc.fiji.cavga.twomemories;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * All calls that ND4J makes of its native library. Those that compute work on the devices' memory,
 * and do the bookkeeping that the CUDA library does: what they read is brought to the device first
 * where Java is known to have written it; what they write is out of date for Java afterwards.
 *
 * <p>A call that hands over data and is not known here throws, so that nothing passes unseen.
 */
final class NativeCalls implements InvocationHandler {

  /** Which of its buffers, counted from 0, each operation writes; it reads the others. */
  private static final Map<String, Integer> WRITTEN = written();

  /** Calls that hand over no array's data. */
  private static final List<String> WITHOUT_DATA =
      List.of(
          "allocateDataBuffer",
          "binaryLevel",
          "buildInfo",
          "calculateOutputShapes2",
          "checkP2P",
          "constantBuffer",
          "create",
          "ctx",
          "db",
          "defaultLaunchContext",
          "delete",
          "destroyRandom",
          "enable",
          "free",
          "get",
          "initRandom",
          "initialize",
          "is",
          "lastError",
          "lc",
          "malloc",
          "mark",
          "omp",
          "optimalLevel",
          "reSeedBuffer",
          "refreshBuffer",
          "set",
          "shapeBuffer",
          "tadOnlyShapeInfo");

  private static final Map<Long, Copies> COPIES = new ConcurrentHashMap<>();

  private final NativeOps library;
  private final Map<Long, Arguments> contexts = new ConcurrentHashMap<>();

  NativeCalls(NativeOps library) {
    this.library = library;
  }

  /** The arrays of one custom operation. */
  private static final class Arguments {
    final Map<Integer, Copies> inputs = new HashMap<>();
    final Map<Integer, Copies> outputs = new HashMap<>();
    boolean inPlace;
  }

  /** To be called for each buffer that lies in two memories. */
  static void register(OpaqueDataBuffer buffer, Copies copies) {
    COPIES.put(buffer.address(), copies);
  }

  /** How many buffers, and parts of buffers, nobody has closed and Java has not collected. */
  static int open() {
    return COPIES.size();
  }

  private static Map<String, Integer> written() {
    Map<String, Integer> written = new HashMap<>();
    for (String kind : List.of("Any", "Bool", "Float", "Same", "Strict"))
      written.put("execTransform" + kind, 1);
    for (String kind : List.of("Float", "Same", "Bool", "Long")) {
      written.put("execReduce" + kind, 1);
      written.put("execReduce" + kind + "2", 1);
    }
    for (String kind : List.of("", "Bool")) {
      written.put("execScalar" + kind, 1);
      written.put("execScalar" + kind + "Tad", 1);
      written.put("execBroadcast" + kind, 2);
      written.put("execPairwiseTransform" + kind, 2);
    }
    for (String kind : List.of("", "Scalar", "Tad", "All")) written.put("execReduce3" + kind, 2);
    for (String kind : List.of("", "Scalar")) written.put("execIndexReduce" + kind, 1);
    for (String kind : List.of("", "Scalar", "Tad")) written.put("execSummaryStats" + kind, 1);
    written.put("execRandom", 0);
    written.put("execRandom2", 1);
    written.put("execRandom3", 2);
    written.put("pullRows", 1);
    return written;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    String name = method.getName();
    if (WRITTEN.containsKey(name)) return compute(method, arguments, WRITTEN.get(name));
    switch (name) {
      case "setGraphContextInputBuffer":
        context(arguments[0]).inputs.put((Integer) arguments[1], copies(arguments[2]));
        return call(method, arguments);
      case "setGraphContextOutputBuffer":
        if (arguments[2] != null) requireTwo(arguments[2]);
        context(arguments[0]).outputs.put((Integer) arguments[1], copies(arguments[2]));
        return call(method, arguments);
      case "markGraphContextInplace":
        context(arguments[0]).inPlace = (Boolean) arguments[1];
        return call(method, arguments);
      case "ctxPurge":
      case "deleteGraphContext":
        contexts.remove(((Pointer) arguments[0]).address());
        return call(method, arguments);
      case "execCustomOp2":
        return computeCustom(method, arguments);
      case "dbClose":
      case "deleteDataBuffer":
        COPIES.remove(((Pointer) arguments[0]).address());
        return call(method, arguments);
      case "setGraphContextInputArray":
      case "setGraphContextOutputArray":
        throw unknown(name);
      default:
        if (WITHOUT_DATA.stream().noneMatch(name::startsWith)
            && method.getDeclaringClass() == NativeOps.class) throw unknown(name);
        return call(method, arguments);
    }
  }

  private Object compute(Method method, Object[] arguments, int written) throws Throwable {
    List<Object> buffers = new ArrayList<>();
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++)
      if (types[i] == OpaqueDataBuffer.class) buffers.add(arguments[i]);
    requireTwo(buffers.get(written));
    List<Copies> read = new ArrayList<>();
    for (Object buffer : buffers) if (copies(buffer) != null) read.add(copies(buffer));
    // The result as well: it may be a part of a buffer that Java has written.
    read.forEach(Copies::toDevice);
    Object result = call(method, arguments);
    copies(buffers.get(written)).writtenOnDevice();
    return result;
  }

  private Object computeCustom(Method method, Object[] arguments) throws Throwable {
    Arguments of = context(arguments[2]);
    of.inputs.values().stream().filter(Objects::nonNull).forEach(Copies::toDevice);
    Object result = call(method, arguments);
    of.inputs.values().stream().filter(Objects::nonNull).forEach(Copies::readOnDevice);
    of.outputs.values().stream().filter(Objects::nonNull).forEach(Copies::writtenOnDevice);
    if (of.inPlace)
      of.inputs.values().stream().filter(Objects::nonNull).forEach(Copies::writtenOnDevice);
    return result;
  }

  private Arguments context(Object pointer) {
    return contexts.computeIfAbsent(((Pointer) pointer).address(), address -> new Arguments());
  }

  /** Null for a constant, which is the same in both memories, and for nothing. */
  private static Copies copies(Object buffer) {
    return buffer == null ? null : COPIES.get(((Pointer) buffer).address());
  }

  private static void requireTwo(Object buffer) {
    if (copies(buffer) == null)
      throw new IllegalStateException("An array that lies in one memory alone would be written.");
  }

  private static UnsupportedOperationException unknown(String name) {
    return new UnsupportedOperationException(
        "The native call " + name + " is not known to the test of two memories.");
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(library, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(method + " " + Arrays.toString(arguments), e);
    }
  }
}
