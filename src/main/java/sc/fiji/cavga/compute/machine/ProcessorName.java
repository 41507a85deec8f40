package sc.fiji.cavga.compute.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The processor's model, as its maker calls it. */
public final class ProcessorName {

  private ProcessorName() {}

  /** The model, or the architecture where the system does not tell it. */
  public static String read() {
    return fromLinux(Path.of("/proc/cpuinfo"))
        .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
        .or(ProcessorName::fromMac)
        .orElse(System.getProperty("os.arch"));
  }

  /** The first line "model name : ..." of Linux's list of processors. */
  static Optional<String> fromLinux(Path list) {
    if (!Files.isReadable(list)) return Optional.empty();
    try (Stream<String> lines = Files.lines(list, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .filter(name -> !name.isEmpty())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> fromMac() {
    if (!System.getProperty("os.name", "").startsWith("Mac")) return Optional.empty();
    return SystemCommand.output(5, "sysctl", "-n", "machdep.cpu.brand_string").map(String::strip);
  }
}
