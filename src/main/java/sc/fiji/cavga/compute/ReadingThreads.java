package sc.fiji.cavga.compute;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that read pictures: daemons, so that a closing program never waits for one. */
public final class ReadingThreads {

  /** How many are enough to read ahead of what computes. */
  public static final int COUNT =
      Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

  private ReadingThreads() {}

  /**
   * Starts ND4J before them, which must not start while a thread loads a library, as reading may.
   *
   * @param name of each thread
   */
  public static ExecutorService start(int threads, String name) {
    ComputeBackend.start();
    return Executors.newFixedThreadPool(
        threads,
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** What ended a thread other than a picture's own problem, to be thrown on. */
  public static RuntimeException unexpected(ExecutionException problem) {
    Throwable cause = problem.getCause();
    // Running out of memory has its own cure, so it stays what it is.
    if (cause instanceof Error) throw (Error) cause;
    if (cause instanceof RuntimeException) return (RuntimeException) cause;
    return new IllegalStateException(cause);
  }
}
