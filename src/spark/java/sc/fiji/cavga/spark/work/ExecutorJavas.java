package sc.fiji.cavga.spark.work;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkEnv;

/**
 * The Javas of an executor that look at pictures: as many as tasks run at a time, kept from one
 * chunk to the next. They and what they leave lie in the executor's own scratch folder.
 */
final class ExecutorJavas {

  /** By run: an executor's tasks have nothing else in common. */
  private static final Map<String, ExecutorJavas> OF_RUNS = new ConcurrentHashMap<>();

  private final PictureSettings settings;
  private final Path folder;
  private final Path model;
  private final Deque<PictureJava> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger begun = new AtomicInteger();

  private ExecutorJavas(RunParts parts) throws IOException {
    settings = parts.settings;
    File scratch = SparkEnv.get().blockManager().diskBlockManager().localDirs()[0];
    folder = Files.createDirectories(scratch.toPath().resolve("cavga-" + parts.run));
    Path named = Files.createDirectories(folder.resolve("model")).resolve(settings.model);
    model = Files.write(named, parts.model);
  }

  /** Those of a run in this executor. */
  static ExecutorJavas of(RunParts parts) throws IOException {
    synchronized (OF_RUNS) {
      ExecutorJavas known = OF_RUNS.get(parts.run);
      if (known == null) {
        known = new ExecutorJavas(parts);
        OF_RUNS.put(parts.run, known);
      }
      return known;
    }
  }

  /** An idle one, or else a new one; to be given back or closed. */
  PictureJava take() throws IOException, InterruptedException {
    PictureJava java = idle.poll();
    return java == null ? fresh() : java;
  }

  /** A new one. */
  PictureJava fresh() throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve("java-" + begun.incrementAndGet()));
    return new PictureJava(settings, model, own);
  }

  void giveBack(PictureJava java) {
    idle.add(java);
  }

  /** Ends those of a run in this Java, which no task uses any more. */
  static void end(String run) throws InterruptedException {
    ExecutorJavas javas;
    synchronized (OF_RUNS) {
      javas = OF_RUNS.remove(run);
    }
    if (javas == null) return;
    for (PictureJava java = javas.idle.poll(); java != null; java = javas.idle.poll()) java.end();
  }

  /** A name for a file that is to be fetched. */
  Path fetched(String name) throws IOException {
    return Files.createDirectories(folder.resolve("fetched").resolve(UUID.randomUUID().toString()))
        .resolve(name);
  }
}
