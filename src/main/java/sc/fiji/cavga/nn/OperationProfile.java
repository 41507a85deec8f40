package sc.fiji.cavga.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each operation takes, forward and backward, added up over all passes while measured. */
public final class OperationProfile {

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** The time of one kind of operation with one output shape. */
  public static final class Entry {

    private final String name;
    private long forward;
    private long backward;

    Entry(String name) {
      this.name = name;
    }

    /** The operation and its output's shape: "Convolution [8,32,32,64]". */
    public String name() {
      return name;
    }

    /** In nanoseconds. */
    public long forward() {
      return forward;
    }

    /** In nanoseconds. */
    public long backward() {
      return backward;
    }

    /** In nanoseconds. */
    public long total() {
      return forward + backward;
    }
  }

  /** What was measured, what took longest first. */
  public List<Entry> entries() {
    List<Entry> sorted = new ArrayList<>(entries.values());
    sorted.sort((a, b) -> Long.compare(b.total(), a.total()));
    return Collections.unmodifiableList(sorted);
  }

  /** Runs work that is no operation, such as an optimizer's step, and counts it as forward. */
  public void time(String name, Runnable work) {
    long start = System.nanoTime();
    work.run();
    entry(name).forward += System.nanoTime() - start;
  }

  void forward(Operation operation) {
    long start = System.nanoTime();
    operation.forward();
    entry(operation).forward += System.nanoTime() - start;
  }

  void backward(Operation operation) {
    long start = System.nanoTime();
    operation.backward();
    entry(operation).backward += System.nanoTime() - start;
  }

  private Entry entry(Operation operation) {
    Node output = operation.output();
    String kind = operation.getClass().getSimpleName();
    return entry(
        output == null
            ? kind
            : kind + " " + java.util.Arrays.toString(output.value().shape()).replace(" ", ""));
  }

  private Entry entry(String name) {
    return entries.computeIfAbsent(name, Entry::new);
  }
}
