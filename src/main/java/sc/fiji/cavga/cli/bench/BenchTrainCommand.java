package sc.fiji.cavga.cli.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.compute.ComputeDevice;
import sc.fiji.cavga.lab.TrainBench;
import sc.fiji.cavga.method.local.LocalMethod;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.train.TrainingConfig;

/** Times a training step of the default method. */
@Command(
    name = "train",
    sortOptions = false,
    description = {
      "Trains the method local on drawn eyes and prints one line of JSON.",
      "step_ms is the median of a training step with all that belongs to it, waiting_share what"
          + " training waits for batches. Then each part of a step alone, in milliseconds a batch:"
          + " augment_ms and paint_ms with one thread, features_ms and net_step_ms with all."
    })
final class BenchTrainCommand implements Callable<Integer> {

  private static final int ENOUGH = 1_000_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = LocalMethod.NAME,
      description = "What is trained: local alone; default: ${DEFAULT-VALUE}")
  private String method;

  @Mixin private BenchSizes sizes;

  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException, InterruptedException {
    TrainingConfig config = config();
    ComputeDevice device = threads.startBackend().device();
    JsonObject json = new TrainBench(config, sizes.steps()).run();
    json.addProperty("method", method);
    sizes.describe(json);
    json.addProperty("device", device.name());
    json.addProperty("threads", device.threads());
    spec.commandLine().getOut().println(json);
    return ExitCode.DONE;
  }

  private TrainingConfig config() {
    if (!method.equals(LocalMethod.NAME))
      throw new ParameterException(
          spec.commandLine(), "--method must be local: \"bench\" without \"train\" times cavga.");
    sizes.check();
    try {
      return TrainingConfig.of(method)
          .with(CommonSettings.SIZE, sizes.size())
          .with(CommonSettings.BATCH, sizes.batch())
          .with(LocalSettings.STEPS, ENOUGH)
          .checked();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
