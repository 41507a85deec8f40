package sc.fiji.cavga.localize.folder;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.output.ResultTables;
import sc.fiji.cavga.localize.folder.output.Withdrawal;
import sc.fiji.cavga.picture.Picture;

/** One picture of a folder run: examined, its files written, and noted in the journal. */
final class PictureRun {

  /** Gives the picture when it is asked for. */
  interface Slice {
    Picture picture() throws IOException;
  }

  private final PictureWork work;
  private final OutputFolder folder;
  private final Journal journal;
  private final FolderCounts counts;
  private final Withdrawal withdrawal;

  PictureRun(
      PictureWork work,
      OutputFolder folder,
      Journal journal,
      FolderCounts counts,
      Withdrawal withdrawal) {
    this.work = work;
    this.folder = folder;
    this.journal = journal;
    this.counts = counts;
    this.withdrawal = withdrawal;
  }

  /**
   * Examines a picture; why one cannot be examined is noted in its place.
   *
   * @param start when work on it began, as {@link System#nanoTime()} says
   * @return whether it was examined
   * @throws IOException with one sentence when results cannot be written
   */
  boolean run(PictureSource source, Slice slice, long start, BooleanSupplier cancelled)
      throws IOException {
    PictureWork.Outcome outcome;
    List<String> written;
    try {
      outcome = work.examine(slice.picture(), cancelled);
      Localizer.goOn(cancelled);
      written = write(source, outcome);
    } catch (CancellationException | UnwritableException e) {
      throw e;
    } catch (IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError
        | LinkageError e) {
      fail(source, start, e);
      return false;
    }
    List<List<String>> regions = outcome.regions(source.image());
    journal.add(
        source.entry(true, regions.size(), written, outcome.row(source.image(), seconds(start))),
        regions,
        outcome.further(source.image()));
    counts.done(outcome);
    return true;
  }

  private List<String> write(PictureSource source, PictureWork.Outcome outcome)
      throws UnwritableException {
    try {
      folder.requirePresent();
      return outcome.write(folder, source.outputName());
    } catch (IOException e) {
      throw new UnwritableException(e);
    }
  }

  /** Notes why a picture failed. */
  void fail(PictureSource source, long start, Throwable problem) throws IOException {
    folder.requirePresent();
    withdrawal.files(source.replaced(journal));
    journal.add(
        source.entry(
            false,
            0,
            List.of(),
            ResultTables.failed(
                work.columns(),
                work.known(),
                source.image(),
                FailureMessage.of(problem),
                seconds(start))),
        List.of(),
        Map.of());
    counts.failed();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** The disk's problem, which every other picture would have too, and not the picture's. */
  private static final class UnwritableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnwritableException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
