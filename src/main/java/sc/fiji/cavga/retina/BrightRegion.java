package sc.fiji.cavga.retina;

import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.plane.ConnectedComponents;
import sc.fiji.cavga.plane.RankedValues;

/** What is left of a reduced picture when the black that touches its edge is taken away. */
final class BrightRegion {

  /** The share of cells that may be darker than what counts as black. */
  static final double DARKEST = 0.02;

  /** The share of cells that are darker than what counts as the brightest. */
  static final double BRIGHTEST = 0.98;

  /** Below this the brightest places are still black. */
  static final float BLACK = 0.04f;

  /** A border as bright as this is no black border, but part of what the picture shows. */
  static final float GREY = 0.15f;

  /**
   * Where between black and bright the rim is taken to lie: above JPEG noise, below dark retinas.
   */
  static final float RIM_LEVEL = 0.12f;

  /** A region is looked at closer where its longer side is at most this share of the picture's. */
  static final double SMALL = 0.65;

  /** What is looked at beside such a region, in cells, so that its rim is seen whole. */
  static final int MARGIN = 4;

  /** The picture in which it was found. */
  final ReducedPicture reduced;

  /** Cell by cell, row by row; the array itself, not a copy. */
  final boolean[] inside;

  /** In cells. */
  final int size;

  /** The black border's share of the picture. */
  final double borderShare;

  /** The brightness that parts border from retina. */
  final float level;

  /** What the brightest places reach. */
  final float brightest;

  private BrightRegion(
      ReducedPicture reduced,
      boolean[] inside,
      int size,
      double borderShare,
      float level,
      float brightest) {
    this.reduced = reduced;
    this.brightest = brightest;
    this.inside = inside;
    this.size = size;
    this.borderShare = borderShare;
    this.level = level;
  }

  /** Of a picture, found once; the same as long as its pixels are. */
  static BrightRegion of(Picture picture) {
    return picture.known(BrightRegion.class, each -> of(ReducedPicture.of(each)));
  }

  /** The smallest rectangle around it; only where it has a size. */
  CellBounds bounds() {
    return CellBounds.of(i -> inside[i], inside.length, reduced.columns);
  }

  /**
   * The same on finer cells where much black lies around it, so that its rim is found as well as
   * without; else itself.
   */
  BrightRegion closer(Picture picture) {
    if (size == 0) return this;
    CellBounds bounds = bounds();
    if (bounds.longerSide() > SMALL * Math.max(reduced.columns, reduced.rows)) return this;
    int cell = reduced.cell;
    BrightRegion again =
        of(
            ReducedPicture.of(
                picture,
                Math.max(0, (bounds.left - MARGIN) * cell),
                Math.max(0, (bounds.top - MARGIN) * cell),
                Math.min(picture.width(), (bounds.right + MARGIN) * cell),
                Math.min(picture.height(), (bounds.bottom + MARGIN) * cell)));
    return again.size == 0 ? this : again;
  }

  /**
   * The largest connected region, holes filled; labels and scattered light in the border are apart
   * from it.
   */
  private static BrightRegion of(ReducedPicture picture) {
    float[] values = picture.values;
    RankedValues ranked = new RankedValues(values, values.length);
    float black = ranked.at(DARKEST);
    float bright = ranked.at(BRIGHTEST);
    if (bright < BLACK)
      return new BrightRegion(picture, new boolean[values.length], 0, 1, BLACK, bright);
    float level = black + Math.max(BLACK / 2, RIM_LEVEL * (bright - black));
    boolean[] border = black > GREY ? new boolean[values.length] : border(picture, level);
    ConnectedComponents parts =
        ConnectedComponents.sideBySide(at -> !border[at], values.length, picture.columns);
    int[] areas = parts.areas();
    int largest = parts.largest();
    int size = largest == 0 ? 0 : areas[largest];
    int[] labels = parts.labels();
    boolean[] inside = new boolean[values.length];
    for (int i = 0; i < inside.length; i++) inside[i] = largest > 0 && labels[i] == largest;
    return new BrightRegion(
        picture, inside, size, areas[0] / (double) values.length, level, bright);
  }

  /** The dark cells that are connected with the picture's edge. */
  private static boolean[] border(ReducedPicture picture, float level) {
    float[] values = picture.values;
    int columns = picture.columns;
    ConnectedComponents dark =
        ConnectedComponents.sideBySide(at -> values[at] < level, values.length, columns);
    boolean[] atEdge = new boolean[dark.count() + 1];
    for (int run = 0; run < dark.runs(); run++)
      if (dark.row(run) == 0
          || dark.row(run) == picture.rows - 1
          || dark.start(run) == 0
          || dark.end(run) == columns) atEdge[dark.component(run)] = true;
    int[] labels = dark.labels();
    boolean[] border = new boolean[values.length];
    for (int i = 0; i < border.length; i++) border[i] = atEdge[labels[i]];
    return border;
  }
}
