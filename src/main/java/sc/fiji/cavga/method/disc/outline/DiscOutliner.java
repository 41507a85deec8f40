package sc.fiji.cavga.method.disc.outline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.io.Safetensors;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Outlines optic disc and cup: one network finds the disc, another one outlines both in a square
 * around it. May be used from several threads at once.
 */
public final class DiscOutliner implements AutoCloseable {

  /** Of the square that the outliner sees, in disc diameters. */
  public static final double SQUARE = 2.2;

  private static final String SHIPPED = "models/optic-disc.safetensors";
  static final double OUTLINE = 0.5;

  /**
   * By which the odds of a cup are raised: where the network says 0.35, drawn cups of known outline
   * end in the mean.
   */
  static final double CUP_ODDS = 0.65 / 0.35;

  /** Of a disc that was found: below, something else was. */
  static final double LEAST_FOUND = 0.6;

  /** Of a disc that was outlined: below, it is a guess. */
  static final double LEAST_CERTAINTY = 0.85;

  /** Of a disc's probabilities and of how they agree with those of the mirrored picture. */
  static final double LEAST_CLEAR = 0.6;

  /** Of the field of view's diameter: discs of whole retinas and of crops lie between. */
  static final double SMALLEST = 0.05;

  static final double LARGEST = 0.8;

  /** In pixels of the picture: a smaller disc shows no rim that could be measured. */
  static final double FEWEST_PIXELS = 24;

  static final double MOST_ELONGATED = 1.6;
  static final double LEAST_ROUND = 0.93;

  /** In disc diameters, how far two looks may put the disc's middle apart. */
  static final double MOST_SHIFT = 0.15;

  /** How much larger one look's disc may be than the other's. */
  static final double MOST_GROWTH = 1.25;

  /**
   * Where a blur moves the ratio of cup to disc by more than 0.03, less is left; sharp photographs
   * have 0.23 to 0.73.
   */
  static final double LEAST_SHARPNESS = 0.15;

  /** Of the outline, which may lie where the picture ends. */
  static final double MOST_CUT_OFF = 0.05;

  final DiscNet finder;
  final DiscNet outliner;

  /**
   * @param weights of both networks, as {@code train-disc} writes them
   * @throws IllegalArgumentException naming the array that is missing, unknown or of another shape
   */
  public DiscOutliner(Collection<NamedArray> weights) {
    finder = DiscNet.finder(0);
    outliner = DiscNet.outliner(0);
    try {
      finder.withWeights(weights);
      outliner.withWeights(weights);
    } catch (IllegalArgumentException e) {
      close();
      throw e;
    }
  }

  /**
   * The one that comes with the software.
   *
   * @throws IOException with one sentence when it is missing or damaged
   */
  public static DiscOutliner shipped() throws IOException {
    return of(DiscOutliner.class.getClassLoader(), SHIPPED);
  }

  /**
   * The weights of another one, as {@code train-disc} has written them.
   *
   * @throws IOException with one sentence when the file cannot be read or holds something else
   */
  public static List<NamedArray> weights(Path file) throws IOException {
    List<NamedArray> weights = Safetensors.read(file);
    try (DiscOutliner outliner = new DiscOutliner(weights)) {
      return outliner.weights();
    } catch (IllegalArgumentException e) {
      throw new IOException(
          file
              + " does not hold the networks for the optic disc: give a file that train-disc of"
              + " this version has written. "
              + e.getMessage(),
          e);
    }
  }

  static DiscOutliner of(ClassLoader loader, String name) throws IOException {
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in == null)
        throw new IOException(
            "The software's own networks for the optic disc ("
                + name
                + ") are missing: install CAVGA again, or give your own ones.");
      byte[] bytes = in.readAllBytes();
      return new DiscOutliner(Safetensors.read(new ByteArrayInputStream(bytes), bytes.length));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "The software's own networks for the optic disc are of another version: install CAVGA"
              + " again. "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Looks for the disc of one photograph.
   *
   * @param picture whose own pixels are at hand
   * @return the outlines, or the reason why there are none
   */
  public OutlinedDisc outline(PreparedPicture picture) {
    try {
      return found(picture);
    } catch (UnusablePictureException e) {
      return OutlinedDisc.missing("The optic disc cannot be seen whole. " + e.getMessage());
    }
  }

  /** The first that is outlined well, or else why the most plain one is not. */
  private OutlinedDisc found(PreparedPicture picture) {
    OutlinedDisc plainest = null;
    DiscFinder discs = new DiscFinder(finder);
    Look whole = discs.whole(picture);
    for (int attempt = 0; attempt < DiscFinder.ATTEMPTS; attempt++) {
      DiscPlace place = discs.find(picture, whole, attempt).orElse(null);
      if (place == null || attempt == 0 && place.certainty() < LEAST_FOUND) continue;
      OutlinedDisc outlined = outlined(picture, place);
      if (outlined.reason().isEmpty()) return outlined;
      if (plainest == null) plainest = outlined;
    }
    return plainest == null
        ? OutlinedDisc.missing("No optic disc was found in the picture.")
        : plainest;
  }

  private OutlinedDisc outlined(PreparedPicture picture, DiscPlace place) {
    DiscPlace first = look(picture, place).largest(DiscNet.DISC, OUTLINE);
    if (first == null || first.certainty() < LEAST_CERTAINTY)
      return OutlinedDisc.missing("The optic disc is too faint or too blurred to be outlined.");
    Look look = look(picture, first);
    DiscPlace second = look.largest(DiscNet.DISC, OUTLINE);
    if (second == null
        || second.certainty() < LEAST_CERTAINTY
        || look.certainty(DiscNet.DISC) < LEAST_CLEAR
        || !alike(first, second))
      return OutlinedDisc.missing("It is not certain what in the picture is the optic disc.");
    double field = picture.placement().side();
    if (!plausible(second, field))
      return OutlinedDisc.missing("What looks most like an optic disc has not the shape of one.");
    if (second.diameter() < FEWEST_PIXELS)
      return OutlinedDisc.missing(
          String.format(
              Locale.ROOT,
              "The optic disc is %.0f pixels wide, and %.0f are needed: take a larger picture.",
              second.diameter(),
              FEWEST_PIXELS));
    if (second.cutOff() > MOST_CUT_OFF)
      return OutlinedDisc.missing("The optic disc is cut off by the edge of the picture.");
    if (Sharpness.of(look.square()) < LEAST_SHARPNESS)
      return OutlinedDisc.missing(
          "The picture is too blurred around the optic disc for its cup and rim to be measured.");
    return outlined(look, second, field);
  }

  private static boolean plausible(DiscPlace place, double field) {
    double share = place.diameter() / field;
    return share >= SMALLEST
        && share <= LARGEST
        && place.elongation() <= MOST_ELONGATED
        && place.roundness() >= LEAST_ROUND;
  }

  private Look look(PreparedPicture picture, DiscPlace place) {
    return Look.of(outliner, around(picture, place));
  }

  /** The square that is outlined of a disc. */
  static PreparedPicture around(PreparedPicture picture, DiscPlace place) {
    double side = SQUARE * place.diameter();
    return picture.region(place.x() - side / 2, place.y() - side / 2, side, DiscNet.OUTLINER_SIZE);
  }

  private static boolean alike(DiscPlace a, DiscPlace b) {
    double growth = a.diameter() / b.diameter();
    return Math.hypot(a.x() - b.x(), a.y() - b.y()) <= MOST_SHIFT * b.diameter()
        && Math.max(growth, 1 / growth) <= MOST_GROWTH;
  }

  /** What else looks like a disc in the square is none, and a cup lies in its disc. */
  private static OutlinedDisc outlined(Look look, DiscPlace place, double fieldDiameter) {
    float[] disc = look.probabilities(DiscNet.DISC).clone();
    for (int i = 0; i < disc.length; i++) if (disc[i] > OUTLINE && !place.inside()[i]) disc[i] = 0;
    float[] cup = cup(look, disc);
    double confidence = Math.min(look.certainty(DiscNet.DISC), look.certainty(DiscNet.CUP));
    return OutlinedDisc.of(look.square(), disc, cup, fieldDiameter, confidence);
  }

  /**
   * @param disc [H,W], the disc's probabilities, which the cup's do not exceed
   * @return [H,W], a new array
   */
  static float[] cup(Look look, float[] disc) {
    float[] cup = look.probabilities(DiscNet.CUP).clone();
    for (int i = 0; i < cup.length; i++) cup[i] = (float) Math.min(calibrated(cup[i]), disc[i]);
    return cup;
  }

  private static double calibrated(double cup) {
    return CUP_ODDS * cup / (CUP_ODDS * cup + 1 - cup);
  }

  /** Of both networks, a copy: what the constructor takes. */
  public List<NamedArray> weights() {
    List<NamedArray> weights = new ArrayList<>(finder.weights());
    weights.addAll(outliner.weights());
    return weights;
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() {
    finder.close();
    outliner.close();
  }
}
