package sc.fiji.cavga.twomemories;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.factory.DataBufferFactory;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * A buffer with one memory for Java and another for native operations. What it gives away, {@code
 * pointer()}, {@code addressPointer()} and {@code indexer()}, is Java's memory as it is; what it
 * reads and writes itself is synchronized first. So does {@code BaseCudaDataBuffer}.
 */
interface TwoMemories {

  Copies copies();

  /**
   * Makes ND4J's CPU backend keep every array in two memories from now on. To be called before
   * anything else touches ND4J.
   */
  static void install() {
    // ND4J's own properties, each of which names a class.
    System.setProperty("org.nd4j.log.initialization", "false");
    System.setProperty("org.nd4j.nativeblas.nativeops.init", "false");
    System.setProperty("ndarrayfactory.class", TwoMemoriesArrays.class.getName());
    System.setProperty("memorymanager", TwoMemoriesAllocation.class.getName());
    System.setProperty("constantsprovider", TwoMemoriesConstants.class.getName());
    ClassLoader loader = TwoMemories.class.getClassLoader();
    NativeOpsHolder holder = NativeOpsHolder.getInstance();
    holder.setDeviceNativeOps(
        (NativeOps)
            Proxy.newProxyInstance(
                loader, new Class<?>[] {NativeOps.class}, new NativeCalls(new Nd4jCpu())));
    holder.initOps();
    Nd4j.getExecutioner();
    try {
      Field factory = Nd4j.class.getDeclaredField("DATA_BUFFER_FACTORY_INSTANCE");
      factory.setAccessible(true);
      factory.set(
          null,
          Proxy.newProxyInstance(
              loader,
              new Class<?>[] {DataBufferFactory.class},
              new BufferFactory((DataBufferFactory) factory.get(null))));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param host Java's memory; null to allocate it
   * @return the buffer with a second memory, or the same where its type has none
   */
  static DataBuffer of(DataBuffer plain, Pointer host) {
    switch (plain.dataType()) {
      case FLOAT:
        return new TwoFloats(plain, host);
      case DOUBLE:
        return new TwoDoubles(plain, host);
      case INT:
        return new TwoInts(plain, host);
      case LONG:
        return new TwoLongs(plain, host);
      case BOOL:
        return new TwoBooleans(plain, host);
      default:
        return plain;
    }
  }

  static DataBuffer part(DataBuffer whole, long length, long offset) {
    if (whole instanceof TwoFloats) return new TwoFloats((TwoFloats) whole, length, offset);
    if (whole instanceof TwoDoubles) return new TwoDoubles((TwoDoubles) whole, length, offset);
    if (whole instanceof TwoInts) return new TwoInts((TwoInts) whole, length, offset);
    if (whole instanceof TwoLongs) return new TwoLongs((TwoLongs) whole, length, offset);
    return new TwoBooleans((TwoBooleans) whole, length, offset);
  }

  static DataBuffer like(DataBuffer buffer, long length) {
    return Nd4j.getDataBufferFactory().create(buffer.dataType(), length, true);
  }
}
