package sc.fiji.cavga.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.ComputeDevice;
import sc.fiji.cavga.compute.ConvolutionTiming;
import sc.fiji.cavga.compute.check.CheckReport;

/** Says what computes, and how fast. */
@Command(
    name = "device",
    description = "Says what computes here and why, and times one convolution.")
final class DeviceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ThreadOption threads;

  @Option(
      names = "--self-test",
      description = {
        "Computes one training step of tiny networks, on the graphics card where one can be used"
            + " and else on the CPU as a card would, and compares it with the CPU's numbers.",
        "Whoever has a card can send this report to the developers."
      })
  private boolean selfTest;

  @Override
  public Integer call() throws InterruptedException {
    return selfTest ? test() : describe();
  }

  private int test() throws InterruptedException {
    CheckReport report = CheckReport.run(DeviceCommand.class.getClassLoader());
    spec.commandLine().getOut().print(report.text());
    return report.isPassed() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private int describe() {
    ComputeBackend backend = threads.startBackend();
    ComputeDevice device = backend.device();
    PrintWriter out = spec.commandLine().getOut();
    out.println(device.verdict());
    out.println();
    properties(device, backend.timeConvolution())
        .forEach((name, value) -> out.printf(Locale.ROOT, "%-12s %s%n", name, value));
    if (device.isCollectionDisabled()) {
      out.println();
      out.println(
          "Java was started with -XX:+DisableExplicitGC: remove that option, or memory will grow"
              + " until the machine is full.");
    }
    return ExitCode.DONE;
  }

  private static Map<String, String> properties(ComputeDevice device, ConvolutionTiming timing) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("Backend", device.backend());
    properties.put("Device", device.name());
    properties.putAll(device.card());
    properties.put("Threads", device.threads() + " (processors: " + device.processors() + ")");
    properties.put("Memory", "at most " + gigabytes(device.memoryLimit()));
    properties.put("Java heap", "at most " + gigabytes(Runtime.getRuntime().maxMemory()));
    properties.putAll(device.software());
    properties.put("Java", System.getProperty("java.version"));
    properties.put("System", Version.system());
    properties.put(
        "Convolution",
        String.format(
            Locale.ROOT, "%.1f ms (%.0f GFLOP/s)", timing.milliseconds(), timing.gigaflops()));
    return properties;
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1 << 30));
  }
}
