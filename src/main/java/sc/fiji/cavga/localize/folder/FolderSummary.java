package sc.fiji.cavga.localize.folder;

import java.nio.file.Path;

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
  private String passedOver = "";

  FolderSummary(int done, int anomalous, int notJudged, int failed, int skipped, End end) {
    this.done = done;
    this.anomalous = anomalous;
    this.notJudged = notJudged;
    this.failed = failed;
    this.skipped = skipped;
    this.end = end;
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

  /** The same with what the folder holds beside pictures. */
  FolderSummary passing(String others) {
    FolderSummary summary = new FolderSummary(done, anomalous, notJudged, failed, skipped, end);
    summary.passedOver = others;
    return summary;
  }

  /**
   * What the folder holds beside pictures, by kind, and what would read it, in one sentence; empty
   * where there is nothing.
   */
  public String passedOver() {
    return passedOver;
  }

  public End end() {
    return end;
  }

  /** Where the results are, or why it stopped: a sentence for people. */
  public String whereNow(Path output) {
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
