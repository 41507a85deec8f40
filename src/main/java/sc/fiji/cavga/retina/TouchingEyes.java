package sc.fiji.cavga.retina;

import java.util.Arrays;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.plane.ConnectedComponents;

/** Tells whether one bright region is two fields of view that touch: it has a waist then. */
final class TouchingEyes {

  /** Places deeper than this share of the deepest lie in a core; a waist is less deep. */
  static final float WAIST = 0.6f;

  /** Of width and height; two eyes of one size that overlap by a fifth have 1.8. */
  static final double LONG = 1.3;

  /** The area of the smaller core as a share of the larger one's; 0 where there is but one. */
  final double smaller;

  /** The column where the right one begins; 0 where they do not lie side by side. */
  final int cut;

  private TouchingEyes(double smaller, int cut) {
    this.smaller = smaller;
    this.cut = cut;
  }

  /** Of a picture's bright region; the same as long as the picture's pixels are. */
  static TouchingEyes in(Picture picture) {
    BrightRegion region = BrightRegion.of(picture);
    return picture.known(TouchingEyes.class, each -> of(region));
  }

  private static TouchingEyes of(BrightRegion region) {
    if (region.size == 0 || !isLong(region.bounds())) return new TouchingEyes(0, 0);
    boolean[] inside = region.inside;
    int columns = region.reduced.columns;
    float[] depth = Depth.of(inside, columns);
    float deepest = 0;
    for (float each : depth) deepest = Math.max(deepest, each);
    float least = WAIST * deepest;
    ConnectedComponents cores =
        ConnectedComponents.sideBySide(at -> depth[at] > least, depth.length, columns);
    int[] areas = cores.areas();
    int first = 0;
    int second = 0;
    for (int core = 1; core < areas.length; core++)
      if (first == 0 || areas[core] > areas[first]) {
        second = first;
        first = core;
      } else if (second == 0 || areas[core] > areas[second]) second = core;
    if (second == 0) return new TouchingEyes(0, 0);
    return new TouchingEyes(
        areas[second] / (double) areas[first], waist(inside, columns, cores, first, second));
  }

  /** Two eyes are longer than wide; most eyes are not, and that is found out quickly. */
  private static boolean isLong(CellBounds bounds) {
    return bounds.longerSide() >= LONG * bounds.shorterSide();
  }

  /** The column between two cores with the fewest cells; 0 where they do not lie side by side. */
  private static int waist(
      boolean[] inside, int columns, ConnectedComponents cores, int one, int other) {
    int[] begin = {columns, columns};
    int[] end = {0, 0};
    for (int run = 0; run < cores.runs(); run++) {
      int which = cores.component(run) == one ? 0 : cores.component(run) == other ? 1 : -1;
      if (which < 0) continue;
      begin[which] = Math.min(begin[which], cores.start(run));
      end[which] = Math.max(end[which], cores.end(run));
    }
    int left = begin[0] < begin[1] ? 0 : 1;
    if (end[left] > begin[1 - left]) return 0;
    int[] cells = new int[columns];
    for (int i = 0; i < inside.length; i++) if (inside[i]) cells[i % columns]++;
    int[] between = Arrays.copyOfRange(cells, end[left], begin[1 - left] + 1);
    int narrowest = 0;
    for (int i = 1; i < between.length; i++) if (between[i] < between[narrowest]) narrowest = i;
    return end[left] + narrowest;
  }
}
