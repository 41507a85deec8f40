package sc.fiji.cavga.localize.folder;

import java.nio.file.Path;
import sc.fiji.cavga.io.OutputMark;

/** What came out of a folder run, counted in pictures: a file may hold several. */
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

  private final FolderCounts counts;
  private final End end;

  /**
   * @param counts of a run that has ended
   */
  FolderSummary(FolderCounts counts, End end) {
    this.counts = counts;
    this.end = end;
  }

  /** Localized in this run. */
  public int done() {
    return counts.done;
  }

  /** Those of the done ones whose score is above its threshold. */
  public int anomalous() {
    return counts.anomalous;
  }

  /** Those of the done ones of which the model can say nothing. */
  public int notJudged() {
    return counts.notJudged;
  }

  /** Those with a message in the table instead of a score. */
  public int failed() {
    return counts.failed;
  }

  /** Passed over, since an earlier run has done them; their rows are in the table. */
  public int skipped() {
    return counts.skipped;
  }

  /** That some were done before, behind other counts of a sentence; empty where none was. */
  public String doneBefore() {
    if (skipped() == 0) return "";
    return skipped() == 1 ? "; 1 was done before" : "; " + skipped() + " were done before";
  }

  /** Files among the input that were passed over, as CAVGA itself has written them. */
  public int results() {
    return counts.inputs.results;
  }

  /** Pictures of earlier runs that are gone, so that their rows and files were taken away. */
  public int removed() {
    return counts.removed;
  }

  /** What was passed over and taken away, in a sentence for each, followed by a space. */
  private String exceptions() {
    String passedOver = counts.inputs.passedOver;
    return (results() == 0 ? "" : OutputMark.passedOver(results()) + " ")
        + (removed() == 0
            ? ""
            : "Rows and files of "
                + (removed() == 1 ? "1 picture that is" : removed() + " pictures that are")
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
