package sc.fiji.cavga.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import sc.fiji.cavga.compute.machine.NativeMemory;

/** The most physical memory that this process has held. */
public final class PeakMemory {

  private static final Path STATUS = Paths.get("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private PeakMemory() {}

  /** As Linux says; elsewhere what is held now, which for steady work is about the same. */
  public static double megabytes() {
    try {
      for (String line : Files.readAllLines(STATUS))
        if (line.startsWith(PEAK)) return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
    } catch (IOException notLinux) {
      return held();
    }
    return held();
  }

  private static double held() {
    return NativeMemory.residentBytes() / (double) (1 << 20);
  }
}
