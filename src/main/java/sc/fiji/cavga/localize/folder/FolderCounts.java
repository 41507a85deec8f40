package sc.fiji.cavga.localize.folder;

import sc.fiji.cavga.localize.folder.work.FinishedPicture;

/** Counts what comes out of a folder run, and tells how long it will go on. */
final class FolderCounts {

  final InputFiles inputs;

  /** Pictures of earlier runs that are not there any more. */
  final int removed;

  int done;
  int anomalous;
  int notJudged;
  int failed;
  int skipped;
  private int files;
  private int worked;
  private long start;

  FolderCounts(InputFiles inputs, int removed) {
    this.inputs = inputs;
    this.removed = removed;
  }

  void add(FinishedPicture picture) {
    if (picture.succeeded()) {
      done++;
      if (picture.anomalous()) anomalous++;
      if (!picture.judged()) notJudged++;
    } else failed++;
  }

  void skipped(int pictures) {
    skipped += pictures;
  }

  /** A file is behind the run without anything done. */
  void passed() {
    files++;
  }

  /** A file is begun. */
  void begun() {
    if (start == 0) start = System.nanoTime();
  }

  /** A file is behind the run. */
  void worked() {
    files++;
    worked++;
  }

  FolderProgress progress(String file) {
    int total = inputs.files.size();
    double seconds = (System.nanoTime() - start) / 1e9;
    double left = worked == 0 ? Double.NaN : seconds / worked * (total - files);
    return new FolderProgress(files, total, file, left);
  }
}
