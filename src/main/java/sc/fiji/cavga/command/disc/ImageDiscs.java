package sc.fiji.cavga.command.disc;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.ObjDoubleConsumer;
import sc.fiji.cavga.command.input.ChosenPictures;
import sc.fiji.cavga.command.input.EyeSides;
import sc.fiji.cavga.command.report.PictureNotes;
import sc.fiji.cavga.localize.disc.DiscMeasurer;
import sc.fiji.cavga.localize.disc.MeasuredDisc;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.ui.disc.CorrectedDisc;
import sc.fiji.cavga.ui.disc.CorrectedDisc.Role;
import sc.fiji.cavga.ui.disc.DiscPainting;
import sc.fiji.cavga.ui.disc.DiscTables;

/** The discs of an image's pictures, measured and painted; and measured again. */
final class ImageDiscs {

  /** In place of a confidence where only something else than the outlines has changed. */
  static final String NOT_AGAIN = "not estimated again";

  private final ImagePlus image;
  private final Laterality side;
  private final DiscTables tables = new DiscTables();
  private final PictureNotes said = new PictureNotes();

  /**
   * @param side of all pictures; unknown for what the file or the disc's place says
   */
  ImageDiscs(ImagePlus image, Laterality side) {
    this.image = image;
    this.side = side;
  }

  /**
   * @param chosen which pictures
   * @param manager whether the ROI Manager gets the outlines
   * @param progress is told what is done and the share of the work
   * @throws CancellationException when {@code cancelled} says so
   */
  void measure(
      DiscMeasurer measurer,
      ChosenPictures chosen,
      boolean manager,
      ObjDoubleConsumer<String> progress,
      BooleanSupplier cancelled) {
    for (int i = 0; i < chosen.size(); i++) {
      progress.accept(
          "Measuring " + image.getTitle() + " (" + (i + 1) + " of " + chosen.size() + ")",
          i / (double) chosen.size());
      Picture picture = chosen.picture(i);
      MeasuredDisc disc = measurer.measure(EyeSides.sided(picture, side), cancelled);
      DiscPainting painting = new DiscPainting(image, chosen.stackIndex(i));
      painting.paint(disc, false);
      if (manager) painting.addToRoiManager(disc);
      add(disc, "");
    }
  }

  /**
   * Measures the pictures whose outlines were changed; with a side the one that is shown, too.
   *
   * @param role of the image's selection
   * @throws IllegalArgumentException with one sentence when there is no disc, or its outlines
   *     cannot be measured
   */
  void measureAgain(Role role) {
    ChosenPictures all = new ChosenPictures(image, ChosenPictures.ALL);
    List<MeasuredDisc> again = new ArrayList<>();
    List<DiscPainting> paintings = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean current = all.isCurrent(i);
      Optional<CorrectedDisc> found =
          CorrectedDisc.of(image, all.stackIndex(i), current ? role : Role.NONE);
      if (current && found.isEmpty())
        throw new IllegalArgumentException(
            "There is no outline named disc on this picture; run Optic Disc and Cup... first, or"
                + " draw one and name it disc (Edit > Selection > Properties...).");
      if (found.isEmpty()) continue;
      CorrectedDisc outlines = found.get();
      boolean sided = current && side != Laterality.UNKNOWN && side != outlines.side();
      if (!outlines.isChanged() && !sided) continue;
      Picture picture = EyeSides.sided(all.picture(i), sided ? side : outlines.side());
      MeasuredDisc disc =
          DiscMeasurer.drawn(
              picture,
              outlines.shape(),
              outlines.isChanged() ? DiscMeasurement.BY_HAND : NOT_AGAIN);
      again.add(disc);
      paintings.add(new DiscPainting(image, all.stackIndex(i)));
      add(disc, outlines.note());
    }
    // Nothing is painted before all could be measured.
    if (!again.isEmpty()) image.deleteRoi();
    for (int i = 0; i < again.size(); i++) {
      paintings.get(i).paint(again.get(i), true);
      paintings.get(i).updateRoiManager(again.get(i));
    }
    if (again.isEmpty())
      said.add("No outline was changed since the disc was measured; the tables stay as they are.");
  }

  private void add(MeasuredDisc disc, String note) {
    tables.add(disc);
    said.add(disc.name(), note + disc.notice());
  }

  DiscTables tables() {
    return tables;
  }

  /** What was not measured and why, and what was assumed; null where there is nothing to say. */
  String report() {
    return said.text();
  }
}
