package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.error.FailedPictures;
import sc.fiji.cavga.cli.option.EyeSideOption;
import sc.fiji.cavga.cli.option.MapOption;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.cli.progress.FolderProgressLine;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.FolderLocalizer;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.FolderSummary;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.read.PictureReader;

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

  @Option(names = "--model", required = true, paramLabel = "FILE", description = "A model file")
  private Path model;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE|DIR",
      description = "A picture, a stack, or a folder with subfolders")
  private Path input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results")
  private Path output;

  @Mixin private MapOption map;

  @Mixin private EyeSideOption eyeSide;

  @Option(
      names = "--judge-anyway",
      description =
          "Judges also what cannot be judged, such as pictures that are no fundus photographs, and"
              + " warns")
  private boolean judgeAnyway;

  @Option(names = "--overwrite", description = "Begins anew, whatever earlier runs have done")
  private boolean overwrite;

  @Option(names = "--stop-on-error", description = "Ends at the first picture that fails")
  private boolean stopOnError;

  @Option(
      names = "--smallest-region",
      paramLabel = "AREA",
      defaultValue = "" + Localizer.SMALLEST_REGION,
      description =
          "Regions of fewer pixels of the network's size are left out; default: ${DEFAULT-VALUE}")
  private double smallestRegion;

  @Option(names = "--no-maps", description = "Writes no 32-bit maps")
  private boolean noMaps;

  @Option(names = "--no-overlays", description = "Writes no overlay pictures")
  private boolean noOverlays;

  @Option(names = "--no-rois", description = "Writes no ImageJ selections")
  private boolean noRois;

  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    if (!(smallestRegion >= 0))
      throw new ParameterException(
          spec.commandLine(), "--smallest-region must be 0 or more, not " + smallestRegion + ".");
    TrainedModel cavga = ModelFile.read(model);
    threads.startBackend();
    FolderOptions options =
        new FolderOptions(overwrite, stopOnError, !noMaps, !noOverlays, !noRois);
    FolderSummary summary;
    try (Localizer localizer = new Localizer(cavga, map.kind(), smallestRegion, judgeAnyway)) {
      summary =
          run(
              new FolderLocalizer(
                  localizer, PictureReader.standard().ofSide(eyeSide.side()), options),
              input,
              output,
              spec.commandLine().getErr());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(sentence(summary));
    out.println(summary.whereNow(output));
    if (summary.failed() > 0)
      FailedPictures.print(output.resolve("results.csv"), spec.commandLine().getErr());
    if (summary.end() == FolderSummary.End.STOPPED_ON_ERROR) return ExitCode.FAILED;
    return summary.failed() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  /** With a progress line. */
  static FolderSummary run(FolderLocalizer localizer, Path input, Path output, PrintWriter err)
      throws IOException {
    return FolderProgressLine.show(
        "Localizing", listener -> localizer.run(input, output, listener, () -> false), err);
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
        + (summary.skipped() == 0 ? "" : "; " + summary.skipped() + " were done before")
        + ".";
  }

  private static String pictures(int count) {
    return count == 1 ? "1 picture" : count + " pictures";
  }
}
