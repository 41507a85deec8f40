package sc.fiji.cavga.command;

import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.cavga.command.task.CancellableTask;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.ConvolutionTiming;

/** Says what computes, and how fast. */
@Plugin(type = Command.class, menuPath = "Plugins>CAVGA>CAVGA Compute Device...", headless = true)
public final class ComputeDeviceCommand extends CavgaCommand {

  @Parameter(
      label = "CAVGA compute device",
      description = "What computes here and why, and how long one convolution takes.",
      type = ItemIO.OUTPUT)
  private String report;

  @Override
  protected void execute() {
    try (CancellableTask task = begin("Asking for the compute device")) {
      task.show("Timing a convolution", 0);
      ComputeBackend backend = ComputeBackend.start();
      ConvolutionTiming timing = backend.timeConvolution();
      StringBuilder card = new StringBuilder();
      backend
          .device()
          .card()
          .forEach(
              (name, value) -> card.append(String.format(Locale.ROOT, "%n%s: %s", name, value)));
      report =
          String.format(
                  Locale.ROOT,
                  "%s%nOne convolution takes %.1f ms (%.0f GFLOP/s).",
                  backend.device().verdict(),
                  timing.milliseconds(),
                  timing.gigaflops())
              + card;
    }
  }
}
