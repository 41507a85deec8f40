package sc.fiji.cavga.compute.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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

  static StepNumbers compute() {
    Map<String, float[]> rows = new LinkedHashMap<>();
    String backend = null;
    for (TrainingStep step :
        ServiceLoader.load(TrainingStep.class, StepProcess.class.getClassLoader())) {
      StepNumbers numbers = step.compute();
      backend = numbers.backend();
      rows.putAll(numbers.rows());
    }
    if (backend == null) throw new IllegalStateException("There is no training step to compute.");
    return new StepNumbers(backend, rows);
  }

  /**
   * @param arguments the file to write the numbers to
   */
  public static void main(String... arguments) throws IOException {
    compute().write(Path.of(arguments[0]));
  }
}
