package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.DatasetOptions;
import sc.fiji.cavga.cli.option.GroupOption;
import sc.fiji.cavga.cli.option.MapOption;
import sc.fiji.cavga.cli.option.OverwriteOption;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.cli.option.TrainingOptions;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.io.WritableFolder;
import sc.fiji.cavga.lab.TrialTable;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.train.TrainingConfig;

/** A row of docs/research: the same training with several classes and seeds, each measured. */
@Command(
    name = "trials",
    sortOptions = false,
    description = {
      "Trains and evaluates once for each class and seed, and prints means and spreads.",
      "Trials that were done before with the same settings are taken as they are, so that a run"
          + " that was broken off goes on."
    })
final class TrialsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private DatasetOptions dataset;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      defaultValue = "0,1,2",
      description = "One training for each; default: ${DEFAULT-VALUE}")
  private List<Long> seeds;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for trials.csv and, in folders of their own, all models and reports")
  private Path output;

  @Mixin private GroupOption group;
  @Mixin private OverwriteOption overwrite;

  @Mixin private TrainingOptions training;
  @Mixin private MapOption map;
  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (training.seeded())
      throw new ParameterException(
          spec.commandLine(), "Trials have seeds of their own: give --seeds instead of --seed.");
    List<String> classes = dataset.classes();
    TrainingConfig config = training.config(dataset.subject(), dataset.takesTestAnomalies());
    WritableFolder.require(output);
    threads.startBackend();
    TrialTable table = new TrialTable();
    for (String normalClass : classes)
      for (long seed : seeds) {
        String name = normalClass == null ? "seed " + seed : normalClass + ", seed " + seed;
        Path folder = output.resolve(normalClass == null ? "" + seed : normalClass + "-" + seed);
        Trial trial =
            new Trial(
                folder,
                config.with(CommonSettings.SEED, seed),
                map.kind(),
                group.text().orElse(null));
        boolean done = trial.done();
        err.println(name + (done ? ": done before" : ""));
        err.flush();
        if (!done && !overwrite.isGiven()) trial.requireOwn();
        if (!done) {
          Dataset pictures = group.of(dataset.openForTrial(normalClass, seed));
          pictures.warnings().forEach(err::println);
          trial.run(pictures, err);
        }
        table.add(normalClass == null ? "all" : normalClass, seed, trial.metrics());
        table.write(output.resolve("trials.csv"));
      }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        classes.size() * seeds.size() + " trials; means over all, and spreads over the seeds:");
    table.summary().forEach(out::println);
    return ExitCode.DONE;
  }
}
