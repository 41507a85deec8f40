package sc.fiji.cavga.localize.folder.work;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.ReadingThreads;

/**
 * Works on several files of a folder run at a time, each in a thread of its own, as many as there
 * are threads that compute. A picture that does not fit into memory beside others waits until it is
 * alone.
 */
public final class FileTasks implements AutoCloseable {

  /** Of Java's memory, for each thread: a photograph of 12 megapixels needs less. */
  private static final long LEAST_MEMORY = 128L << 20;

  private final PictureWork first;
  private final BlockingQueue<PictureWork> idle = new LinkedBlockingQueue<>();
  private final Queue<PictureWork> made = new ConcurrentLinkedQueue<>();
  private final Surroundings run;
  private final int threads;
  private final ExecutorService executor;

  /** Shared by pictures beside each other, exclusive for one alone. */
  private final ReadWriteLock memory = new ReentrantReadWriteLock(true);

  /**
   * @param work of the first thread; others get one like it
   * @param files how many tasks there will be at most
   */
  public FileTasks(PictureWork work, Surroundings run, int files) {
    ComputeBackend.start();
    this.first = work;
    this.run = run;
    idle.add(work);
    long fitting = Math.max(1, Runtime.getRuntime().maxMemory() / LEAST_MEMORY);
    threads = run.stopOnError ? 1 : ComputeBackend.lanes(Math.min(files, fitting));
    executor = ReadingThreads.start(threads, "CAVGA pictures");
  }

  /** How many tasks are best given before the first one is behind the run. */
  public int ahead() {
    return threads == 1 ? 1 : 3 * threads;
  }

  /** Begins a task as soon as a thread is free. */
  public void begin(FileTask task) {
    executor.execute(() -> work(task));
  }

  private void work(FileTask task) {
    try {
      ComputeBackend.start();
      PictureWork work = free();
      try {
        if (threads == 1) task.run(work, run, true);
        else shared(task, work);
      } finally {
        idle.add(work);
      }
      task.end(null);
    } catch (Throwable thrown) {
      task.end(thrown);
    }
  }

  /** One for each thread; where memory is too short for one more, another's when that is free. */
  private PictureWork free() throws IOException {
    PictureWork work = idle.poll();
    if (work != null) return work;
    try {
      work = first.another();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      if (!MemoryShortage.isCauseOf(e)) throw e;
      return awaited();
    }
    made.add(work);
    return work;
  }

  private PictureWork awaited() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The run was interrupted.");
    }
  }

  private void shared(FileTask task, PictureWork work) throws IOException {
    for (boolean alone = false, done = false; !done; alone = !alone) {
      Lock lock = alone ? memory.writeLock() : memory.readLock();
      lock.lock();
      try {
        boolean now = alone;
        done = ComputeBackend.besideOthers(() -> task.run(work, run, now));
      } finally {
        lock.unlock();
      }
    }
  }

  /** Waits until all tasks that were begun have ended. */
  @Override
  public void close() {
    executor.shutdown();
    boolean interrupted = false;
    for (boolean ended = false; !ended; )
      try {
        ended = executor.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    for (PictureWork work : made) work.close();
    if (interrupted) Thread.currentThread().interrupt();
  }
}
