package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.option.EngineOption;
import sc.fiji.cavga.cli.option.MapOption;
import sc.fiji.cavga.cli.option.OutputKinds;
import sc.fiji.cavga.cli.option.PictureRunOptions;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.FolderLocalizer;
import sc.fiji.cavga.localize.folder.FolderSummary;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;

/** Shows where pictures differ from what a model knows as normal. */
@Command(
    name = "localize",
    sortOptions = false,
    description = {
      "Writes maps, overlays, regions and tables for a picture or all pictures of a folder.",
      "A picture that fails has its row in results.csv; a run that was stopped goes on where it was"
          + " when it is started again."
    })
final class LocalizeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "NAME|FILE",
      description =
          "The name of a model that comes with the software, or a model file; default: "
              + ShippedModels.HEALTHY_FUNDUS)
  private Path model;

  @Mixin private PictureRunOptions pictures;

  @Mixin private MapOption map;

  @Option(
      names = "--judge-anyway",
      description =
          "Judges also what cannot be judged, such as pictures that are no fundus photographs, and"
              + " warns")
  private boolean judgeAnyway;

  @Option(
      names = "--smallest-region",
      paramLabel = "AREA",
      defaultValue = "" + Localizer.SMALLEST_REGION,
      description =
          "Regions of fewer pixels of the network's size are left out; default: ${DEFAULT-VALUE}")
  private double smallestRegion;

  @Option(names = "--no-maps", description = "Writes no 32-bit maps")
  private boolean noMaps;

  @Mixin private OutputKinds kinds;

  @Mixin private EngineOption engine;

  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    if (!(smallestRegion >= 0))
      throw new ParameterException(
          spec.commandLine(), "--smallest-region must be 0 or more, not " + smallestRegion + ".");
    TrainedModel cavga = model();
    threads.startBackend();
    try (Localizer localizer =
        new Localizer(cavga, map.kind(), smallestRegion, judgeAnyway, engine.engine())) {
      FolderLocalizer folders =
          new FolderLocalizer(localizer, pictures.reader(), kinds.chosen(pictures.folder(!noMaps)));
      return pictures.run(
          "Localizing",
          (input, output, listener) -> folders.run(input, output, listener, () -> false),
          LocalizeCommand::sentence,
          spec.commandLine());
    }
  }

  /** What judges is said where nobody has chosen it. */
  private TrainedModel model() throws IOException {
    if (model != null) return ShippedModels.read(model);
    String name = ShippedModels.HEALTHY_FUNDUS;
    PrintWriter err = spec.commandLine().getErr();
    err.println("The model is " + name + ", which comes with the software; --model names another.");
    err.flush();
    return ShippedModels.read(Paths.get(name));
  }

  private static String sentence(FolderSummary summary) {
    return "Localized "
        + pictures(summary.done())
        + ", "
        + summary.anomalous()
        + " of them anomalous"
        + (summary.notJudged() == 0 ? "; " : ", " + summary.notJudged() + " not judged; ")
        + summary.failed()
        + " failed"
        + summary.doneBefore()
        + ".";
  }

  private static String pictures(int count) {
    return count == 1 ? "1 picture" : count + " pictures";
  }
}
