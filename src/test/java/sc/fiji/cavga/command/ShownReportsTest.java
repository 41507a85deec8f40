package sc.fiji.cavga.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.macro.Interpreter;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** Of a command that reports something, as Fiji runs it. */
class ShownReportsTest {

  @AfterEach
  void end() {
    Interpreter.batchMode = false;
  }

  private static Module ran() throws InterruptedException, ExecutionException {
    try (Context context = new Context()) {
      return context.service(CommandService.class).run(ComputeDeviceCommand.class, true).get();
    }
  }

  @Test
  void fijiShowsNoWindowInBatchMode() throws Exception {
    Interpreter.batchMode = true;
    Module module = ran();
    assertTrue(module.isOutputResolved("report"));
    assertFalse(module.getOutput("report").toString().isEmpty());
  }

  @Test
  void elsewhereFijiShowsTheReport() throws Exception {
    Module module = ran();
    assertEquals(
        1,
        java.util.stream.StreamSupport.stream(module.getInfo().outputs().spliterator(), false)
            .filter(item -> item.getName().equals("report"))
            .count());
    assertFalse(module.isOutputResolved("report"));
  }
}
