package sc.fiji.cavga.evaluate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.cavga.evaluate.report.EvaluationPlots;
import sc.fiji.cavga.evaluate.report.EvaluationReport;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.io.WritableFolder;

/**
 * Where an evaluation's results lie: those of one evaluation, whole, and nothing of an earlier one.
 * A hidden file says that they are an evaluation's; while the folder is open no other evaluation
 * gets it.
 */
public final class EvaluationFolder implements AutoCloseable {

  /** A sheet of some of the pictures, where one was asked for. */
  public static final String SHEET = "contact-sheet.png";

  private static final String MAPS = "maps";

  /** Where maps lie until the evaluation has come to its end. */
  private static final String NEW_MAPS = ".cavga-maps";

  /** Where the other files are written, until all of them are there. */
  private static final String NEW_FILES = ".cavga-report";

  private static final List<String> FILES =
      List.of(
          EvaluationReport.METRICS,
          EvaluationReport.SCORES,
          EvaluationReport.PAGE,
          EvaluationPlots.RECEIVER_OPERATING_CHARACTERISTIC,
          EvaluationPlots.PRECISION_RECALL,
          EvaluationPlots.SCORE_HISTOGRAM,
          SHEET);

  private final Path folder;
  private final FileChannel mark;

  /** What was made to begin, the first to go where nothing is written. */
  private final List<Path> made;

  private EvaluationFolder(Path folder, FileChannel mark, List<Path> made) {
    this.folder = folder;
    this.mark = mark;
    this.made = made;
  }

  /**
   * Makes the folder where it is missing; it goes again where nothing is written.
   *
   * @param overwrite whether files are replaced too that bear the names of results, but that no
   *     evaluation is known to have written
   * @throws IOException with one sentence when nothing can be written there, when another
   *     evaluation does, or when something would be replaced that is not an evaluation's
   */
  public static EvaluationFolder open(Path folder, boolean overwrite) throws IOException {
    List<Path> made = missing(folder);
    WritableFolder.require(folder);
    if (Files.exists(folder.resolve(OutputMark.JOURNAL)))
      throw new IOException(
          "The output folder "
              + folder
              + " holds results of looking at pictures; choose another one for the evaluation.");
    Path file = folder.resolve(OutputMark.EVALUATION);
    boolean own = Files.exists(file);
    if (!own && !overwrite) requireFree(folder);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (!lock(channel)) throw taken(folder, null);
    } catch (OverlappingFileLockException sameProgram) {
      channel.close();
      throw taken(folder, sameProgram);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    if (!own) made.add(0, file);
    EvaluationFolder opened = new EvaluationFolder(folder, channel, made);
    opened.removeNew();
    return opened;
  }

  /** The folder and those around it that are not there, the innermost first. */
  private static List<Path> missing(Path folder) {
    List<Path> missing = new ArrayList<>();
    for (Path each = folder.toAbsolutePath();
        each != null && !Files.exists(each);
        each = each.getParent()) missing.add(each);
    return missing;
  }

  private static void requireFree(Path folder) throws IOException {
    List<String> names = new ArrayList<>(FILES);
    names.add(MAPS);
    for (String name : names)
      if (Files.exists(folder.resolve(name)))
        throw new IOException(
            "The output folder "
                + folder
                + " holds "
                + name
                + ", which no evaluation is known to have written; choose another output folder, or"
                + " overwrite it.");
  }

  /** True also where the file system knows no locks: evaluating there must not fail for that. */
  private static boolean lock(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (IOException noLocks) {
      return true;
    }
  }

  private static IOException taken(Path folder, Exception cause) {
    return new IOException(
        "Another evaluation is writing into "
            + folder
            + "; wait for its end, or choose another output folder.",
        cause);
  }

  /** The folder for an {@link Evaluator}'s maps, until the report is written. */
  public Path maps() {
    return folder.resolve(NEW_MAPS);
  }

  /** The file for a sheet of some of the pictures, to be written after the report. */
  public Path sheet() {
    return folder.resolve(SHEET);
  }

  /**
   * Puts the results in the place of earlier ones, of which nothing stays: a kill leaves some of
   * the new ones, and never both.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public void write(EvaluationReport report) throws IOException {
    made.clear();
    Path written = Files.createDirectories(folder.resolve(NEW_FILES));
    report.write(written);
    for (String name : FILES) Files.deleteIfExists(folder.resolve(name));
    remove(numbered(MAPS));
    List<Path> maps = numbered(NEW_MAPS);
    if (!maps.isEmpty()) Files.createDirectories(folder.resolve(MAPS));
    for (Path map : maps) AtomicFile.move(map, folder.resolve(MAPS).resolve(map.getFileName()));
    Files.deleteIfExists(maps());
    // The metrics last: where they are, the evaluation is whole.
    for (int i = FILES.size() - 1; i >= 0; i--) {
      Path file = written.resolve(FILES.get(i));
      if (Files.exists(file)) AtomicFile.move(file, folder.resolve(FILES.get(i)));
    }
    removeNew();
  }

  /** What an evaluation that came to no end has left. */
  private void removeNew() throws IOException {
    remove(numbered(NEW_MAPS));
    Path written = folder.resolve(NEW_FILES);
    if (!Files.isDirectory(written)) return;
    List<Path> files;
    try (Stream<Path> all = Files.list(written)) {
      files = all.collect(Collectors.toList());
    }
    for (Path file : files) Files.deleteIfExists(file);
    Files.delete(written);
  }

  /** The maps in one of the folders; whatever else somebody has put there is not ours. */
  private List<Path> numbered(String name) throws IOException {
    if (!Files.isDirectory(folder.resolve(name))) return List.of();
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.filter(MapStack::isName).collect(Collectors.toList());
    }
  }

  private void remove(List<Path> files) throws IOException {
    for (Path file : files) Files.deleteIfExists(file);
    if (files.isEmpty()) return;
    Path below = files.get(0).getParent();
    try (Stream<Path> left = Files.list(below)) {
      if (left.findAny().isPresent()) return;
    }
    Files.delete(below);
  }

  @Override
  public void close() throws IOException {
    try {
      removeNew();
    } finally {
      mark.close();
    }
    try {
      for (Path each : made) Files.deleteIfExists(each);
    } catch (DirectoryNotEmptyException others) {
      // Somebody has put something there meanwhile, which stays.
      return;
    }
  }
}
