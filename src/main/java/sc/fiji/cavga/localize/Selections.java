package sc.fiji.cavga.localize;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.model.examination.Outline;

/** What was found as ImageJ selections, named: regions, the strongest first, and outlines. */
public final class Selections {

  /** The property, and the key in a map's description. */
  public static final String ORIENTATION = "orientation";

  private Selections() {}

  /** All of a picture, with a note of how they lie where its file is turned. */
  public static List<Roi> of(Localization localization) {
    List<Roi> selections = new ArrayList<>();
    for (Region region : localization.regions()) selections.add(region.roi());
    selections.addAll(outlines(localization));
    localization.turned().ifPresent(text -> note(selections, text));
    return selections;
  }

  /** Says in each how they lie, where programs may show the file otherwise. */
  public static void note(List<Roi> selections, String turned) {
    for (Roi selection : selections) selection.setProperty(ORIENTATION, turned);
  }

  /** Those that a method has drawn itself. */
  public static List<Roi> outlines(Localization localization) {
    List<Roi> selections = new ArrayList<>();
    for (Outline outline : localization.outlines()) {
      Roi roi = new PolygonRoi(outline.x(), outline.y(), Roi.POLYGON);
      roi.setName(outline.name());
      outline.properties().forEach(roi::setProperty);
      selections.add(roi);
    }
    return selections;
  }
}
