package sc.fiji.cavga.compute.machine;

/**
 * The system properties that ND4J and JavaCPP read once, when their classes load.
 *
 * <p>What the user has set on Java's command line stays.
 */
public final class EngineProperties {

  private EngineProperties() {}

  /** To be called before any class of ND4J or JavaCPP is loaded. */
  public static void set() {
    setIfAbsent("org.nd4j.log.initialization", "false");
    // The check looks through the whole class path and complains of nothing but other versions.
    setIfAbsent("org.nd4j.versioncheck", "false");
    // The natives choose the processor's instructions where it matters, in the convolutions.
    setIfAbsent("org.nd4j.avx.ignore", "true");
    // JavaCPP's own limits follow Java's heap, which says nothing about tensors: training in a
    // 2 GB heap may well take 4 GB beside it.
    long limit = NativeMemory.limitBytes();
    setIfAbsent("org.bytedeco.javacpp.maxBytes", "org.bytedeco.javacpp.maxbytes", limit);
    // macOS counts memory that is shared with other processes, so that a limit on the physical
    // memory fails there for no reason.
    setIfAbsent(
        "org.bytedeco.javacpp.maxPhysicalBytes",
        "org.bytedeco.javacpp.maxphysicalbytes",
        isMac() ? 0 : limit);
  }

  private static boolean isMac() {
    return System.getProperty("os.name", "").startsWith("Mac");
  }

  static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) System.setProperty(property, value);
  }

  /** JavaCPP knows its properties in two spellings. */
  private static void setIfAbsent(String property, String lowerCase, long bytes) {
    if (System.getProperty(lowerCase) == null) setIfAbsent(property, Long.toString(bytes));
  }
}
