package sc.fiji.cavga.compute;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sc.fiji.cavga.compute.machine.JarVersion;
import sc.fiji.cavga.compute.machine.NativeFailure;
import sc.fiji.cavga.compute.machine.NativePlatform;

/** Why nothing computes, and what to do: one message for the many errors that ND4J throws. */
final class StartFailure {

  /** ND4J dies in a static initializer with any other. */
  static final String JAVACPP_VERSION = "1.5.7";

  private StartFailure() {}

  /**
   * @param loader where the libraries should have been
   * @param system Java's os.name
   * @param architecture Java's os.arch
   * @param cause what ND4J threw
   * @param cache where JavaCPP unpacks the libraries
   */
  static ComputeUnavailableException of(
      ClassLoader loader, String system, String architecture, Throwable cause, Path cache) {
    String machine = system + " " + architecture;
    Optional<NativePlatform> platform = NativePlatform.of(system, architecture);
    if (platform.isEmpty())
      return new ComputeUnavailableException(
          "There is no ND4J library for "
              + machine
              + ": use 64-bit Linux, Windows or macOS on an Intel, AMD or ARM processor"
              + " (Windows: Intel or AMD), with a Java for that processor.",
          cause);
    List<String> fitting = platform.get().librariesFoundBy(loader);
    if (fitting.isEmpty())
      return new ComputeUnavailableException(
          missing(machine, platform.get(), NativePlatform.allLibrariesFoundBy(loader)), cause);
    String javaCpp = JarVersion.of(loader, "org.bytedeco", "javacpp");
    return new ComputeUnavailableException(
        "The ND4J library "
            + String.join(", ", fitting)
            + " is there but did not start on "
            + machine
            + " ("
            + deepest(cause)
            + "): "
            + (javaCpp.equals(JAVACPP_VERSION)
                ? NativeFailure.cure(cause, cache) + ", then start again."
                : "it needs javacpp "
                    + JAVACPP_VERSION
                    + " and found "
                    + javaCpp
                    + ", so remove the other one, then start again."),
        cause);
  }

  private static String missing(String machine, NativePlatform platform, List<String> others) {
    return "The ND4J library for "
        + machine
        + " is missing (needed: nd4j-native for "
        + platform.classifier()
        + "; found: "
        + (others.isEmpty() ? "none" : String.join(", ", others))
        + "): in Fiji run Help > Update... and restart, for the command line run 'mvn package' on"
        + " this machine.";
  }

  private static String deepest(Throwable error) {
    Throwable last = error;
    while (last.getCause() != null && last.getCause() != last) last = last.getCause();
    String message = last.getMessage();
    return message == null
        ? last.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
