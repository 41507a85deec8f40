package sc.fiji.cavga.localize.folder;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.output.OutputNames;
import sc.fiji.cavga.localize.folder.output.TableWriter;
import sc.fiji.cavga.localize.folder.output.Withdrawal;
import sc.fiji.cavga.localize.folder.work.PictureWork;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.read.PictureReader;

/**
 * Does some work on a picture file, a stack's slices or all pictures of a folder tree, into a
 * folder: {@code results.csv} with a row for each picture, also for those that failed, and what
 * else the work writes.
 *
 * <p>The files of a picture are called as its relative path without the extension; with it where
 * two pictures would meet. The slices of a file with several are NAME_0001 and so on, and {@code
 * FILE#1} in the tables; the eyes of a picture that shows two side by side are numbered alike, and
 * {@code FILE#left} and {@code FILE#right} (of a slice {@code FILE#1#left}) in the tables.
 *
 * <p>As many files are in work at a time as there are threads that compute; results are the same as
 * one after the other, to the bit. A run that was cancelled or killed is continued by the next with
 * the same settings. Rows of earlier runs stay, but for pictures that a folder does not hold any
 * more, whose files go with them. It belongs to one thread.
 */
public final class FolderWorker {

  private final PictureWork work;
  private final PictureReader reader;
  private final FolderOptions options;

  public FolderWorker(PictureWork work, PictureReader reader, FolderOptions options) {
    this.work = Objects.requireNonNull(work);
    this.reader = Objects.requireNonNull(reader);
    this.options = Objects.requireNonNull(options);
  }

  /**
   * @param input a picture file or a folder
   * @param output made where it is missing
   * @param cancelled asked between pictures and between the stages of each
   * @return also when it was cancelled or stopped on an error: what was done until then is written
   * @throws IOException with one sentence, before any work when input or output cannot be used, and
   *     later when results cannot be written any more
   */
  public FolderSummary run(
      Path input, Path output, FolderListener listener, BooleanSupplier cancelled)
      throws IOException {
    InputFiles inputs = InputFiles.of(input, output);
    OutputFolder folder = OutputFolder.open(output);
    boolean earlierResults = folder.holdsAny(work.tables());
    try (Journal journal = Journal.open(folder.journal())) {
      TableWriter tables = new TableWriter(journal, folder, work.columns(), work.tables());
      Withdrawal withdrawal = new Withdrawal(journal, folder, tables);
      begin(journal, settings(inputs), earlierResults, folder, withdrawal);
      folder.removeLeftovers();
      int gone = inputs.areOfFolder ? withdrawal.gone(inputs.files.keySet()) : 0;
      OutputNames names = new OutputNames();
      for (SortedMap<Integer, JournalEntry> slices : journal.all()) {
        JournalEntry first = slices.get(slices.firstKey());
        names.keep(first.file(), first.name());
      }
      withdrawal.changed(inputs.files);
      names.add(inputs.files.keySet());
      FolderCounts counts = new FolderCounts(inputs, gone);
      FolderRun run =
          new FolderRun(
              work, reader, options, folder, journal, withdrawal, names, counts, cancelled);
      return run.all(inputs.files, listener, tables);
    }
  }

  private JsonObject settings(InputFiles inputs) {
    JsonObject settings = new JsonObject();
    work.describe(settings);
    // Rows of another version may have other columns.
    settings.addProperty("columns", String.join(",", work.columns()));
    settings.addProperty("input", inputs.root.toString());
    // Journals from before there was a choice go on.
    if (options.orientation() != OutputOrientation.UPRIGHT)
      settings.addProperty("orientation", options.orientation().label());
    if (reader.side() != Laterality.UNKNOWN)
      settings.addProperty("eye_side", reader.side().label());
    return settings;
  }

  private void begin(
      Journal journal,
      JsonObject settings,
      boolean earlierResults,
      OutputFolder folder,
      Withdrawal withdrawal)
      throws IOException {
    JsonObject earlier = journal.settings();
    if (!options.overwrite()) {
      if (settings.equals(earlier)) return;
      if (earlier != null || earlierResults)
        throw new IOException(
            "The output folder "
                + folder
                + " holds results of "
                + difference(settings, earlier)
                + "; choose another output folder, or overwrite them.");
    }
    if (earlier != null) withdrawal.all(work.tables());
    journal.begin(settings);
  }

  private static String difference(JsonObject settings, JsonObject earlier) {
    if (earlier == null) return "an unknown run";
    if (differ("model", settings, earlier)) return "another model";
    if (differ("map", settings, earlier)) return "another map";
    if (differ("input", settings, earlier)) return "another input folder";
    if (differ("orientation", settings, earlier)) return "another orientation";
    if (differ("columns", settings, earlier)) return "another version of CAVGA";
    return "other settings";
  }

  private static boolean differ(String key, JsonObject settings, JsonObject earlier) {
    return !Objects.equals(settings.get(key), earlier.get(key));
  }
}
