package sc.fiji.cavga.spark.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sc.fiji.cavga.spark.ArchiveException;
import sc.fiji.cavga.spark.store.Store;

/**
 * Brings files of a store to this machine's scratch disk, on a thread of its own: the next one
 * comes while the last one is looked at. Belongs to one task.
 */
final class Fetching {

  private final Store store;
  private final ExecutorJavas javas;

  /** In the order in which they were announced. */
  private final Queue<Future<Path>> coming = new ConcurrentLinkedQueue<>();

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread fetcher = new Thread(work, "CAVGA fetches");
            fetcher.setDaemon(true);
            return fetcher;
          });

  Fetching(Store store, ExecutorJavas javas) {
    this.store = store;
    this.javas = javas;
  }

  /** Has a file fetched. */
  void announce(String place) {
    coming.add(thread.submit(() -> fetched(place)));
  }

  private Path fetched(String place) throws IOException {
    Path copy = javas.fetched(Store.name(place));
    try (InputStream in = store.read(place)) {
      Files.copy(in, copy);
      return copy;
    } catch (IOException e) {
      forget(copy);
      // Tells a full disk from a file that cannot be read.
      if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("no space left"))
        throw new ArchiveException(
            "The scratch disk of an executor is full, where " + place + " was to be copied.", e);
      throw e;
    }
  }

  /** The file that was announced first and not asked for yet; {@link #forget} takes it away. */
  Path next() throws IOException, InterruptedException {
    try {
      return coming.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) throw (IOException) e.getCause();
      if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e.getCause();
      throw new IllegalStateException(e.getCause());
    }
  }

  static void forget(Path copy) throws IOException {
    Files.deleteIfExists(copy);
    Files.deleteIfExists(copy.getParent());
  }

  /** To be called once, when no file is asked for any more; those that still come go again. */
  void end() {
    if (!coming.isEmpty()) thread.execute(this::forgetAll);
    thread.shutdown();
  }

  private void forgetAll() {
    while (!coming.isEmpty())
      try {
        forget(next());
      } catch (IOException | RuntimeException | InterruptedException none) {
        // It was not fetched; or the scratch folder goes with its executor.
      }
  }
}
