package sc.fiji.cavga.localize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.plane.ConnectedComponents;

/** The connected parts of a calibrated map that lie above its threshold. */
public final class Regions {

  /** Of a calibrated map. */
  public static final float THRESHOLD = 1;

  private static final Comparator<RegionPixels> STRONGEST_FIRST =
      Comparator.comparingDouble(RegionPixels::max)
          .thenComparingLong(RegionPixels::area)
          .reversed();

  private Regions() {}

  /**
   * Pixels that touch at an edge or a corner belong together.
   *
   * @param map axes (X,Y), 1.0 is the threshold, NaN outside the field of view
   * @param smallest area in the map's pixels below which a part is left out
   * @return the strongest first, numbered from 1
   */
  public static List<Region> of(Img<FloatType> map, double smallest) {
    float[] pixels = MapPixels.of(map);
    int width = (int) map.dimension(0);
    ConnectedComponents parts =
        ConnectedComponents.touching(at -> pixels[at] > THRESHOLD, pixels.length, width);
    List<RegionPixels> found = new ArrayList<>();
    for (int run = 0; run < parts.runs(); run++) {
      if (parts.component(run) > found.size()) found.add(new RegionPixels());
      found
          .get(parts.component(run) - 1)
          .add(parts.row(run), parts.start(run), parts.end(run), pixels, width);
    }
    List<RegionPixels> kept = new ArrayList<>();
    for (RegionPixels region : found) if (region.area() >= smallest) kept.add(region);
    // The sort is stable: equals stay in reading order.
    kept.sort(STRONGEST_FIRST);
    List<Region> regions = new ArrayList<>();
    for (RegionPixels region : kept) regions.add(new Region(regions.size() + 1, region));
    return regions;
  }
}
