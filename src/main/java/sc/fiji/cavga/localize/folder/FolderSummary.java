package sc.fiji.cavga.localize.folder;

import java.nio.file.Path;
import sc.fiji.cavga.io.OutputMark;

/** What came out of a folder run, counted in pictures: a file may hold several. Immutable. */
public final class FolderSummary {

  /** How a run ended. */
  public enum End {
    /** All files are behind it. */
    COMPLETE,
    /** A picture failed, and the run was to end there. */
    STOPPED_ON_ERROR,
    /** Somebody cancelled it; a later run goes on from here. */
    CANCELLED
  }

  private final int done;
  private final int anomalous;
  private final int notJudged;
  private final int failed;
  private final int skipped;
  private final End end;
  private final int results;
  private final int removed;
  private final String passedOver;

  /**
   * @param results files among the input that CAVGA itself has written
   * @param removed pictures of earlier runs that are not there any more
   * @param passedOver what else the folder holds, in one sentence; empty for nothing
   */
  FolderSummary(
      int done,
      int anomalous,
      int notJudged,
      int failed,
      int skipped,
      End end,
      int results,
      int removed,
      String passedOver) {
    this.done = done;
    this.anomalous = anomalous;
    this.notJudged = notJudged;
    this.failed = failed;
    this.skipped = skipped;
    this.end = end;
    this.results = results;
    this.removed = removed;
    this.passedOver = passedOver;
  }

  /** Localized in this run. */
  public int done() {
    return done;
  }

  /** Those of the done ones whose score is above its threshold. */
  public int anomalous() {
    return anomalous;
  }

  /** Those of the done ones of which the model can say nothing. */
  public int notJudged() {
    return notJudged;
  }

  /** Those with a message in the table instead of a score. */
  public int failed() {
    return failed;
  }

  /** Passed over, since an earlier run has done them; their rows are in the table. */
  public int skipped() {
    return skipped;
  }

  /** Files among the input that were passed over, as CAVGA itself has written them. */
  public int results() {
    return results;
  }

  /** Pictures of earlier runs that are gone, so that their rows and files were taken away. */
  public int removed() {
    return removed;
  }

  /** What was passed over and taken away, in a sentence for each, followed by a space. */
  private String exceptions() {
    return (results == 0 ? "" : OutputMark.passedOver(results) + " ")
        + (removed == 0
            ? ""
            : "Rows and files of "
                + (removed == 1 ? "1 picture that is" : removed + " pictures that are")
                + " gone were taken away. ")
        + (passedOver.isEmpty() ? "" : passedOver + " ");
  }

  public End end() {
    return end;
  }

  /** What was not looked at, and where the results are or why it stopped: for people. */
  public String whereNow(Path output) {
    return exceptions() + ending(output);
  }

  private String ending(Path output) {
    switch (end) {
      case CANCELLED:
        return "It was cancelled; run it again to go on into " + output + ".";
      case STOPPED_ON_ERROR:
        return "It stopped at a picture that failed; the last row of "
            + output.resolve("results.csv")
            + " says why.";
      default:
        return "The results are in " + output + ".";
    }
  }
}
