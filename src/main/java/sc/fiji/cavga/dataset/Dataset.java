package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.cavga.dataset.mask.MaskRule;
import sc.fiji.cavga.io.OutputMark;

/** The pictures of a data set, split as its authors split them. */
public final class Dataset {

  private final List<Sample> trainNormal;
  private final List<Sample> trainAnomalous;
  private final List<Sample> test;
  private final List<String> warnings;
  private final int results;
  private final MaskRule masks;

  public Dataset(List<Sample> trainNormal, List<Sample> trainAnomalous, List<Sample> test) {
    this(trainNormal, trainAnomalous, test, List.of());
  }

  /**
   * @param warnings what looks like a mistake in how the data set lies on disk, a sentence each
   */
  public Dataset(
      List<Sample> trainNormal,
      List<Sample> trainAnomalous,
      List<Sample> test,
      List<String> warnings) {
    this(trainNormal, trainAnomalous, test, warnings, 0, MaskRule.NOT_BLACK);
  }

  private Dataset(
      List<Sample> trainNormal,
      List<Sample> trainAnomalous,
      List<Sample> test,
      List<String> warnings,
      int results,
      MaskRule masks) {
    this.masks = masks;
    this.results = results;
    this.warnings = List.copyOf(warnings);
    this.trainNormal = List.copyOf(trainNormal);
    this.trainAnomalous = List.copyOf(trainAnomalous);
    this.test = List.copyOf(test);
  }

  /**
   * The same with some of the anomalous test pictures taken for weakly supervised training, for
   * sets that have none for it. Which ones is decided by their names and the seed, so that training
   * and evaluating agree on them.
   *
   * @param count how many; at least one anomalous picture must be left to test with
   * @throws IOException with one sentence when there are too few
   */
  public Dataset withTestAnomaliesForTraining(int count, long seed) throws IOException {
    List<Sample> anomalous = new ArrayList<>();
    for (Sample sample : test) if (sample.anomalous()) anomalous.add(sample);
    if (count < 1 || count >= anomalous.size())
      throw new IOException(
          "Of the "
              + anomalous.size()
              + " anomalous test pictures "
              + count
              + " cannot be taken for training; choose 1 to "
              + Math.max(1, anomalous.size() - 1)
              + ".");
    anomalous.sort(
        Comparator.comparingLong((Sample s) -> Seeds.combine(seed, s.name()))
            .thenComparing(Sample::name));
    List<Sample> taken = anomalous.subList(0, count);
    List<Sample> learned = new ArrayList<>(trainAnomalous);
    learned.addAll(taken);
    List<Sample> left = new ArrayList<>(test);
    left.removeAll(taken);
    return new Dataset(trainNormal, learned, left, warnings, results, masks);
  }

  public List<Sample> trainNormal() {
    return trainNormal;
  }

  /** Empty where the data set has none. */
  public List<Sample> trainAnomalous() {
    return trainAnomalous;
  }

  /** Normal and anomalous pictures that training must never see. */
  public List<Sample> test() {
    return test;
  }

  /** What looks like a mistake in how the data set lies on disk, a sentence each. */
  public List<String> warnings() {
    return warnings;
  }

  /** How many files of its folders are not among its pictures, as CAVGA itself has written them. */
  public int results() {
    return results;
  }

  /** What is anomalous in the test pictures' masks. */
  public MaskRule maskRule() {
    return masks;
  }

  /** All that is to be said of it: the warnings, and how many files were passed over. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(warnings);
    if (results > 0) notes.add(OutputMark.passedOver(results));
    return notes;
  }

  /** The same with other pictures to learn from, and other warnings. */
  public Dataset withTraining(List<Sample> normal, List<Sample> anomalous, List<String> warned) {
    return new Dataset(normal, anomalous, test, warned, results, masks);
  }

  Dataset withResults(int passedOver) {
    return new Dataset(trainNormal, trainAnomalous, test, warnings, passedOver, masks);
  }

  /** The same, the test pictures' masks taken by another rule. */
  public Dataset withMaskRule(MaskRule rule) {
    List<Sample> taken = new ArrayList<>();
    for (Sample sample : test) taken.add(sample.withMaskRule(rule));
    return new Dataset(trainNormal, trainAnomalous, taken, warnings, results, rule);
  }
}
