package sc.fiji.cavga.method.disc.teaching;

import java.util.Optional;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.method.disc.outline.DiscPlace;
import sc.fiji.cavga.method.disc.outline.Look;
import sc.fiji.cavga.method.disc.teaching.camera.Planes;
import sc.fiji.cavga.method.disc.teaching.painting.ConvexOutline;
import sc.fiji.cavga.plane.ConnectedComponents;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.retina.WholePicture;

/**
 * What a network that learned from painted cups makes of real ones. Where it is certain, the next
 * one learns from that too (self-training), and so sees cups as they are.
 */
final class OwnOutlines {

  private static final double LEAST_CERTAINTY = 0.85;

  /** Of the cup and its outline: how far the cup is from being a blur. */
  private static final double LEAST_OVERLAP = 0.8;

  /** In pixels. */
  private static final int LEAST_CUP = 20;

  /** Above, a pixel is the cup's. */
  private static final double CUP = 0.45;

  /** Of the largest part of a cup: smaller parts are none of it. */
  private static final double LEAST_PART = 0.12;

  private static final int CUP_WAVES = 5;
  private static final int DISC_WAVES = 5;

  /** Of a disc in the smallest convex shape around it. */
  private static final double LEAST_CONVEX = 0.88;

  /**
   * A network that is not sure keeps to the middle: ratios are made to differ more from it, so that
   * the next one does not keep to it even more.
   */
  private static final double MIDDLE_RATIO = 0.58;

  private static final double STRETCH = 1.6;
  private static final double LEAST_STRETCH = 0.6;
  private static final double MOST_STRETCH = 1.4;

  private final DiscNet outliner;

  OwnOutlines(DiscNet outliner) {
    this.outliner = outliner;
  }

  /** The same disc with the outlines of disc and cup; empty where they are not certain. */
  Optional<KnownDisc> of(KnownDisc known) {
    DiscPlace first = look(known, known.x, known.y, known.diameter).largest(DiscNet.DISC, 0.5);
    if (first == null) return Optional.empty();
    Look look = look(known, first.x(), first.y(), first.diameter());
    DiscPlace place = look.largest(DiscNet.DISC, 0.5);
    if (place == null || place.certainty() < LEAST_CERTAINTY) return Optional.empty();
    float[] inDisc = look.probabilities(DiscNet.DISC);
    float[] inCup = look.probabilities(DiscNet.CUP).clone();
    for (int i = 0; i < inCup.length; i++) inCup[i] = Math.min(inCup[i], inDisc[i]);
    if (!certain(inCup)) return Optional.empty();
    int size = look.square().size();
    boolean[] disc = place.inside();
    float[] wholeDisc = ConvexOutline.of(disc, size, DISC_WAVES).mask(size, 1);
    if (count(disc) < LEAST_CONVEX * sum(wholeDisc)) return Optional.empty();
    double ratio = height(above(inCup, 0.5), size) / height(disc, size);
    double stretched = (MIDDLE_RATIO + STRETCH * (ratio - MIDDLE_RATIO)) / Math.max(ratio, 0.1);
    double factor = Math.max(LEAST_STRETCH, Math.min(MOST_STRETCH, stretched));
    float[] wholeCup = ConvexOutline.of(parts(inCup, size), size, CUP_WAVES).mask(size, factor);
    for (int i = 0; i < wholeCup.length; i++) wholeCup[i] = Math.min(wholeCup[i], wholeDisc[i]);
    return Optional.of(
        known.with(
            onDisc(wholeDisc, look.square(), known.size),
            onDisc(wholeCup, look.square(), known.size),
            place.x(),
            place.y(),
            place.diameter()));
  }

  private static boolean[] above(float[] probabilities, double threshold) {
    boolean[] above = new boolean[probabilities.length];
    for (int i = 0; i < above.length; i++) above[i] = probabilities[i] > threshold;
    return above;
  }

  /** The parts of a cup that vessels may have divided. */
  private static boolean[] parts(float[] cup, int size) {
    ConnectedComponents components =
        ConnectedComponents.sideBySide(i -> cup[i] > CUP, cup.length, size);
    int[] areas = components.areas();
    int largest = areas[components.largest()];
    int[] labels = components.labels();
    boolean[] kept = new boolean[cup.length];
    for (int i = 0; i < kept.length; i++)
      kept[i] = labels[i] > 0 && areas[labels[i]] >= LEAST_PART * largest;
    return kept;
  }

  private static double height(boolean[] inside, int width) {
    int top = inside.length;
    int bottom = -1;
    for (int i = 0; i < inside.length; i++)
      if (inside[i]) {
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width);
      }
    return bottom - top + 1.0;
  }

  private static int count(boolean[] inside) {
    int count = 0;
    for (boolean each : inside) if (each) count++;
    return count;
  }

  private static double sum(float[] mask) {
    double sum = 0;
    for (float share : mask) sum += share;
    return sum;
  }

  private Look look(KnownDisc disc, double x, double y, double diameter) {
    double side = DiscOutliner.SQUARE * diameter;
    int size = outliner.size();
    float[][] planes = disc.shown(new Pose(x, y, side / size, 0, 1, 1, 1), size);
    float[] inside = planes[KnownDisc.FIELD_OF_VIEW];
    float[] colours = new float[3 * size * size];
    for (int c = 0; c < 3; c++)
      System.arraycopy(planes[c], 0, colours, c * inside.length, inside.length);
    Placement placement =
        new Placement(
            disc.size,
            disc.size,
            x - side / 2,
            y - side / 2,
            side,
            new WholePicture(disc.size, disc.size));
    return Look.of(outliner, new PreparedPicture(size, 3, colours, inside, placement));
  }

  private static boolean certain(float[] cup) {
    double common = 0;
    double sum = 0;
    int outlined = 0;
    for (float p : cup) {
      sum += p;
      if (!(p > 0.5)) continue;
      outlined++;
      common += p;
    }
    return outlined >= LEAST_CUP && 2 * common / (sum + outlined) >= LEAST_OVERLAP;
  }

  /** A mask of a square at the disc's own pixels. */
  private static float[] onDisc(float[] mask, PreparedPicture square, int size) {
    Placement placement = square.placement();
    double scale = square.size() / placement.side();
    float[] result = new float[size * size];
    for (int i = 0; i < result.length; i++) {
      double x = (i % size + 0.5 - placement.left()) * scale - 0.5;
      double y = (i / size + 0.5 - placement.top()) * scale - 0.5;
      if (x >= 0 && y >= 0 && x < square.size() - 1 && y < square.size() - 1)
        result[i] = (float) Planes.at(mask, square.size(), x, y);
    }
    return result;
  }
}
