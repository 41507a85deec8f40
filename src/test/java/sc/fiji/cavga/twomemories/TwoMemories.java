package sc.fiji.cavga.twomemories;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import org.nd4j.linalg.api.buffer.factory.DataBufferFactory;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Arrays of ND4J in two memories, those of Java and of a device that computes. */
final class TwoMemories {

  private TwoMemories() {}

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
}
