package sc.fiji.cavga.compute;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import sc.fiji.cavga.compute.machine.NativeMemory;

/**
 * What computes: for the "device" command, the training window, and the model file's provenance.
 *
 * <p>Immutable; {@link ComputeBackend#device} makes one.
 */
public final class ComputeDevice {

  private final boolean gpu;
  private final String name;
  private final String reason;
  private final Map<String, String> card;
  private final int threads;
  private final int processors;
  private final Map<String, String> software;
  private final long memoryLimit;
  private final boolean collectionDisabled;

  ComputeDevice(
      boolean gpu,
      String name,
      String reason,
      Map<String, String> card,
      int threads,
      int processors,
      Map<String, String> software,
      long memoryLimit,
      boolean collectionDisabled) {
    this.gpu = gpu;
    this.name = name;
    this.reason = reason;
    this.card = Collections.unmodifiableMap(new LinkedHashMap<>(card));
    this.threads = threads;
    this.processors = processors;
    this.software = Collections.unmodifiableMap(new LinkedHashMap<>(software));
    this.memoryLimit = memoryLimit;
    this.collectionDisabled = collectionDisabled;
  }

  /** True if a GPU computes. */
  public boolean isGpu() {
    return gpu;
  }

  /** "CPU" or "CUDA". */
  public String backend() {
    return gpu ? "CUDA" : "CPU";
  }

  /** The processor's or the graphics card's model. */
  public String name() {
    return name;
  }

  /** How many CPU threads compute. */
  public int threads() {
    return threads;
  }

  /** How many processors Java sees, hyper-threads included. */
  public int processors() {
    return processors;
  }

  /**
   * The libraries and their versions in the order in which to show them: "ND4J", "JavaCPP", "BLAS",
   * "oneDNN", "Library".
   */
  public Map<String, String> software() {
    return software;
  }

  /**
   * The graphics card that computes, or that was found and does not: "Card", "Capability",
   * "Driver", "Card memory", in the order in which to show them; empty where none was found, or
   * none was looked for.
   */
  public Map<String, String> card() {
    return card;
  }

  /** What the process may hold, in bytes. */
  public long memoryLimit() {
    return memoryLimit;
  }

  /** True where Java cannot be asked to give tensors back; see {@link NativeMemory}. */
  public boolean isCollectionDisabled() {
    return collectionDisabled;
  }

  /** One sentence: what it runs on, and why. */
  public String verdict() {
    String where =
        gpu
            ? "CAVGA computes on the GPU (" + name + ")"
            : String.format(
                Locale.ROOT,
                "CAVGA computes on the CPU (%s, %d %s)",
                name,
                threads,
                threads == 1 ? "thread" : "threads");
    return where + ", because " + reason + ".";
  }
}
