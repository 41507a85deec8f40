package sc.fiji.cavga.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TrainingControlTest {

  @Test
  void cancellingEndsAWait() throws Exception {
    TrainingControl control = new TrainingControl();
    CountDownLatch waiting = new CountDownLatch(1);
    Thread button =
        new Thread(
            () -> {
              try {
                waiting.await();
                control.cancel();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    button.start();
    assertThrows(
        InterruptedException.class,
        () ->
            control.await(
                () -> {
                  waiting.countDown();
                  // As a disk that never answers; only an interrupt ends it.
                  new CountDownLatch(1).await();
                  return "never";
                }));
    button.join();
    assertFalse(Thread.currentThread().isInterrupted());
    assertThrows(InterruptedException.class, control::check);
  }

  @Test
  void cancellingBetweenWaitsDoesNotInterruptTheThread() throws Exception {
    TrainingControl control = new TrainingControl();
    assertEquals("picture", control.await(() -> "picture"));
    control.cancel();
    assertFalse(Thread.currentThread().isInterrupted());
    assertThrows(InterruptedException.class, () -> control.await(() -> "picture"));
  }

  @Test
  void anInterruptFromOutsideStopsToo() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> new TrainingControl().check());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void aTaskThatWasCancelledStaysSo() {
    boolean[] cancelled = {true};
    TrainingControl control = new TrainingControl(() -> cancelled[0]);
    assertThrows(InterruptedException.class, control::check);
    cancelled[0] = false;
    assertThrows(InterruptedException.class, control::check);
  }

  @Test
  void aStepIsAbandonedOnCancellationAlone() {
    TrainingControl control = new TrainingControl();
    control.abandonIfCancelled();
    control.finish();
    control.abandonIfCancelled();
    control.cancel();
    assertThrows(CancellationException.class, control::abandonIfCancelled);
    TrainingControl task = new TrainingControl(() -> true);
    assertThrows(CancellationException.class, task::abandonIfCancelled);
    assertThrows(InterruptedException.class, task::check);
  }
}
