package sc.fiji.cavga.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How a training is stopped from outside: the buttons of a window, a task's cancel, Ctrl-C. All
 * methods may be called from any thread. Training heeds a cancellation between two operations of a
 * step, and the others before its next step.
 */
public final class TrainingControl {

  /** Something that takes its time and heeds interrupts. */
  public interface Waiting<T> {
    T get() throws IOException, InterruptedException;
  }

  private final BooleanSupplier alsoCancelled;
  private final Queue<Path> copies = new ArrayDeque<>();
  private boolean cancelled;
  private boolean finishing;
  private Thread waiting;

  public TrainingControl() {
    this(() -> false);
  }

  /**
   * @param alsoCancelled asked between a step's operations, such as {@code task::isCanceled}
   */
  public TrainingControl(BooleanSupplier alsoCancelled) {
    this.alsoCancelled = Objects.requireNonNull(alsoCancelled);
  }

  /** Stops training; the last checkpoint stays and no model is written. */
  public synchronized void cancel() {
    cancelled = true;
    if (waiting != null) waiting.interrupt();
  }

  /** Ends training as if its epochs were over: the model is calibrated and written. */
  public synchronized void finish() {
    finishing = true;
  }

  /** Writes the model as it is now, calibrated, to this file as well, and goes on training. */
  public synchronized void saveCopy(Path file) {
    copies.add(Objects.requireNonNull(file));
  }

  public synchronized boolean finishing() {
    return finishing;
  }

  public synchronized Optional<Path> nextCopy() {
    return Optional.ofNullable(copies.poll());
  }

  /**
   * @throws InterruptedException when training shall stop
   */
  public void check() throws InterruptedException {
    boolean asked = alsoCancelled.getAsBoolean();
    synchronized (this) {
      if (asked) cancelled = true;
      if (cancelled) throw new InterruptedException();
    }
    if (Thread.interrupted()) throw new InterruptedException();
  }

  /**
   * For where {@link InterruptedException} cannot pass; the thread's own interrupt waits.
   *
   * @throws CancellationException when training shall stop
   */
  public void abandonIfCancelled() {
    boolean asked = alsoCancelled.getAsBoolean();
    synchronized (this) {
      if (asked) cancelled = true;
      if (cancelled) throw new CancellationException();
    }
  }

  /**
   * Waits for something in a way that {@link #cancel} ends at once. Only while waiting is the
   * thread interrupted: elsewhere that would break the file that it happens to write.
   */
  public <T> T await(Waiting<T> source) throws IOException, InterruptedException {
    check();
    synchronized (this) {
      waiting = Thread.currentThread();
    }
    try {
      return source.get();
    } finally {
      synchronized (this) {
        waiting = null;
        // An interrupt that came after the wait was over has done its work: it set the flag.
        if (cancelled) Thread.interrupted();
      }
    }
  }
}
