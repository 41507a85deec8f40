package sc.fiji.cavga.command.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scijava.Context;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import sc.fiji.cavga.command.Commands;

@Timeout(60)
class CancellableTaskTest {

  private final Context context = Commands.context();
  private final Task shown = context.service(TaskService.class).createTask("work");
  private final AtomicBoolean otherwiseCancelled = new AtomicBoolean();
  private final CancellableTask task = new CancellableTask(shown, otherwiseCancelled::get);

  @AfterEach
  void dispose() {
    task.close();
    context.dispose();
  }

  @Test
  void awaitsWorkThatEnds() {
    AtomicBoolean done = new AtomicBoolean();
    task.await("Starting", () -> done.set(true));
    assertTrue(done.get());
    assertFalse(task.isCancelled());
  }

  @Test
  void throwsWhatTheWorkThrows() {
    IllegalStateException failure = new IllegalStateException("no engine");
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                task.await(
                    "Starting",
                    () -> {
                      throw failure;
                    })));
  }

  /** As ND4J's start does, which no interrupt ends. */
  @Test
  void awaitsUninterruptibleWorkNoLongerThanUntilItIsCancelled() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Thread canceller =
        new Thread(
            () -> {
              awaitUninterruptibly(begun);
              shown.cancel("enough");
            });
    canceller.start();
    CancellationException thrown =
        assertThrows(
            CancellationException.class,
            () ->
                task.await(
                    "Starting",
                    () -> {
                      begun.countDown();
                      awaitUninterruptibly(mayEnd);
                      ended.countDown();
                    }));
    assertEquals("Cancelled before the work began; nothing was written.", thrown.getMessage());
    assertEquals(1, ended.getCount());
    mayEnd.countDown();
    assertTrue(ended.await(30, TimeUnit.SECONDS), "the work goes on to its end");
    canceller.join();
  }

  @Test
  void heedsTheOtherWayOfCancelling() {
    CountDownLatch never = new CountDownLatch(1);
    otherwiseCancelled.set(true);
    assertThrows(
        CancellationException.class,
        () -> task.await("Starting", () -> awaitUninterruptibly(never)));
    never.countDown();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException goOn) {
        // As native code does.
      }
    }
  }
}
