package sc.fiji.cavga.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.error.FailedPictures;
import sc.fiji.cavga.cli.progress.FolderProgressLine;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.folder.FolderListener;
import sc.fiji.cavga.localize.folder.FolderOptions;
import sc.fiji.cavga.localize.folder.FolderSummary;
import sc.fiji.cavga.read.PictureReader;

/** What commands are given that look at a picture or a folder of them, and how they end. */
public final class PictureRunOptions {

  /** What a command does with its pictures. */
  public interface Work {
    FolderSummary run(Path input, Path output, FolderListener listener) throws IOException;
  }

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

  @Option(names = "--overwrite", description = "Begins anew, whatever earlier runs have done")
  private boolean overwrite;

  @Option(names = "--stop-on-error", description = "Ends at the first picture that fails")
  private boolean stopOnError;

  @Option(names = "--no-overlays", description = "Writes no overlay pictures")
  private boolean noOverlays;

  @Option(names = "--no-rois", description = "Writes no ImageJ selections")
  private boolean noRois;

  @Option(
      names = "--orientation",
      paramLabel = "WAY",
      defaultValue = "UPRIGHT",
      description =
          "For files that say that they must be turned: upright (everything lies as the picture is"
              + " seen) or file (as the file's own pixels lie, for programs that do not turn them);"
              + " default: upright")
  private OutputOrientation orientation;

  /**
   * @param maps whether maps are written
   */
  public FolderOptions folder(boolean maps) {
    return new FolderOptions(overwrite, stopOnError, maps, !noOverlays, !noRois).lying(orientation);
  }

  /** With the eye side that was given. */
  public PictureReader reader() {
    return PictureReader.standard().ofSide(eyeSide.side());
  }

  /**
   * Runs to the end with a progress line, and says what came out.
   *
   * @param label what is done with each picture, such as "Localizing"
   * @param sentence the counts, for people
   * @return the exit code
   */
  public int run(
      String label, Work work, Function<FolderSummary, String> sentence, CommandLine line)
      throws IOException {
    PrintWriter err = line.getErr();
    FolderSummary summary =
        FolderProgressLine.show(label, listener -> work.run(input, output, listener), err);
    line.getOut().println(sentence.apply(summary));
    line.getOut().println(summary.whereNow(output));
    if (summary.failed() > 0) FailedPictures.print(output.resolve("results.csv"), err);
    if (summary.end() == FolderSummary.End.STOPPED_ON_ERROR) return ExitCode.FAILED;
    return summary.failed() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }
}
