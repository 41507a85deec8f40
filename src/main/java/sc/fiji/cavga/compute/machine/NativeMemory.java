package sc.fiji.cavga.compute.machine;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory outside Java's heap, where all tensors live.
 *
 * <p>It is given back when Java collects the tensors' handles, which are so small that a collection
 * may be long in coming. So: estimate before allocating ({@link ArrayMemory}), allocate once rather
 * than in each step, and {@link #collect} at the end of a piece of work. All sizes are in bytes.
 */
public final class NativeMemory {

  /** Of the machine's memory; the rest is the system's and the display's. */
  private static final double USABLE_SHARE = 0.9;

  private NativeMemory() {}

  /** The physical memory that this process holds now, Java's heap included. */
  public static long residentBytes() {
    return Pointer.physicalBytes();
  }

  /** What the process may hold before the machine, or its container, runs short. */
  public static long limitBytes() {
    return (long) (USABLE_SHARE * physicalBytes());
  }

  /** What can still be allocated: what the limit leaves, and no more than is free now. */
  public static long headroomBytes() {
    long belowLimit = limitBytes() - residentBytes();
    return Math.max(0, Math.min(belowLimit, Pointer.availablePhysicalBytes()));
  }

  /** Gives back the memory of tensors that are no longer in use. */
  public static void collect() {
    System.gc();
  }

  /**
   * True where Java was started with {@code -XX:+DisableExplicitGC}: {@link #collect} then does
   * nothing, and native memory may grow until the machine is full.
   */
  public static boolean isCollectionDisabled() {
    HotSpotDiagnosticMXBean hotSpot =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (hotSpot != null)
      return Boolean.parseBoolean(hotSpot.getVMOption("DisableExplicitGC").getValue());
    return ManagementFactory.getRuntimeMXBean()
        .getInputArguments()
        .contains("-XX:+DisableExplicitGC");
  }

  /** The machine's memory, or its container's; asked of Java, as JavaCPP may not have started. */
  static long physicalBytes() {
    java.lang.management.OperatingSystemMXBean system =
        ManagementFactory.getOperatingSystemMXBean();
    if (system instanceof OperatingSystemMXBean)
      return ((OperatingSystemMXBean) system).getTotalPhysicalMemorySize();
    throw new IllegalStateException("This Java does not tell how much memory there is.");
  }
}
