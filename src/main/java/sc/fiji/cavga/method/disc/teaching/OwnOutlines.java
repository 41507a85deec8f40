package sc.fiji.cavga.method.disc.teaching;

import java.util.Optional;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.method.disc.outline.DiscPlace;
import sc.fiji.cavga.method.disc.outline.Look;
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

  /** Probabilities below become 0, and those above its counterpart 1. */
  private static final double SURE_OUTSIDE = 0.2;

  private static final double UNSURE = 0.6;

  private final DiscNet outliner;

  OwnOutlines(DiscNet outliner) {
    this.outliner = outliner;
  }

  /** The same disc with the outlines of disc and cup; empty where they are not certain. */
  Optional<KnownDisc> of(KnownDisc disc) {
    DiscPlace first = look(disc, disc.x, disc.y, disc.diameter).largest(DiscNet.DISC, 0.5);
    if (first == null) return Optional.empty();
    Look look = look(disc, first.x(), first.y(), first.diameter());
    DiscPlace place = look.largest(DiscNet.DISC, 0.5);
    if (place == null || place.certainty() < LEAST_CERTAINTY) return Optional.empty();
    float[] inDisc = look.probabilities(DiscNet.DISC);
    float[] inCup = look.probabilities(DiscNet.CUP).clone();
    for (int i = 0; i < inCup.length; i++) inCup[i] = Math.min(inCup[i], inDisc[i]);
    if (!certain(inCup)) return Optional.empty();
    return Optional.of(
        disc.with(
            onDisc(inDisc, look.square(), disc.size),
            onDisc(inCup, look.square(), disc.size),
            place.x(),
            place.y(),
            place.diameter()));
  }

  private Look look(KnownDisc disc, double x, double y, double diameter) {
    double side = DiscOutliner.SQUARE * diameter;
    int size = outliner.size();
    float[][] planes = disc.shown(new Pose(x, y, side / size, 0, 1, 1, 1), size);
    float[] inside = planes[KnownDisc.FIELD_OF_VIEW];
    float[] colours = new float[3 * size * size];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = inside[i] > 0.5f ? 1 : 0;
      for (int c = 0; c < 3; c++) colours[c * inside.length + i] = planes[c][i];
    }
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

  /** What was said of a square at the disc's own pixels, and more decidedly. */
  private static float[] onDisc(float[] said, PreparedPicture square, int size) {
    Placement placement = square.placement();
    double scale = square.size() / placement.side();
    float[] result = new float[size * size];
    for (int i = 0; i < result.length; i++) {
      double x = (i % size + 0.5 - placement.left()) * scale - 0.5;
      double y = (i / size + 0.5 - placement.top()) * scale - 0.5;
      if (!(x >= 0 && y >= 0 && x < square.size() - 1 && y < square.size() - 1)) continue;
      int corner = (int) y * square.size() + (int) x;
      double u = x - (int) x;
      double v = y - (int) y;
      int below = corner + square.size();
      double above = said[corner] * (1 - u) + said[corner + 1] * u;
      double under = said[below] * (1 - u) + said[below + 1] * u;
      double p = (above * (1 - v) + under * v - SURE_OUTSIDE) / UNSURE;
      p = Math.max(0, Math.min(1, p));
      result[i] = (float) (p * p * (3 - 2 * p));
    }
    return result;
  }
}
