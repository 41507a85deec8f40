package sc.fiji.cavga.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Pieces of work that several threads take from, one after the other, until all are taken. */
final class SharedWork {

  private final long run;
  private final int pieces;
  private final IntConsumer work;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile Thread waiting;

  /**
   * @param run tells this work from what was shared before
   */
  SharedWork(long run, int pieces, IntConsumer work) {
    this.run = run;
    this.pieces = pieces;
    this.work = work;
  }

  long run() {
    return run;
  }

  /** Does pieces until none is left to take. What they throw is kept for {@link #rethrow}. */
  void help() {
    for (int piece = taken.getAndIncrement(); piece < pieces; piece = taken.getAndIncrement()) {
      try {
        if (failure.get() == null) work.accept(piece);
      } catch (Throwable thrown) {
        failure.compareAndSet(null, thrown);
      }
      if (done.incrementAndGet() == pieces) LockSupport.unpark(waiting);
    }
  }

  /**
   * Returns when all pieces are done.
   *
   * @param awake nanoseconds before the waiting thread falls asleep
   */
  void await(long awake) {
    long since = System.nanoTime();
    while (done.get() < pieces) {
      if (System.nanoTime() - since < awake) {
        Thread.onSpinWait();
      } else {
        waiting = Thread.currentThread();
        if (done.get() < pieces) LockSupport.park(this);
      }
    }
  }

  /** Throws what the first failed piece threw. */
  void rethrow() {
    Throwable thrown = failure.get();
    if (thrown instanceof Error) throw (Error) thrown;
    if (thrown instanceof RuntimeException) throw (RuntimeException) thrown;
  }
}
