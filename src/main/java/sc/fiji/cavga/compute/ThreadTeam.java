package sc.fiji.cavga.compute;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Threads for pieces of work that are so short that waking a sleeping thread would cost as much: a
 * training step has some two hundred, many of them shorter than a tenth of a millisecond. After a
 * piece a thread stays awake for a moment, since the next one mostly follows at once.
 *
 * <p>The thread that calls works too. One caller at a time has the team; others meanwhile do their
 * pieces alone, and so does a piece that calls the team itself.
 */
final class ThreadTeam implements AutoCloseable {

  private static final long AWAKE_NANOSECONDS = 100_000;

  private final Member[] members;
  private final AtomicReference<Thread> caller = new AtomicReference<>();
  private volatile SharedWork current;
  private long runs;
  private volatile boolean closed;

  /**
   * @param threads the calling one included
   */
  ThreadTeam(int threads) {
    members = new Member[threads - 1];
    for (int i = 0; i < members.length; i++) {
      members[i] = new Member("CAVGA compute " + (i + 1));
      members[i].start();
    }
  }

  /** The number of threads, the calling one included. */
  int size() {
    return members.length + 1;
  }

  /**
   * Returns when all pieces are done.
   *
   * @param work called once for each piece, with its number; what it throws is thrown here, after
   *     the pieces that had begun
   */
  void run(int pieces, IntConsumer work) {
    if (pieces == 1 || members.length == 0 || !caller.compareAndSet(null, Thread.currentThread())) {
      for (int piece = 0; piece < pieces; piece++) work.accept(piece);
      return;
    }
    SharedWork shared = new SharedWork(++runs, pieces, work);
    try {
      current = shared;
      for (int i = 0; i < Math.min(members.length, pieces - 1); i++) members[i].wake();
      shared.help();
      shared.await(AWAKE_NANOSECONDS);
    } finally {
      current = null;
      caller.set(null);
    }
    shared.rethrow();
  }

  /** Its threads end as soon as they have nothing to do. */
  @Override
  public void close() {
    closed = true;
    for (Member member : members) LockSupport.unpark(member);
  }

  private final class Member extends Thread {

    private volatile boolean asleep;

    /** What it last worked on: a number, since a sleeping thread must not keep work alive. */
    private long last;

    Member(String name) {
      super(name);
      setDaemon(true);
    }

    void wake() {
      if (asleep) LockSupport.unpark(this);
    }

    @Override
    public void run() {
      long idleSince = System.nanoTime();
      while (!closed) {
        if (helps()) {
          idleSince = System.nanoTime();
        } else if (System.nanoTime() - idleSince < AWAKE_NANOSECONDS) {
          Thread.onSpinWait();
        } else {
          asleep = true;
          if (!closed && !isThereMore()) LockSupport.park(ThreadTeam.this);
          asleep = false;
          idleSince = System.nanoTime();
        }
      }
    }

    private boolean helps() {
      SharedWork work = current;
      if (work == null || work.run() == last) return false;
      work.help();
      last = work.run();
      return true;
    }

    private boolean isThereMore() {
      SharedWork work = current;
      return work != null && work.run() != last;
    }
  }
}
