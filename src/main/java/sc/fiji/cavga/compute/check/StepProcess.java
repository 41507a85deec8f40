package sc.fiji.cavga.compute.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** The Java process that computes the step: a card that fails may take a process with it. */
public final class StepProcess {

  /** System property that is set in such a process, in which no card is tried out again. */
  static final String PROPERTY = "cavga.check.running";

  private StepProcess() {}

  /** Whether this process is such a one. */
  public static boolean isThis() {
    return System.getProperty(PROPERTY) != null;
  }

  static TrainingStep step() {
    return ServiceLoader.load(TrainingStep.class, StepProcess.class.getClassLoader())
        .iterator()
        .next();
  }

  /**
   * @param arguments the file to write the numbers to
   */
  public static void main(String... arguments) throws IOException {
    step().compute().write(Path.of(arguments[0]));
  }
}
