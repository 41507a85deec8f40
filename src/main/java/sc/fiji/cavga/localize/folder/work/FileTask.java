package sc.fiji.cavga.localize.folder.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.journal.FileState;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;
import sc.fiji.cavga.picture.Picture;

/**
 * A file of a folder run: read, its pictures looked at one after the other, their files written.
 * The thread that works on it gives each picture to the run's thread as soon as it is finished.
 */
public final class FileTask {

  private final String file;
  private final Path path;
  private final FileState state;
  private final String name;
  private final Collection<JournalEntry> finished;
  private final BlockingQueue<Optional<FinishedPicture>> found = new LinkedBlockingQueue<>();
  private volatile Throwable problem;
  private int skipped;

  /** The picture to go on with, and since when the time counts as its. */
  private int slice;

  private long start;

  /**
   * @param file relative path with forward slashes
   * @param state of the file before it is read
   * @param name of the file's outputs
   * @param finished what earlier runs have done of it, with nothing changed or lost since
   */
  public FileTask(
      String file, Path path, FileState state, String name, Collection<JournalEntry> finished) {
    this.file = file;
    this.path = path;
    this.state = state;
    this.name = name;
    this.finished = finished;
  }

  public String file() {
    return file;
  }

  /**
   * Does all pictures in the thread that calls, with nothing else in memory; to be called once, in
   * the place of {@link FileTasks#begin}.
   *
   * @return each picture, those that failed too, in their order
   * @throws IOException with one sentence when results cannot be written
   */
  public List<FinishedPicture> alone(PictureWork work, Surroundings run) throws IOException {
    run(work, run, true);
    return found.stream().flatMap(Optional::stream).collect(Collectors.toList());
  }

  /**
   * The next picture of the file that is finished; waits for it.
   *
   * @return empty after the last one
   * @throws CancellationException when the run was cancelled
   * @throws IOException with one sentence when results cannot be written any more
   */
  public Optional<FinishedPicture> next() throws IOException, InterruptedException {
    Optional<FinishedPicture> next = found.take();
    if (next.isPresent()) return next;
    // Whoever asks once more gets the same answer.
    found.add(next);
    if (problem == null) return next;
    if (problem instanceof IOException) throw (IOException) problem;
    if (problem instanceof RuntimeException) throw (RuntimeException) problem;
    throw (Error) problem;
  }

  /** Pictures that earlier runs have done; known after the last one. */
  public int skipped() {
    return skipped;
  }

  /** To be called once, by the thread that works on it, after {@link #run}. */
  void end(Throwable thrown) {
    problem = thrown;
    found.add(Optional.empty());
  }

  /**
   * Does all pictures that are left.
   *
   * @param alone whether nothing else is in memory; otherwise one that does not fit is left for
   *     another call
   * @return whether none is left
   * @throws UnwritableException when results cannot be written
   */
  boolean run(PictureWork work, Surroundings run, boolean alone) throws IOException {
    Localizer.goOn(run.cancelled);
    if (start == 0) start = System.nanoTime();
    EyePictures eyes;
    try {
      eyes = EyePictures.of(run.reader.open(path), work.takesEyesApart(), alone, run.cancelled);
    } catch (CancellationException e) {
      throw e;
    } catch (IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError
        | LinkageError e) {
      if (!alone && MemoryShortage.isCauseOf(e)) return false;
      give(FinishedPicture.failed(source(0, 1, ""), work, e, seconds()));
      return true;
    }
    try (eyes) {
      return each(eyes, work, run, alone);
    }
  }

  private boolean each(EyePictures eyes, PictureWork work, Surroundings run, boolean alone)
      throws IOException {
    for (; slice < eyes.count(); slice++) {
      if (isFinished(slice, eyes.count())) {
        skipped++;
        continue;
      }
      int index = slice;
      PictureSource source = source(slice, eyes.count(), eyes.suffix(slice));
      Optional<FinishedPicture> picture = look(work, run, source, () -> eyes.picture(index), alone);
      if (picture.isEmpty()) return false;
      give(picture.get());
      if (!picture.get().succeeded() && run.stopOnError) return true;
      Localizer.goOn(run.cancelled);
    }
    return true;
  }

  /** Gives the picture when it is asked for. */
  private interface Slice {
    Picture picture() throws IOException;
  }

  /** Empty where memory is short because of others. */
  private Optional<FinishedPicture> look(
      PictureWork work, Surroundings run, PictureSource source, Slice one, boolean alone)
      throws IOException {
    try {
      PictureWork.Outcome outcome = work.examine(one.picture(), run.cancelled);
      Localizer.goOn(run.cancelled);
      return Optional.of(
          FinishedPicture.of(source, outcome, run.write(outcome, source), seconds()));
    } catch (CancellationException | UnwritableException e) {
      throw e;
    } catch (IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError
        | LinkageError e) {
      return !alone && MemoryShortage.isCauseOf(e)
          ? Optional.empty()
          : Optional.of(FinishedPicture.failed(source, work, e, seconds()));
    }
  }

  private void give(FinishedPicture picture) {
    found.add(Optional.of(picture));
    start = System.nanoTime();
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  private PictureSource source(int number, int slices, String suffix) {
    return new PictureSource(file, state, name, number, slices, suffix);
  }

  private boolean isFinished(int number, int slices) {
    for (JournalEntry entry : finished)
      if (entry.slice() == number && entry.slices() == slices) return true;
    return false;
  }
}
