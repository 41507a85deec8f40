package sc.fiji.cavga.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadTeamTest {

  private final ThreadTeam team = new ThreadTeam(3);

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void doesEachPieceOnce() {
    for (int pieces = 1; pieces < 200; pieces++) {
      AtomicIntegerArray times = new AtomicIntegerArray(pieces);
      team.run(pieces, times::incrementAndGet);
      for (int piece = 0; piece < pieces; piece++) assertEquals(1, times.get(piece));
    }
  }

  @Test
  void worksWithAllItsThreadsAtOnce() throws InterruptedException {
    CountDownLatch allHere = new CountDownLatch(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    team.run(
        3,
        piece -> {
          threads.add(Thread.currentThread());
          allHere.countDown();
          await(allHere);
        });
    assertEquals(3, threads.size());
    assertTrue(threads.contains(Thread.currentThread()));
  }

  @Test
  void wakesUpAgain() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      worksWithAllItsThreadsAtOnce();
      // Longer than its threads stay awake.
      Thread.sleep(5);
    }
  }

  @Test
  void throwsWhatAPieceThrowsAndGoesOn() {
    IllegalStateException failure = new IllegalStateException("one");
    IntConsumer failing =
        piece -> {
          if (piece == 5) throw failure;
        };
    assertSame(failure, assertThrows(IllegalStateException.class, () -> team.run(9, failing)));
    assertThrows(
        StackOverflowError.class,
        () ->
            team.run(
                2,
                piece -> {
                  throw new StackOverflowError();
                }));
    doesEachPieceOnce();
  }

  @Test
  void returnsNoSoonerThanAllPiecesAreDone() {
    for (int i = 0; i < 20; i++) {
      AtomicInteger done = new AtomicInteger();
      team.run(
          3,
          piece -> {
            if (piece > 0) sleep(2);
            done.incrementAndGet();
          });
      assertEquals(3, done.get());
    }
  }

  @Test
  void letsAPieceDoPiecesOfItsOwnAlone() {
    AtomicInteger done = new AtomicInteger();
    team.run(
        4,
        outer -> {
          Thread own = Thread.currentThread();
          team.run(
              3,
              inner -> {
                assertSame(own, Thread.currentThread());
                done.incrementAndGet();
              });
        });
    assertEquals(12, done.get());
  }

  @Test
  void servesSeveralCallers() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    Runnable caller =
        () -> {
          for (int i = 0; i < 50; i++)
            team.run(4, outer -> team.run(3, inner -> done.incrementAndGet()));
        };
    Thread[] callers = {new Thread(caller), new Thread(caller), new Thread(caller)};
    for (Thread thread : callers) thread.start();
    for (Thread thread : callers) thread.join();
    assertEquals(3 * 50 * 4 * 3, done.get());
  }

  @Test
  void keepsNothingAliveThatIsDone() {
    byte[] large = new byte[1 << 20];
    WeakReference<byte[]> reference = new WeakReference<>(large);
    team.run(3, pieceThatUses(large));
    large = null;
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      sleep(5);
      System.gc();
    }
    assertTrue(reference.get() == null, "What is done is still held.");
  }

  @Test
  void worksAloneOnceClosed() {
    team.close();
    doesEachPieceOnce();
  }

  private static IntConsumer pieceThatUses(byte[] array) {
    return piece -> array[piece]++;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
