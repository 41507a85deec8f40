package sc.fiji.cavga.localize.folder;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import sc.fiji.cavga.localize.FurtherColumns;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.output.OutputNames;
import sc.fiji.cavga.localize.folder.output.TableWriter;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.read.PictureReader;

/**
 * Localizes a picture file, a stack's slices or all pictures of a folder tree into a folder:
 *
 * <ul>
 *   <li>{@code results.csv}: a row for each picture, also for those that failed
 *   <li>{@code regions.csv}: a row for each region, in the picture's pixels
 *   <li>{@code KIND.csv}: rows of further tables, where a method has some
 *   <li>{@code maps/NAME.tif}: the calibrated map, 32-bit, 1.0 is the threshold, NaN outside the
 *       field of view
 *   <li>{@code overlays/NAME.png}: the picture with map, outlines and colour bar
 *   <li>{@code rois/NAME.zip}: regions and outlines as ImageJ selections, where there are any
 *   <li>{@code KIND/NAME.png}: label images of this kind, where a method makes some
 * </ul>
 *
 * <p>NAME is the relative path without the extension; with it where two pictures would meet. The
 * slices of a file with several are NAME_0001 and so on, and {@code FILE#1} in the tables.
 *
 * <p>One picture is in memory at a time. A run that was cancelled or killed is continued by the
 * next with the same model and settings; rows of earlier runs stay. As its {@link Localizer} it
 * belongs to one thread.
 */
public final class FolderLocalizer {

  private final Localizer localizer;
  private final PictureReader reader;
  private final FolderOptions options;

  /**
   * @param localizer stays the caller's to close
   */
  public FolderLocalizer(Localizer localizer, PictureReader reader, FolderOptions options) {
    this.localizer = Objects.requireNonNull(localizer);
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
    boolean earlierResults = Files.exists(folder.results());
    try (Journal journal = Journal.open(folder.journal())) {
      begin(journal, settings(inputs), earlierResults, folder);
      folder.removeLeftovers();
      OutputNames names = new OutputNames();
      for (SortedMap<Integer, JournalEntry> slices : journal.all()) {
        JournalEntry first = slices.get(slices.firstKey());
        names.keep(first.file(), first.name());
      }
      names.add(inputs.files().keySet());
      FolderRun run =
          new FolderRun(
              localizer, reader, options, folder, journal, names, inputs.files().size(), cancelled);
      return run.all(
          inputs.files(),
          listener,
          new TableWriter(journal, folder, FurtherColumns.names(localizer), localizer.tables()));
    }
  }

  private JsonObject settings(InputFiles inputs) {
    JsonObject settings = new JsonObject();
    settings.addProperty("model", ModelFingerprint.of(localizer.model()));
    settings.addProperty("map", localizer.kind().label());
    settings.addProperty("smallest_region", localizer.smallestRegion());
    settings.addProperty("input", inputs.root().toString());
    if (reader.side() != Laterality.UNKNOWN)
      settings.addProperty("eye_side", reader.side().label());
    return settings;
  }

  private void begin(
      Journal journal, JsonObject settings, boolean earlierResults, OutputFolder folder)
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
    journal.begin(settings);
  }

  private static String difference(JsonObject settings, JsonObject earlier) {
    if (earlier == null) return "an unknown run";
    if (!settings.get("model").equals(earlier.get("model"))) return "another model";
    if (!settings.get("map").equals(earlier.get("map"))) return "another map";
    if (!settings.get("input").equals(earlier.get("input"))) return "another input folder";
    return "other settings";
  }
}
