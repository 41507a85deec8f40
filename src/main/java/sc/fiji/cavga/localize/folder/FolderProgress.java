package sc.fiji.cavga.localize.folder;

/** How far a folder run is. Immutable. */
public final class FolderProgress {

  private final int files;
  private final int total;
  private final String file;
  private final double secondsLeft;

  FolderProgress(int files, int total, String file, double secondsLeft) {
    this.files = files;
    this.total = total;
    this.file = file;
    this.secondsLeft = secondsLeft;
  }

  /** The files that are behind it: done, failed or passed over. */
  public int files() {
    return files;
  }

  /** All files of the run. */
  public int total() {
    return total;
  }

  /** The file that was finished last, relative to the input; empty at the beginning. */
  public String file() {
    return file;
  }

  /** An estimate from the files so far; NaN while there is nothing to estimate from. */
  public double secondsLeft() {
    return secondsLeft;
  }
}
