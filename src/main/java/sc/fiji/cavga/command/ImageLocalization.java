package sc.fiji.cavga.command;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.SelectedPart;
import sc.fiji.cavga.picture.ImagePlusPictures;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.ui.LocalizationTables;
import sc.fiji.cavga.ui.OverlayPainting;

/**
 * Localizes an image's current picture or all of them, where an area is selected inside it. Among
 * several, one that cannot be used becomes a row and not a stop.
 */
final class ImageLocalization {

  /** Only the picture that is shown. */
  static final String CURRENT = "current";

  /** Every slice and frame. */
  static final String ALL = "all";

  private final ImagePlus image;
  private final List<Picture> pictures;
  private final List<Integer> chosen = new ArrayList<>();
  private final int slicesEach;
  private final boolean[] selected;

  /**
   * @param slices {@link #CURRENT} or {@link #ALL}
   * @throws IllegalArgumentException with one sentence when it is neither, or there is no image
   */
  ImageLocalization(ImagePlus image, String slices) {
    if (image == null || image.getProcessor() == null)
      throw new IllegalArgumentException("There is no image: open one first.");
    if (!CURRENT.equals(slices) && !ALL.equals(slices))
      throw new IllegalArgumentException(
          "The slices must be \"" + CURRENT + "\" or \"" + ALL + "\", not \"" + slices + "\".");
    this.image = image;
    selected = selected(image);
    pictures = ImagePlusPictures.of(image);
    slicesEach = image.getStackSize() / pictures.size();
    int current = (image.getCurrentSlice() - 1) / slicesEach;
    for (int i = 0; i < pictures.size(); i++) if (ALL.equals(slices) || i == current) chosen.add(i);
  }

  /**
   * What is selected, or null for all. A region that was clicked on in the overlay is no selection
   * to look into: it is what an earlier run has found.
   */
  private static boolean[] selected(ImagePlus image) {
    Roi roi = image.getRoi();
    if (roi == null || !roi.isArea() || OverlayPainting.isPainted(roi)) return null;
    ByteProcessor mask = new ByteProcessor(image.getWidth(), image.getHeight());
    mask.setValue(1);
    mask.fill(roi);
    boolean[] selected = new boolean[mask.getPixelCount()];
    for (int i = 0; i < selected.length; i++) selected[i] = mask.get(i) != 0;
    return selected;
  }

  /**
   * @param found is told each picture's (first) place in the stack, from 1, and what was found
   * @throws UnusablePictureException with one sentence when no picture could be localized
   */
  LocalizationTables run(
      Localizer localizer, CancellableTask task, BiConsumer<Integer, Localization> found) {
    LocalizationTables tables = new LocalizationTables();
    UnusablePictureException problem = null;
    int done = 0;
    for (int i = 0; i < chosen.size(); i++) {
      int index = chosen.get(i);
      task.show(
          "Localizing " + image.getTitle() + " (" + (i + 1) + " of " + chosen.size() + ")",
          i / (double) chosen.size());
      Picture picture = pictures.get(index);
      try {
        Localization localization = localizer.localize(picture, task::isCancelled);
        if (selected != null) localization = SelectedPart.of(localization, selected);
        tables.add(localization);
        found.accept(1 + index * slicesEach, localization);
        done++;
      } catch (UnusablePictureException e) {
        tables.addFailed(picture.name(), e.getMessage());
        problem = e;
      }
    }
    if (done == 0) throw problem;
    return tables;
  }
}
