package sc.fiji.cavga.localize.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.FolderSummary.End;
import sc.fiji.cavga.localize.folder.journal.FileState;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.output.OutputNames;
import sc.fiji.cavga.localize.folder.output.TableWriter;
import sc.fiji.cavga.localize.folder.output.Withdrawal;
import sc.fiji.cavga.read.PictureReader;

/** A run over files, one after the other. */
final class FolderRun {

  private final PictureReader reader;
  private final boolean takesEyesApart;
  private final FolderOptions options;
  private final WrittenFiles written;
  private final Journal journal;
  private final OutputNames names;
  private final FolderCounts counts;
  private final PictureRun pictures;
  private final Withdrawal withdrawal;
  private final BooleanSupplier cancelled;

  FolderRun(
      PictureWork work,
      PictureReader reader,
      FolderOptions options,
      OutputFolder folder,
      Journal journal,
      Withdrawal withdrawal,
      OutputNames names,
      FolderCounts counts,
      BooleanSupplier cancelled) {
    this.reader = reader;
    this.takesEyesApart = work.takesEyesApart();
    this.options = options;
    this.written = new WrittenFiles(folder, options);
    this.journal = journal;
    this.names = names;
    this.counts = counts;
    this.withdrawal = withdrawal;
    this.pictures = new PictureRun(work, folder, journal, counts, withdrawal);
    this.cancelled = () -> cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
  }

  /**
   * @throws IOException with one sentence when results cannot be written any more
   */
  FolderSummary all(Map<String, Path> files, FolderListener listener, TableWriter publishing)
      throws IOException {
    End end;
    try {
      end = each(files, listener, publishing);
    } catch (CancellationException e) {
      end = End.CANCELLED;
    } catch (IOException | RuntimeException e) {
      try {
        publishing.now();
      } catch (IOException alsoThis) {
        e.addSuppressed(alsoThis);
      }
      throw e;
    }
    // An interrupted thread cannot write: what stopped the run must not stop its tables too.
    boolean interrupted = Thread.interrupted();
    try {
      publishing.now();
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
    return counts.summary(end);
  }

  private End each(Map<String, Path> files, FolderListener listener, TableWriter publishing)
      throws IOException {
    listener.progressed(counts.progress(""));
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Localizer.goOn(cancelled);
      boolean succeeded = one(file.getKey(), file.getValue());
      publishing.whenDue();
      listener.progressed(counts.progress(file.getKey()));
      if (!succeeded && options.stopOnError()) return End.STOPPED_ON_ERROR;
    }
    return End.COMPLETE;
  }

  private boolean one(String file, Path path) throws IOException {
    long start = System.nanoTime();
    FileState state = FileState.of(path);
    Collection<JournalEntry> known = journal.entries(file);
    if (!known.isEmpty() && known.size() == known.iterator().next().slices()) {
      boolean finished = true;
      for (JournalEntry entry : known) finished &= finished(entry, state);
      if (finished) {
        for (int i = 0; i < known.size(); i++) counts.skipped();
        counts.passed();
        return true;
      }
    }
    if (known.stream().anyMatch(entry -> !entry.state().same(state))) withdrawal.files(known);
    boolean succeeded = read(file, path, state, start);
    counts.worked((System.nanoTime() - start) / 1e9);
    return succeeded;
  }

  /** Whether an earlier run has done it, with nothing changed or lost since. */
  private boolean finished(JournalEntry entry, FileState state) {
    return entry.succeeded()
        && entry.state().same(state)
        && written.exist(
            OutputNames.slice(entry.name(), entry.slice(), entry.slices()), entry.outputs());
  }

  private boolean read(String file, Path path, FileState state, long start) throws IOException {
    EyePictures eyes;
    try {
      eyes = new EyePictures(reader.read(path), takesEyesApart);
    } catch (IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError
        | LinkageError e) {
      PictureSource whole = new PictureSource(file, state, names.name(file), 0, 1, "");
      pictures.fail(whole, start, e);
      return false;
    }
    boolean succeeded = true;
    long sliceStart = start;
    for (int i = 0; i < eyes.count(); i++) {
      int slice = i;
      if (finishedSlice(file, state, slice, eyes.count())) {
        counts.skipped();
        continue;
      }
      succeeded &=
          pictures.run(
              new PictureSource(
                  file, state, names.name(file), slice, eyes.count(), eyes.suffix(slice)),
              () -> eyes.picture(slice),
              sliceStart,
              cancelled);
      if (!succeeded && options.stopOnError()) return false;
      Localizer.goOn(cancelled);
      sliceStart = System.nanoTime();
    }
    return succeeded;
  }

  private boolean finishedSlice(String file, FileState state, int slice, int slices) {
    for (JournalEntry entry : journal.entries(file))
      if (entry.slice() == slice && entry.slices() == slices && finished(entry, state)) return true;
    return false;
  }
}
