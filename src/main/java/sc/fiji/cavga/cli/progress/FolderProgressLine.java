package sc.fiji.cavga.cli.progress;

import java.io.IOException;
import java.io.PrintWriter;
import sc.fiji.cavga.localize.folder.FolderListener;
import sc.fiji.cavga.localize.folder.FolderSummary;

/** Shows how far a folder run is. */
public final class FolderProgressLine {

  /** A run that tells how far it is. */
  public interface Run {
    FolderSummary run(FolderListener listener) throws IOException;
  }

  private FolderProgressLine() {}

  /**
   * Runs to the end.
   *
   * @param label what is done with each picture, such as "Localizing"
   */
  public static FolderSummary show(String label, Run run, PrintWriter err) throws IOException {
    try (ProgressLine line = ProgressLine.on(err)) {
      return run.run(
          progress ->
              line.show(
                  (label + " " + progress.file()).trim(),
                  progress.files(),
                  Math.max(1, progress.total())));
    }
  }
}
