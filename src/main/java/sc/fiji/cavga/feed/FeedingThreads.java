package sc.fiji.cavga.feed;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import sc.fiji.cavga.compute.ComputeBackend;

/** The threads that read pictures: daemons, so that a closing program never waits for one. */
final class FeedingThreads {

  private FeedingThreads() {}

  static ExecutorService start(int threads) {
    ComputeBackend.start();
    return Executors.newFixedThreadPool(
        threads,
        work -> {
          Thread thread = new Thread(work, "CAVGA picture reader");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** What ended a thread other than a picture's own problem, to be thrown on. */
  static RuntimeException unexpected(ExecutionException problem) {
    Throwable cause = problem.getCause();
    // Running out of memory has its own cure, so it stays what it is.
    if (cause instanceof Error) throw (Error) cause;
    if (cause instanceof RuntimeException) return (RuntimeException) cause;
    return new IllegalStateException(cause);
  }
}
