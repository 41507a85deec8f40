package sc.fiji.cavga.localize;

import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.preprocess.PictureMap;

/** What was found in a part of a picture that somebody has selected. */
public final class SelectedPart {

  private SelectedPart() {}

  /**
   * A localization in which nothing outside the selection is known. Score and decision stay those
   * of the whole picture, as the model knows no parts of pictures.
   *
   * @param selected a pixel's place is y · width + x
   * @return map and regions, both cut off at the selection
   */
  public static Localization of(Localization whole, boolean[] selected) {
    float[] map = MapPixels.of(whole.map());
    if (selected.length != map.length)
      throw new IllegalArgumentException("The selection must have the picture's size.");
    for (int i = 0; i < map.length; i++) if (!selected[i]) map[i] = Float.NaN;
    PictureMap part = PictureMap.of(map, whole.width());
    return new Localization(
        whole.name(),
        whole.pixelSize(),
        whole.kind(),
        part,
        whole.prediction(),
        Regions.in(part).area(),
        regions(whole, map),
        whole.seconds(),
        whole.notes(),
        whole.orientation());
  }

  /** Of what was a region before: parts that were too small stay out. */
  private static List<Region> regions(Localization whole, float[] map) {
    boolean[] kept = new boolean[map.length];
    for (Region region : whole.regions()) {
      RegionPixels pixels = region.pixels();
      for (int run = 0; run < pixels.count(); run++) {
        int row = pixels.row(run) * whole.width();
        Arrays.fill(kept, row + pixels.start(run), row + pixels.end(run), true);
      }
    }
    float[] cut = map.clone();
    for (int i = 0; i < cut.length; i++) if (!kept[i]) cut[i] = Float.NaN;
    return Regions.of(PictureMap.of(cut, whole.width()), 0);
  }
}
