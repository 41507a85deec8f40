package sc.fiji.cavga.compute.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A child that does not compute: what it does instead is told by a system property. */
public final class StandInProcess {

  static final String PROPERTY = "cavga.test.step";

  private StandInProcess() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    Path file = Path.of(arguments[0]);
    String right = StepNumbers.expected().toText().replaceFirst("CPU", "CUDA");
    switch (System.getProperty(PROPERTY)) {
      case "right":
        write(file, right);
        return;
      case "nearly right":
        write(file, right.replaceFirst("shallow.loss 0.7024", "shallow.loss 0.7028"));
        return;
      case "wrong":
        write(file, right.replaceFirst("shallow.loss 0.7", "shallow.loss 0.8"));
        return;
      case "not finite":
        write(file, right.replaceFirst("deep.loss [^\n]*", "deep.loss NaN"));
        return;
      case "less":
        write(file, right.substring(0, right.indexOf("deep.loss")));
        return;
      case "on the CPU":
        write(file, right.replaceFirst("CUDA", "CPU"));
        return;
      case "rubbish":
        write(file, "\u0000backend of something else\n");
        return;
      case "nothing":
        return;
      case "dies":
        System.err.println("# A fatal error has been detected by the Java Runtime Environment");
        Runtime.getRuntime().halt(134);
        return;
      case "hangs":
        Thread.sleep(600_000);
        return;
      default:
        throw new IllegalArgumentException(System.getProperty(PROPERTY));
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
