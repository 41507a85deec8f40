package sc.fiji.cavga.cli.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.compute.ComputeDevice;
import sc.fiji.cavga.lab.FolderBench;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;

/** Times how a folder of pictures is localized. */
@Command(
    name = "folder",
    sortOptions = false,
    description = {
      "Localizes a folder of pictures once, without a warm-up, and prints one line of JSON.",
      "run_s is the whole run, run_with_start_s with Java's start; median_picture_s is of the"
          + " pictures' own times, in which others may be done beside; cores_busy is the"
          + " processors' time over the run's. The results are removed."
    })
final class BenchFolderCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME|FILE",
      description =
          "The name of a model that comes with the software, such as healthy-fundus, or a model file")
  private Path model;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "DIR",
      description = "A folder of pictures")
  private Path input;

  @Option(
      names = "--tables-only",
      description = "Writes tables, and no maps, overlays and selections")
  private boolean tablesOnly;

  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    TrainedModel cavga = ShippedModels.read(model);
    ComputeDevice device = threads.startBackend().device();
    JsonObject json = FolderBench.run(cavga, input, tablesOnly);
    json.addProperty("tables_only", tablesOnly);
    json.addProperty("device", device.name());
    json.addProperty("threads", device.threads());
    spec.commandLine().getOut().println(json);
    return ExitCode.DONE;
  }
}
