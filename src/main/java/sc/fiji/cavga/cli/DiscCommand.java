package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.error.FailedPictures;
import sc.fiji.cavga.cli.option.EyeSideOption;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.cli.progress.FolderProgressLine;
import sc.fiji.cavga.localize.disc.DiscMeasurer;
import sc.fiji.cavga.localize.disc.DiscWork;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.FolderSummary;
import sc.fiji.cavga.localize.folder.FolderWorker;
import sc.fiji.cavga.read.PictureReader;

/** Measures optic disc, cup and rim without a model. */
@Command(
    name = "disc",
    sortOptions = false,
    description = {
      "Measures optic disc, cup and rim of a picture or all pictures of a folder, without a model.",
      "Where the disc cannot be seen there is a reason and no number; a picture that fails has its"
          + " row in results.csv; a run that was stopped goes on where it was when it is started"
          + " again."
    })
final class DiscCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

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

  @Mixin private EyeSideOption eyeSide;

  @Option(
      names = "--disc-networks",
      paramLabel = "FILE",
      description =
          "What train-disc has written; default: the networks that come with the software")
  private Path networks;

  @Option(names = "--overwrite", description = "Begins anew, whatever earlier runs have done")
  private boolean overwrite;

  @Option(names = "--stop-on-error", description = "Ends at the first picture that fails")
  private boolean stopOnError;

  @Option(names = "--no-overlays", description = "Writes no overlay pictures")
  private boolean noOverlays;

  @Option(names = "--no-rois", description = "Writes no ImageJ selections")
  private boolean noRois;

  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    threads.startBackend();
    PrintWriter err = spec.commandLine().getErr();
    FolderOptions options = new FolderOptions(overwrite, stopOnError, false, !noOverlays, !noRois);
    PictureReader reader = PictureReader.standard().ofSide(eyeSide.side());
    FolderSummary summary;
    try (DiscMeasurer measurer = DiscMeasurer.of(networks)) {
      FolderWorker worker = new FolderWorker(new DiscWork(measurer, options), reader, options);
      summary =
          FolderProgressLine.show(
              "Measuring", listener -> worker.run(input, output, listener, () -> false), err);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(DiscWork.sentence(summary));
    out.println(summary.whereNow(output));
    if (summary.failed() > 0) FailedPictures.print(output.resolve("results.csv"), err);
    if (summary.end() == FolderSummary.End.STOPPED_ON_ERROR) return ExitCode.FAILED;
    return summary.failed() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }
}
