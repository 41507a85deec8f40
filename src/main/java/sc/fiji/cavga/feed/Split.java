package sc.fiji.cavga.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.Seeds;

/**
 * Normal pictures divided into those that the network learns from and those that are held out for
 * validation and calibration.
 *
 * <p>Who is held out is decided by the pictures' names and the seed alone: neither the order in
 * which a file system lists them nor their contents matter, and a picture that is added moves few
 * others. Test pictures have no part in it.
 */
public final class Split {

  /** One picture in five is held out. */
  public static final double DEFAULT_SHARE = 0.2;

  /** From this number of pictures on, at least two are held out: one alone has no spread. */
  private static final int ENOUGH_FOR_TWO = 4;

  private final List<Sample> training;
  private final List<Sample> heldOut;

  private Split(List<Sample> training, List<Sample> heldOut) {
    this.training = List.copyOf(training);
    this.heldOut = List.copyOf(heldOut);
  }

  /**
   * @param normals at least three pictures with different names
   * @param share of the pictures to hold out, above 0 and below 1; at least one is held out (two
   *     from four pictures on) and at least two are left for training, whatever the share
   * @throws IOException with one sentence when there are too few pictures
   * @throws IllegalArgumentException when the share is out of range
   */
  public static Split of(List<Sample> normals, double share, long seed) throws IOException {
    if (!(share > 0 && share < 1))
      throw new IllegalArgumentException(
          "The held-out share must be above 0 and below 1, not " + share + ".");
    int count = normals.size();
    if (count < 3)
      throw new IOException(
          "Training needs at least three normal pictures, two to learn from and one to calibrate"
              + " with, but there "
              + (count == 0 ? "are none" : count == 1 ? "is only one" : "are only two")
              + "; add more pictures of healthy eyes.");
    int least = count >= ENOUGH_FOR_TWO ? 2 : 1;
    int heldOutCount = (int) Math.max(least, Math.min(count - 2, Math.round(share * count)));
    List<Sample> ranked = new ArrayList<>(normals);
    ranked.sort(
        Comparator.comparingLong((Sample s) -> Seeds.combine(seed, s.name()))
            .thenComparing(Sample::name));
    List<Sample> heldOut = new ArrayList<>(ranked.subList(0, heldOutCount));
    List<Sample> training = new ArrayList<>(ranked.subList(heldOutCount, count));
    heldOut.sort(Comparator.comparing(Sample::name));
    training.sort(Comparator.comparing(Sample::name));
    return new Split(training, heldOut);
  }

  /** What the network learns from, in the order of their names. */
  public List<Sample> training() {
    return training;
  }

  /** What validation and calibration use, in the order of their names. */
  public List<Sample> heldOut() {
    return heldOut;
  }
}
