package sc.fiji.cavga.cli.bench;

import com.google.gson.JsonObject;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How large and how many the pictures are that training is timed with. */
final class BenchSizes {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "128",
      description = "Width and height of the pictures; default: ${DEFAULT-VALUE}")
  private int size;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "8",
      description = "Pictures in a batch; default: ${DEFAULT-VALUE}")
  private int batch;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "10",
      description = "Batches that are timed, after some that are not; default: ${DEFAULT-VALUE}")
  private int steps;

  /**
   * @throws ParameterException with one sentence when there is nothing to time
   */
  void check() {
    if (steps < 1 || batch < 1)
      throw new ParameterException(
          command.commandLine(), "--steps and --batch must be at least 1.");
  }

  int size() {
    return size;
  }

  int batch() {
    return batch;
  }

  int steps() {
    return steps;
  }

  void describe(JsonObject json) {
    json.addProperty("size", size);
    json.addProperty("batch", batch);
    json.addProperty("steps", steps);
  }
}
