package sc.fiji.cavga.localize.folder;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.journal.FileState;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.work.FileTask;
import sc.fiji.cavga.localize.folder.work.FinishedPicture;
import sc.fiji.cavga.localize.folder.work.Surroundings;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.read.PictureReader;

/**
 * Localizes one file after the other where somebody else keeps the rows: what {@link
 * FolderLocalizer} would write of each, to the bit, and no tables. It computes with one thread, and
 * as its {@link Localizer} it belongs to one.
 */
public final class FileLocalizer {

  private final LocalizingWork work;
  private final Surroundings run;

  /**
   * @param localizer stays the caller's to close
   * @param output where maps, overlays, selections and label images go; made where it is missing,
   *     and marked as a folder of results
   * @throws IOException with one sentence when nothing can be written there
   */
  public FileLocalizer(
      Localizer localizer, PictureReader reader, FolderOptions options, Path output)
      throws IOException {
    work = new LocalizingWork(localizer, options);
    OutputFolder folder = OutputFolder.open(output);
    if (!Files.exists(folder.journal())) Files.createFile(folder.journal());
    run = new Surroundings(reader, folder, options.stopOnError(), () -> false);
  }

  /** Adds what rows depend on besides the pictures. */
  public void describe(JsonObject settings) {
    work.describe(settings);
  }

  /** Of {@code results.csv}. */
  public List<String> columns() {
    return work.columns();
  }

  /** The cells that are the same in every row, those of failed pictures too, by column. */
  public Map<String, String> known() {
    return work.known();
  }

  /** The tables beside {@code results.csv}, each without rows. */
  public List<FurtherTable> tables() {
    return work.tables();
  }

  /**
   * Does all pictures of a file.
   *
   * @param image what tables call it
   * @param name what its files are called, without folder and extension
   * @return at least one; a file that cannot be read is one that failed
   * @throws IOException with one sentence when files cannot be written
   */
  public List<FinishedPicture> localize(String image, Path file, String name) throws IOException {
    if (OutputMark.isOnFile(file))
      return List.of(
          FinishedPicture.failed(
              work,
              image,
              new IOException(
                  file
                      + " was written by CAVGA and is no photograph; choose the photograph"
                      + " itself.")));
    FileTask task = new FileTask(image, file, FileState.of(file), name, List.of());
    return ComputeBackend.besideOthers(() -> task.alone(work, run));
  }
}
