package sc.fiji.cavga.command.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import java.awt.event.KeyEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.event.EventService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import sc.fiji.cavga.command.Commands;

class LegacyStatusTest {

  private final Context context = Commands.context();
  private final LegacyStatus status = new LegacyStatus();
  private final CountDownLatch cancelled = new CountDownLatch(1);

  @AfterEach
  void dispose() {
    status.clear();
    context.dispose();
    IJ.resetEscape();
  }

  private Task begun() {
    context.service(EventService.class).subscribe(status);
    Task task = context.service(TaskService.class).createTask("looking at one large picture");
    task.setCancelCallBack(cancelled::countDown);
    task.start();
    return task;
  }

  /** As while one picture is localized, when nothing is told for seconds. */
  @Test
  void escapeCancelsATaskThatTellsNothing() throws Exception {
    Task task = begun();
    IJ.setKeyDown(KeyEvent.VK_ESCAPE);
    assertTrue(cancelled.await(20, TimeUnit.SECONDS));
    assertEquals("Escape was pressed", task.getCancelReason());
  }

  @Test
  void escapeOfBeforeOrAfterCancelsNothing() throws Exception {
    Task task = begun();
    assertFalse(cancelled.await(200, TimeUnit.MILLISECONDS));
    task.finish();
    IJ.setKeyDown(KeyEvent.VK_ESCAPE);
    assertFalse(cancelled.await(200, TimeUnit.MILLISECONDS));
    assertFalse(task.isCanceled());
  }
}
