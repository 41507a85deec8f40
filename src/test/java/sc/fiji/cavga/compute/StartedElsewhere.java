package sc.fiji.cavga.compute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;
import sc.fiji.cavga.compute.machine.QuietConsole;

/** What a forked Java process does: starts, builds a gradient, and writes down what it saw. */
public final class StartedElsewhere {

  private StartedElsewhere() {}

  /**
   * @param arguments the file to write the verdict or the error's message to
   */
  public static void main(String... arguments) throws Exception {
    Files.writeString(Path.of(arguments[0]), observe());
    System.exit(0);
  }

  private static String observe() throws Exception {
    try {
      ComputeDevice device = ComputeBackend.start().device();
      String gradient = QuietConsole.during(StartedElsewhere::gradient);
      return device.verdict() + " Gradient " + gradient;
    } catch (ComputeUnavailableException e) {
      return secondMessage(e);
    }
  }

  private static String gradient() throws IOException {
    SameDiff graph = SameDiff.create();
    SDVariable weight = graph.var("w", Nd4j.scalar(3f));
    weight.mul(weight).sum().markAsLoss();
    return String.valueOf(graph.calculateGradients(null, "w").get("w").getFloat(0));
  }

  /** The message of a second try, which must be the first one's. */
  private static String secondMessage(ComputeUnavailableException first) {
    try {
      ComputeBackend.start();
    } catch (ComputeUnavailableException second) {
      return first.getMessage().equals(second.getMessage()) ? second.getMessage() : "differs";
    }
    return "started the second time";
  }
}
