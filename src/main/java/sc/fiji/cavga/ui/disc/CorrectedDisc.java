package sc.fiji.cavga.ui.disc;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.cavga.method.disc.DiscOutlines;
import sc.fiji.cavga.method.disc.measure.DiscShape;
import sc.fiji.cavga.method.disc.measure.PolarOutline;
import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.ui.Placing;

/**
 * The outlines of a picture's disc and cup as people have left them: selections named {@code disc}
 * and {@code cup} in the Overlay or the ROI Manager, and what is selected now. What differs from
 * what was painted counts before what does not.
 */
public final class CorrectedDisc {

  /** What the selection of an image is. */
  public enum Role {
    /** What its name says; without one, what is of more alike size. */
    AUTO,
    DISC,
    CUP,
    /** Nothing to look at. */
    NONE
  }

  private final Roi disc;
  private final Roi cup;
  private final String note;

  private CorrectedDisc(Roi disc, Roi cup, String note) {
    this.disc = disc;
    this.cup = cup;
    this.note = note;
  }

  /**
   * @param stackIndex of the picture's (first) slice in the image's stack, from 1
   * @param role of the image's selection; {@link Role#NONE} for pictures that are not shown
   * @return empty where there is no disc
   * @throws IllegalArgumentException with one sentence when several outlines were changed, or a
   *     selection cannot be an outline
   */
  public static Optional<CorrectedDisc> of(ImagePlus image, int stackIndex, Role role) {
    Placing placing = new Placing(image, stackIndex, Placing.DISC);
    Roi disc = chosen(DiscOutlines.DISC, image, placing);
    Roi cup = chosen(DiscOutlines.CUP, image, placing);
    Roi selection = role == Role.NONE ? null : image.getRoi();
    String note = "";
    if (role == Role.DISC || role == Role.CUP) {
      requireArea(selection, role);
      if (role == Role.DISC) disc = selection;
      else cup = selection;
    } else if (selection != null && selection.isArea()) {
      Role named = named(selection);
      Role taken = named == Role.AUTO ? covered(selection, disc, cup) : named;
      if (named == Role.AUTO && taken != Role.NONE)
        note =
            "The selection has no name and was taken for the "
                + taken.name().toLowerCase(Locale.ROOT)
                + ". ";
      boolean counts = named == Role.AUTO || !OutlineMark.isAsPainted(selection);
      if (counts && taken == Role.DISC) disc = selection;
      if (counts && taken == Role.CUP) cup = selection;
    }
    return disc == null ? Optional.empty() : Optional.of(new CorrectedDisc(disc, cup, note));
  }

  private static void requireArea(Roi selection, Role role) {
    if (selection == null || !selection.isArea())
      throw new IllegalArgumentException(
          "Nothing is selected that could be the "
              + role.name().toLowerCase(Locale.ROOT)
              + "; draw around it first, as with the freehand or the oval tool.");
  }

  /** The one that somebody has changed, or else one that nobody has. */
  private static Roi chosen(String name, ImagePlus image, Placing placing) {
    List<Roi> all = new ArrayList<>();
    if (image.getOverlay() != null)
      for (Roi roi : image.getOverlay().toArray())
        if (OutlineMark.isNamed(roi, name) && placing.shows(roi)) all.add(roi);
    for (Roi roi : DiscPainting.managed())
      if (OutlineMark.isNamed(roi, name)
          && placing.shows(roi)
          && !OutlineMark.isOfAnother(roi, image)) all.add(roi);
    // What a model has painted is no correction of what was measured.
    if (all.stream().anyMatch(placing::owns))
      all.removeIf(roi -> Placing.isPainted(roi) && !placing.owns(roi));
    Roi changed = null;
    for (Roi roi : all) {
      if (OutlineMark.isAsPainted(roi)) continue;
      if (changed != null && !OutlineMark.same(changed, roi))
        throw new IllegalArgumentException(
            "There are several outlines named "
                + name
                + " that were changed, in the Overlay or the ROI Manager; delete all but one.");
      changed = roi;
    }
    return changed != null ? changed : all.isEmpty() ? null : all.get(0);
  }

  private static Role named(Roi selection) {
    if (OutlineMark.isNamed(selection, DiscOutlines.DISC)) return Role.DISC;
    if (OutlineMark.isNamed(selection, DiscOutlines.CUP)) return Role.CUP;
    return Placing.isPainted(selection) ? Role.NONE : Role.AUTO;
  }

  /** What a selection without a name replaces: that whose area is more alike. */
  private static Role covered(Roi selection, Roi disc, Roi cup) {
    if (disc == null) return Role.DISC;
    PolarOutline drawn = outline(selection);
    PolarOutline whole = outline(disc);
    if (!whole.contains(drawn.centreX(), drawn.centreY())) return Role.NONE;
    if (cup == null) return drawn.area() < whole.area() / 2 ? Role.CUP : Role.DISC;
    double toDisc = Math.abs(Math.log(drawn.area() / whole.area()));
    double toCup = Math.abs(Math.log(drawn.area() / outline(cup).area()));
    return toCup < toDisc ? Role.CUP : Role.DISC;
  }

  private static PolarOutline outline(Roi roi) {
    double[][] corners = OutlineMark.corners(roi);
    return PolarOutline.ofPolygon(corners[0], corners[1]);
  }

  /** Whether disc or cup are not what was painted. */
  public boolean isChanged() {
    return !OutlineMark.isAsPainted(disc)
        || (cup != null && !OutlineMark.isAsPainted(cup))
        || OutlineMark.hadCup(disc) != (cup != null);
  }

  /**
   * @return in the picture's own pixels
   * @throws IllegalArgumentException with one sentence when the outlines cannot be a disc
   */
  public DiscShape shape() {
    return DiscShape.drawn(outline(disc), cup == null ? null : outline(cup));
  }

  /** Which eye somebody has said it is, when it was measured before. */
  public Laterality side() {
    return OutlineMark.side(disc);
  }

  /** What was assumed of the selection; empty, or one sentence and a space. */
  public String note() {
    return note;
  }
}
