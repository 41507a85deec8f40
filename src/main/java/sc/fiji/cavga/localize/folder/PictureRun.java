package sc.fiji.cavga.localize.folder;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.FurtherColumns;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.output.ResultTables;
import sc.fiji.cavga.picture.Picture;

/** One picture of a folder run: localized, its files written, and noted in the journal. */
final class PictureRun {

  /** Gives the picture when it is asked for. */
  interface Slice {
    Picture picture() throws IOException;
  }

  private final Localizer localizer;
  private final OutputFolder folder;
  private final PictureOutputs outputs;
  private final Journal journal;
  private final FolderCounts counts;
  private final int further;

  PictureRun(
      Localizer localizer,
      OutputFolder folder,
      PictureOutputs outputs,
      Journal journal,
      FolderCounts counts) {
    this.localizer = localizer;
    this.folder = folder;
    this.outputs = outputs;
    this.journal = journal;
    this.counts = counts;
    this.further = FurtherColumns.names(localizer).size();
  }

  /**
   * Localizes a picture; why one cannot be localized is noted in its place.
   *
   * @param start when work on it began, as {@link System#nanoTime()} says
   * @return whether it was localized
   * @throws IOException with one sentence when results cannot be written
   */
  boolean run(PictureSource source, Slice slice, long start, BooleanSupplier cancelled)
      throws IOException {
    Localization localization;
    List<String> written;
    try {
      Picture picture = slice.picture();
      localization = localizer.localize(picture, cancelled);
      Localizer.goOn(cancelled);
      written = write(source, picture, localization);
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
    journal.add(
        source.entry(
            true,
            localization.regions().size(),
            written,
            ResultTables.done(source.image(), localization, seconds(start))),
        ResultTables.regions(source.image(), localization.regions()),
        ResultTables.further(source.image(), localization));
    counts.done(localization);
    return true;
  }

  private List<String> write(PictureSource source, Picture picture, Localization localization)
      throws UnwritableException {
    try {
      folder.requirePresent();
      return outputs.write(source.outputName(), picture, localization);
    } catch (IOException e) {
      throw new UnwritableException(e);
    }
  }

  /** Notes why a picture failed. */
  void fail(PictureSource source, long start, Throwable problem) throws IOException {
    folder.requirePresent();
    journal.add(
        source.entry(
            false,
            0,
            List.of(),
            ResultTables.failed(
                source.image(), FailureMessage.of(problem), seconds(start), further)),
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
