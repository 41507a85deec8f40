package sc.fiji.cavga.cli.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.EngineOption;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.compute.ComputeDevice;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.lab.Bench;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.local.LocalMethod;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.nn.OperationProfile;
import sc.fiji.cavga.train.TrainingConfig;

/** Times training and localizing. */
@Command(
    name = "bench",
    sortOptions = false,
    subcommands = {BenchFolderCommand.class, BenchTrainCommand.class},
    description = {
      "Times training and localizing on random pictures; prints one line of JSON.",
      "Unsupervised; medians per batch: train_step_ms of CAVGA-D; localize_ms with its attention"
          + " map; localize_default_map_ms with the method local: Gaussians and U-Net."
    })
public final class BenchCommand implements Callable<Integer> {

  private static final String ROW = "%-44s %9.2f %9.2f %6.1f %%%n";

  @Spec private CommandSpec spec;

  @Mixin private BenchSizes sizes;

  @Option(
      names = "--width",
      paramLabel = "N",
      defaultValue = "32",
      description = "Feature maps after the first convolution; default: ${DEFAULT-VALUE}")
  private int width;

  @Option(
      names = "--profile",
      description = "Also print the time of each operation of a training step.")
  private boolean profiled;

  @Mixin private EngineOption engine;
  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    TrainingConfig config = config();
    ComputeDevice device = threads.startBackend().device();
    JsonObject json;
    OperationProfile profile = null;
    try (Bench bench = new Bench(config, sizes.batch())) {
      json = new JsonObject();
      json.addProperty("train_step_ms", rounded(bench.trainStepMilliseconds(sizes.steps())));
      if (bench.earlyMemory() > 0) {
        json.addProperty("memory_after_50_steps_mb", megabytes(bench.earlyMemory()));
        json.addProperty("memory_after_all_steps_mb", megabytes(NativeMemory.residentBytes()));
      }
      json.addProperty(
          "localize_ms",
          rounded(bench.localizeMilliseconds(MapKind.ATTENTION, sizes.steps(), engine.engine())));
      json.addProperty(
          "localize_default_map_ms",
          rounded(bench.localizeMilliseconds(MapKind.DEFAULT, sizes.steps(), engine.engine())));
      if (profiled) profile = bench.profile(sizes.steps());
    }
    json.addProperty("peak_memory_mb", rounded(Bench.peakMegabytes()));
    sizes.describe(json);
    json.addProperty("width", width);
    json.addProperty("levels", config.get(CavgaSettings.LEVELS));
    json.addProperty("latent_channels", config.get(CavgaSettings.LATENT_CHANNELS));
    json.addProperty("variant", "d");
    json.addProperty("supervision", "none");
    json.addProperty("engine", engine.engine().label());
    json.addProperty("device", device.name());
    json.addProperty("threads", device.threads());
    spec.commandLine().getOut().println(json);
    if (profile != null) print(profile, spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private TrainingConfig config() {
    sizes.check();
    try {
      return TrainingConfig.of(LocalMethod.NAME + "," + CavgaMethod.NAME)
          .with(CommonSettings.SIZE, sizes.size())
          .with(CavgaSettings.WIDTH, width)
          .with(CavgaSettings.LEVELS, sizes.size() >= 64 ? 4 : 3)
          .checked();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static double megabytes(long bytes) {
    return rounded(bytes / (double) (1 << 20));
  }

  private static double rounded(double value) {
    return Math.round(100 * value) / 100.0;
  }

  /** Means in milliseconds; operations with the same name and output shape share a row. */
  private void print(OperationProfile profile, PrintWriter out) {
    double perStep = 1e-6 / sizes.steps();
    double forward = 0;
    double backward = 0;
    for (OperationProfile.Entry entry : profile.entries()) {
      forward += entry.forward() * perStep;
      backward += entry.backward() * perStep;
    }
    out.printf(Locale.ROOT, "%-44s %9s %9s %8s%n", "operation", "forward", "backward", "share");
    for (OperationProfile.Entry entry : profile.entries())
      out.printf(
          Locale.ROOT,
          ROW,
          entry.name(),
          entry.forward() * perStep,
          entry.backward() * perStep,
          100 * entry.total() * perStep / (forward + backward));
    out.printf(Locale.ROOT, ROW, "all", forward, backward, 100.0);
  }
}
