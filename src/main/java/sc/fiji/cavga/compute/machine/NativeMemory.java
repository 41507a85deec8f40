package sc.fiji.cavga.compute.machine;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory outside Java's heap, where all tensors live.
 *
 * <p>It is given back when Java collects the tensors' handles, which are so small that a collection
 * may be long in coming. So: estimate before allocating ({@link #requireRoomFor}), allocate once
 * rather than in each step, and {@link #collect} at the end of a piece of work. All sizes are in
 * bytes.
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

  /**
   * Asks for room before allocating, because a machine that runs out of memory stops whatever it
   * likes.
   *
   * @param bytes an estimate of what will be allocated
   * @param what what the memory is for, as it will stand in the message: "Training with batch 8"
   * @throws InsufficientMemoryException if there is less
   */
  public static void requireRoomFor(long bytes, String what) {
    long headroom = headroomBytes();
    if (bytes <= headroom) return;
    throw shortage(bytes, what, headroom);
  }

  private static InsufficientMemoryException shortage(long bytes, String what, long headroom) {
    return new InsufficientMemoryException(
        String.format(
            Locale.ROOT,
            "%s needs about %s of memory and %s are free",
            what,
            megabytes(bytes),
            megabytes(headroom)));
  }

  /**
   * What to throw when memory ran out in spite of {@link #requireRoomFor}, after giving back what
   * was allocated in vain.
   */
  public static InsufficientMemoryException ranOut(
      long bytes, String what, OutOfMemoryError cause) {
    collect();
    InsufficientMemoryException exception = shortage(bytes, what, headroomBytes());
    exception.initCause(cause);
    return exception;
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

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", Math.max(1, bytes >> 20));
  }
}
