package sc.fiji.cavga.localize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.cavga.plane.ConnectedComponents;
import sc.fiji.cavga.preprocess.PictureMap;

/** The connected parts of a calibrated map that lie above its threshold. */
public final class Regions {

  /** Of a calibrated map. */
  public static final float THRESHOLD = 1;

  private static final Comparator<RegionPixels> STRONGEST_FIRST =
      Comparator.comparingDouble(RegionPixels::max)
          .thenComparingLong(RegionPixels::area)
          .reversed();

  private final List<RegionPixels> parts;
  private final long area;

  private Regions(List<RegionPixels> parts, long area) {
    this.parts = parts;
    this.area = area;
  }

  /**
   * Pixels that touch at an edge or a corner belong together.
   *
   * @param map 1.0 is the threshold
   */
  static Regions in(PictureMap map) {
    float[] values = new float[map.width()];
    ConnectedComponents parts =
        ConnectedComponents.touching(
            map.width(),
            map.height(),
            (row, taker) -> {
              if (map.rowAbove(THRESHOLD, row, values)) takeRuns(values, taker);
            });
    List<RegionPixels> found = new ArrayList<>();
    long area = 0;
    int row = -1;
    for (int run = 0; run < parts.runs(); run++) {
      // Made a second time: to keep them all would take as much memory as a large region.
      if (parts.row(run) != row) map.rowAbove(THRESHOLD, parts.row(run), values);
      row = parts.row(run);
      area += parts.end(run) - parts.start(run);
      if (parts.component(run) > found.size()) found.add(new RegionPixels());
      found.get(parts.component(run) - 1).add(row, parts.start(run), parts.end(run), values);
    }
    return new Regions(found, area);
  }

  /** How many of the map's pixels lie above the threshold. */
  long area() {
    return area;
  }

  /**
   * @param smallest area in the map's pixels below which a part is left out
   * @return the strongest first, numbered from 1
   */
  List<Region> from(double smallest) {
    List<RegionPixels> kept = new ArrayList<>();
    for (RegionPixels region : parts) if (region.area() >= smallest) kept.add(region);
    // The sort is stable: equals stay in reading order.
    kept.sort(STRONGEST_FIRST);
    List<Region> regions = new ArrayList<>();
    for (RegionPixels region : kept) regions.add(new Region(regions.size() + 1, region));
    return regions;
  }

  /**
   * The same in one go.
   *
   * @param map 1.0 is the threshold
   * @param smallest area in the map's pixels below which a part is left out
   * @return the strongest first, numbered from 1
   */
  public static List<Region> of(PictureMap map, double smallest) {
    return in(map).from(smallest);
  }

  private static void takeRuns(float[] values, ConnectedComponents.RunTaker taker) {
    for (int x = 0; x < values.length; x++) {
      if (!(values[x] > THRESHOLD)) continue;
      int start = x;
      while (x < values.length && values[x] > THRESHOLD) x++;
      taker.take(start, x);
    }
  }
}
