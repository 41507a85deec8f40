package sc.fiji.cavga.localize.folder;

/** Counts what comes out of a folder run, and tells how long it will go on. */
final class FolderCounts {

  private final InputFiles inputs;
  private final int removed;
  private int files;
  private int worked;
  private double workedSeconds;
  private int done;
  private int anomalous;
  private int notJudged;
  private int failed;
  private int skipped;

  /**
   * @param removed pictures of earlier runs that are not there any more
   */
  FolderCounts(InputFiles inputs, int removed) {
    this.inputs = inputs;
    this.removed = removed;
  }

  void done(PictureWork.Outcome outcome) {
    done++;
    if (outcome.anomalous()) anomalous++;
    if (!outcome.judged()) notJudged++;
  }

  void failed() {
    failed++;
  }

  void skipped() {
    skipped++;
  }

  /** A file is behind the run without anything done. */
  void passed() {
    files++;
  }

  /** A file is behind the run. */
  void worked(double seconds) {
    files++;
    worked++;
    workedSeconds += seconds;
  }

  FolderProgress progress(String file) {
    int total = inputs.files().size();
    double left = worked == 0 ? Double.NaN : workedSeconds / worked * (total - files);
    return new FolderProgress(files, total, file, left);
  }

  FolderSummary summary(FolderSummary.End end) {
    return new FolderSummary(
        done,
        anomalous,
        notJudged,
        failed,
        skipped,
        end,
        inputs.results(),
        removed,
        inputs.passedOver());
  }
}
