package sc.fiji.cavga.cli;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Stands for the jar's program: says how Java was started and what it was given. */
final class EchoProgram {

  private EchoProgram() {}

  /** Ends with exit code 7 if the last argument is "fail". */
  public static void main(String... arguments) {
    String options = String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
    System.out.println(options.contains("-XX:SharedArchiveFile=") ? "with archive" : "without");
    System.out.println(Arrays.toString(arguments));
    boolean fail = arguments.length > 0 && arguments[arguments.length - 1].equals("fail");
    System.exit(fail ? 7 : 0);
  }
}
