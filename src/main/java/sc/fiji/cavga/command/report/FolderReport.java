package sc.fiji.cavga.command.report;

import java.nio.file.Path;
import sc.fiji.cavga.localize.folder.FolderSummary;

/** A folder run in two sentences. */
public final class FolderReport {

  private FolderReport() {}

  /** Counts, and where the results are or why it stopped. */
  public static String of(FolderSummary found, Path output) {
    String counts =
        found.done()
            + " localized, "
            + found.anomalous()
            + " of them anomalous, "
            + found.failed()
            + " failed, "
            + found.skipped()
            + " passed over as done before. ";
    switch (found.end()) {
      case CANCELLED:
        return counts + "It was cancelled; run it again to go on into " + output + ".";
      case STOPPED_ON_ERROR:
        return counts
            + "It stopped at a picture that failed; the last row of "
            + output.resolve("results.csv")
            + " says why.";
      default:
        return counts + "The results are in " + output + ".";
    }
  }
}
