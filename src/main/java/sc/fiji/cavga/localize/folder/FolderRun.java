package sc.fiji.cavga.localize.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.FolderSummary.End;
import sc.fiji.cavga.localize.folder.journal.FileState;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.output.OutputNames;
import sc.fiji.cavga.localize.folder.output.TableWriter;
import sc.fiji.cavga.localize.folder.output.Withdrawal;
import sc.fiji.cavga.localize.folder.work.FileTask;
import sc.fiji.cavga.localize.folder.work.FileTasks;
import sc.fiji.cavga.localize.folder.work.FinishedPicture;
import sc.fiji.cavga.localize.folder.work.PictureWork;
import sc.fiji.cavga.localize.folder.work.Surroundings;
import sc.fiji.cavga.read.PictureReader;

/** A run over files, several at a time. Whatever is noted is noted in their order. */
final class FolderRun {

  private final PictureWork work;
  private final Surroundings run;
  private final FolderOptions options;
  private final OutputFolder folder;
  private final WrittenFiles written;
  private final Journal journal;
  private final OutputNames names;
  private final FolderCounts counts;
  private final Withdrawal withdrawal;
  private final BooleanSupplier cancelled;

  /** Tasks that were begun and are not behind the run, in order. */
  private final Deque<FileTask> coming = new ArrayDeque<>();

  private volatile boolean ending;

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
    this.work = work;
    this.options = options;
    this.folder = folder;
    this.written = new WrittenFiles(folder, options);
    this.journal = journal;
    this.names = names;
    this.counts = counts;
    this.withdrawal = withdrawal;
    this.cancelled = () -> ending || cancelled.getAsBoolean();
    this.run = new Surroundings(reader, folder, options.stopOnError(), this.cancelled);
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
    return new FolderSummary(counts, end);
  }

  private End each(Map<String, Path> files, FolderListener listener, TableWriter publishing)
      throws IOException {
    listener.progressed(counts.progress(""));
    try (FileTasks tasks = new FileTasks(work, run, files.size())) {
      try {
        return inOrder(files, tasks, listener, publishing);
      } finally {
        ending = true;
        for (FileTask task : coming) settle(task);
      }
    }
  }

  private End inOrder(
      Map<String, Path> files, FileTasks tasks, FolderListener listener, TableWriter publishing)
      throws IOException {
    Iterator<Map.Entry<String, Path>> left = files.entrySet().iterator();
    while (left.hasNext() || !coming.isEmpty()) {
      goOn();
      if (left.hasNext() && coming.size() < tasks.ahead()) {
        Map.Entry<String, Path> file = left.next();
        if (begins(file.getKey(), file.getValue(), tasks)) continue;
        counts.passed();
        listener.progressed(counts.progress(file.getKey()));
        continue;
      }
      FileTask task = coming.element();
      boolean succeeded = true;
      for (Optional<FinishedPicture> each = next(task); each.isPresent(); each = next(task))
        succeeded &= note(each.get());
      coming.remove();
      counts.skipped(task.skipped());
      counts.worked();
      publishing.whenDue();
      listener.progressed(counts.progress(task.file()));
      if (!succeeded && options.stopOnError()) return End.STOPPED_ON_ERROR;
    }
    return End.COMPLETE;
  }

  private void goOn() {
    Localizer.goOn(() -> cancelled.getAsBoolean() || Thread.currentThread().isInterrupted());
  }

  /** False where an earlier run has done it, with nothing changed or lost since. */
  private boolean begins(String file, Path path, FileTasks tasks) throws IOException {
    FileState state = FileState.of(path);
    Collection<JournalEntry> known = journal.entries(file);
    List<JournalEntry> finished =
        known.stream().filter(entry -> isFinished(entry, state)).collect(Collectors.toList());
    if (!known.isEmpty() && finished.size() == known.iterator().next().slices()) {
      counts.skipped(finished.size());
      return false;
    }
    if (known.stream().anyMatch(entry -> !entry.state().same(state))) withdrawal.files(known);
    FileTask task = new FileTask(file, path, state, names.name(file), finished);
    coming.add(task);
    counts.begun();
    tasks.begin(task);
    return true;
  }

  private boolean isFinished(JournalEntry entry, FileState state) {
    return entry.succeeded()
        && entry.state().same(state)
        && written.exist(
            OutputNames.slice(entry.name(), entry.slice(), entry.slices()), entry.outputs());
  }

  private static Optional<FinishedPicture> next(FileTask task) throws IOException {
    try {
      return task.next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Localizing was interrupted.");
    }
  }

  private boolean note(FinishedPicture picture) throws IOException {
    picture.note(journal, folder, withdrawal);
    counts.add(picture);
    return picture.succeeded();
  }

  /** Waits for a task's end when the run ends early; what it has finished all the same counts. */
  private void settle(FileTask task) {
    boolean interrupted = Thread.interrupted();
    try {
      for (Optional<FinishedPicture> each = task.next(); each.isPresent(); each = task.next())
        note(each.get());
    } catch (IOException | RuntimeException | InterruptedException laterThanTheFirst) {
      return;
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }
}
