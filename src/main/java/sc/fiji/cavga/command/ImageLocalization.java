package sc.fiji.cavga.command;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.util.function.BiPredicate;
import sc.fiji.cavga.command.input.ChosenPictures;
import sc.fiji.cavga.command.input.EyeSides;
import sc.fiji.cavga.command.report.PictureNotes;
import sc.fiji.cavga.command.task.CancellableTask;
import sc.fiji.cavga.localize.FurtherColumns;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.SelectedPart;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.ui.LocalizationTables;
import sc.fiji.cavga.ui.Placing;

/**
 * Localizes an image's current picture or all of them, where an area is selected inside it. Among
 * several, one that cannot be used becomes a row and not a stop.
 */
final class ImageLocalization {

  private final ImagePlus image;
  private final ChosenPictures chosen;
  private final Laterality side;
  private final boolean[] selected;
  private final PictureNotes notes = new PictureNotes();

  /**
   * @param slices {@link ChosenPictures#CURRENT} or {@link ChosenPictures#ALL}
   * @param side of all pictures; unknown for what the file or the disc's place says
   * @throws IllegalArgumentException with one sentence when slices is neither, or there is no image
   */
  ImageLocalization(ImagePlus image, String slices, Laterality side) {
    this.side = side;
    chosen = new ChosenPictures(image, slices);
    this.image = image;
    selected = selected(image);
  }

  /**
   * What is selected, or null for all. A region that was clicked on in the overlay is no selection
   * to look into: it is what an earlier run has found.
   */
  private static boolean[] selected(ImagePlus image) {
    Roi roi = image.getRoi();
    if (roi == null || !roi.isArea() || Placing.isPainted(roi)) return null;
    ByteProcessor mask = new ByteProcessor(image.getWidth(), image.getHeight());
    mask.setValue(1);
    mask.fill(roi);
    boolean[] selected = new boolean[mask.getPixelCount()];
    for (int i = 0; i < selected.length; i++) selected[i] = mask.get(i) != 0;
    return selected;
  }

  /**
   * @param found is told each picture's (first) place in the stack, from 1, and what was found; it
   *     answers whether a person sees all of the decision
   * @throws UnusablePictureException with one sentence when no picture could be localized
   */
  LocalizationTables run(
      Localizer localizer, CancellableTask task, BiPredicate<Integer, Localization> found) {
    LocalizationTables tables = new LocalizationTables(FurtherColumns.ofModel(localizer.model()));
    UnusablePictureException problem = null;
    int done = 0;
    for (int i = 0; i < chosen.size(); i++) {
      task.show(
          "Localizing " + image.getTitle() + " (" + (i + 1) + " of " + chosen.size() + ")",
          i / (double) chosen.size());
      Picture picture = EyeSides.sided(chosen.picture(i), side);
      try {
        Localization localization = localizer.localize(picture, task::isCancelled);
        if (selected != null) localization = SelectedPart.of(localization, selected);
        tables.add(localization);
        boolean seen = found.test(chosen.stackIndex(i), localization);
        boolean doubtful = localization.warning().isPresent() && !seen;
        notes.add(
            picture.name(), localization.notes() + (doubtful ? " " + localization.decision() : ""));
        done++;
      } catch (UnusablePictureException e) {
        tables.addFailed(picture.name(), e.getMessage());
        notes.add(picture.name(), e.getMessage());
        problem = e;
      }
    }
    if (done == 0) throw problem;
    return tables;
  }

  /** What was not judged and why, and what was assumed; null where there is nothing to say. */
  String report() {
    return notes.text();
  }
}
