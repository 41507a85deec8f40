package sc.fiji.cavga.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final int FEWEST = 3;
  private static final int FEWEST_TO_LEARN = 2;

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
    return of(normals, share, seed, Set.of());
  }

  /**
   * As the other method, with the pictures of a patient on one side. More or fewer pictures than
   * the share may be held out then.
   *
   * @param learned patients of whom other pictures are learned from: held out last
   */
  static Split of(List<Sample> normals, double share, long seed, Set<String> learned)
      throws IOException {
    if (!(share > 0 && share < 1))
      throw new IllegalArgumentException(
          "The held-out share must be above 0 and below 1, not " + share + ".");
    int count = normals.size();
    if (count < FEWEST)
      throw new IOException(
          "Training needs at least three normal pictures, two to learn from and one to calibrate"
              + " with, but there "
              + (count == 0 ? "are none" : count == 1 ? "is only one" : "are only two")
              + "; add more pictures of healthy eyes.");
    int least = count >= ENOUGH_FOR_TWO ? 2 : 1;
    int heldOutCount =
        (int) Math.max(least, Math.min(count - FEWEST_TO_LEARN, Math.round(share * count)));
    Map<String, List<Sample>> patients = new HashMap<>();
    for (Sample sample : normals)
      patients.computeIfAbsent(sample.patientOrName(), none -> new ArrayList<>()).add(sample);
    if (patients.size() < FEWEST)
      throw new IOException(
          "Training needs pictures of at least three patients, two to learn from and one to"
              + " calibrate with, but the group finds only "
              + patients.size()
              + ": look at what it takes for a patient, or add pictures of others.");
    List<String> ranked = new ArrayList<>(patients.keySet());
    ranked.sort(
        Comparator.comparing((String patient) -> learned.contains(patient))
            .thenComparingLong(patient -> Seeds.combine(seed, patient))
            .thenComparing(Comparator.naturalOrder()));
    List<Sample> heldOut = new ArrayList<>();
    List<Sample> training = new ArrayList<>();
    int held = 0;
    for (String patient : ranked) {
      List<Sample> pictures = patients.get(patient);
      boolean wanted = heldOut.size() < heldOutCount || held < Math.min(least, heldOutCount);
      boolean fits = heldOut.size() + pictures.size() <= count - FEWEST_TO_LEARN;
      if (wanted && fits) held++;
      (wanted && fits ? heldOut : training).addAll(pictures);
    }
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
