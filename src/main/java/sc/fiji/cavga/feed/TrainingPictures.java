package sc.fiji.cavga.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.cavga.compute.ReadingThreads;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.dataset.copies.Copies;
import sc.fiji.cavga.dataset.patients.FellowEyes;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.io.Fingerprint;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.EyeSide;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;

/** The pictures of a training that can be used, divided into their roles. */
public final class TrainingPictures {

  /** Fewer leave nothing to learn from once some are held out. */
  static final int FEWEST = 4;

  /** Below, the held-out pictures say little about what is normal. */
  static final int ENOUGH = 20;

  /** More pictures of one kind of eye change nothing, and each may cost a reading. */
  private static final int MOST_FOR_SIDE = 500;

  private final PreparedSamples training;
  private final PreparedSamples heldOut;
  private final PreparedSamples anomalous;
  private final Preprocessing preprocessing;
  private final int skipped;
  private final String fingerprint;

  private TrainingPictures(
      PreparedSamples training,
      PreparedSamples heldOut,
      PreparedSamples anomalous,
      Preprocessing preprocessing,
      int skipped) {
    this.preprocessing = preprocessing;
    this.training = training;
    this.heldOut = heldOut;
    this.anomalous = anomalous;
    this.skipped = skipped;
    fingerprint = fingerprint(training, heldOut, anomalous);
  }

  /**
   * Reads every picture once. The test pictures of the data set are not touched.
   *
   * @throws IOException with one sentence when there are too few that can be used
   */
  public static TrainingPictures of(
      Dataset dataset, PictureRoles roles, TrainingControl control, PictureListener listener)
      throws IOException, InterruptedException {
    List<Sample> all = new ArrayList<>(dataset.trainNormal());
    int normals = all.size();
    if (roles.weak) all.addAll(dataset.trainAnomalous());
    requireLabels(dataset);
    PreparedSamples read = read(all, roles.preprocessing::prepare, roles.cache, control, listener);
    PreparedSamples usable = withoutCopies(read, listener);
    List<Integer> normal = indices(usable, false);
    List<Integer> anomalous = indices(usable, true);
    if (normal.size() < FEWEST)
      throw new IOException(
          "Training needs at least "
              + FEWEST
              + " normal pictures that can be used, but there "
              + (normal.size() == 1 ? "is 1" : "are " + normal.size())
              + " of "
              + normals
              + ": add pictures of healthy eyes.");
    if (normal.size() < ENOUGH)
      listener.warned(
          "There are only "
              + normal.size()
              + " normal pictures: the model will know little of what is normal; give it at least "
              + ENOUGH
              + ", better hundreds.");
    proposeGroup(usable, dataset, listener);
    if (roles.weak && anomalous.isEmpty())
      throw new IOException(
          "Weakly supervised training needs at least one anomalous picture that can be used: add"
              + " some, or train without supervision.");
    List<Sample> candidates =
        normal.stream().map(usable::sample).collect(Collectors.toUnmodifiableList());
    Split split = Split.of(candidates, roles.heldOutShare, roles.seed, patients(usable, anomalous));
    TrainingPictures pictures =
        new TrainingPictures(
            usable.subset(places(usable, normal, split.training())),
            usable.subset(places(usable, normal, split.heldOut())),
            roles.weak ? usable.subset(anomalous) : PreparedSamples.none(),
            roles.preprocessing,
            all.size() - read.count());
    return roles.oneSide
        ? pictures.aligned(side(pictures.training.atMost(MOST_FOR_SIDE), control))
        : pictures;
  }

  /**
   * All normal pictures as those to learn from, with none held out: for what judges each by the
   * others. Read as in the other method.
   *
   * @param preprocessing of a finished model, with what it knows of the pictures' side
   */
  public static TrainingPictures undivided(
      Dataset dataset,
      Preprocessing preprocessing,
      CacheLimit cache,
      TrainingControl control,
      PictureListener listener)
      throws IOException, InterruptedException {
    List<Sample> all = dataset.trainNormal();
    PreparedSamples read = read(all, preprocessing::prepare, cache, control, listener);
    PreparedSamples usable = withoutCopies(read, listener);
    proposeGroup(usable, dataset, listener);
    return new TrainingPictures(
        usable,
        PreparedSamples.none(),
        PreparedSamples.none(),
        preprocessing,
        all.size() - read.count());
  }

  private static PreparedSamples read(
      List<Sample> all,
      Function<Picture, PreparedPicture> preparation,
      CacheLimit cache,
      TrainingControl control,
      PictureListener listener)
      throws IOException, InterruptedException {
    PreparedSamples samples = new PreparedSamples(all, preparation, cache);
    PreparedSamples read =
        control.await(() -> FirstPass.usable(samples, ReadingThreads.COUNT, listener));
    Depths.mixed(read).ifPresent(listener::warned);
    return read;
  }

  private static void proposeGroup(
      PreparedSamples usable, Dataset dataset, PictureListener listener) {
    if (patients(usable).isEmpty())
      FellowEyes.proposal(dataset.trainNormal()).ifPresent(listener::warned);
  }

  private static PreparedSamples withoutCopies(PreparedSamples read, PictureListener listener) {
    List<Sample> samples = new ArrayList<>();
    List<String> contents = new ArrayList<>();
    for (int i = 0; i < read.count(); i++) {
      samples.add(read.sample(i));
      contents.add(read.content(i));
    }
    Copies copies = new Copies(samples, contents);
    copies.warnings().forEach(listener::warned);
    return read.subset(copies.kept());
  }

  /** What one of the straight side looks like, learned from pictures as they are. */
  private static EyeSide side(PreparedSamples training, TrainingControl control)
      throws IOException, InterruptedException {
    List<float[]> coarse = new ArrayList<>();
    for (int i = 0; i < training.count(); i++) {
      control.check();
      coarse.add(EyeSide.coarse(training.get(i)));
    }
    return EyeSide.of(coarse);
  }

  /** All of one side: where mirrored pictures are as normal as these, one side is enough. */
  private TrainingPictures aligned(EyeSide side) {
    return new TrainingPictures(
        training.then(side::align),
        heldOut.then(side::align),
        anomalous.then(side::align),
        preprocessing.withLaterality(side),
        skipped);
  }

  private static void requireLabels(Dataset dataset) {
    if (dataset.trainNormal().stream().anyMatch(Sample::anomalous)
        || !dataset.trainAnomalous().stream().allMatch(Sample::anomalous))
      throw new IllegalArgumentException("The data set's pictures and their labels contradict.");
  }

  private static Set<String> patients(PreparedSamples samples, List<Integer> among) {
    return among.stream()
        .flatMap(i -> samples.sample(i).patient().stream())
        .collect(Collectors.toSet());
  }

  /** How many patients these pictures are of; empty where nobody has said whose they are. */
  public static OptionalInt patients(PreparedSamples samples) {
    Set<String> patients =
        patients(samples, IntStream.range(0, samples.count()).boxed().collect(Collectors.toList()));
    return patients.isEmpty() ? OptionalInt.empty() : OptionalInt.of(patients.size());
  }

  private static List<Integer> indices(PreparedSamples samples, boolean anomalous) {
    return IntStream.range(0, samples.count())
        .filter(i -> samples.sample(i).anomalous() == anomalous)
        .boxed()
        .collect(Collectors.toList());
  }

  private static List<Integer> places(
      PreparedSamples samples, List<Integer> among, List<Sample> wanted) {
    Map<String, Integer> byName = new HashMap<>();
    for (int i : among) byName.put(samples.sample(i).name(), i);
    return wanted.stream().map(s -> byName.get(s.name())).collect(Collectors.toList());
  }

  /** Normal pictures to learn from. */
  public PreparedSamples training() {
    return training;
  }

  /** Normal pictures that training never sees. */
  public PreparedSamples heldOut() {
    return heldOut;
  }

  /** Empty where training is unsupervised. */
  public PreparedSamples anomalous() {
    return anomalous;
  }

  /** As configured, and with what was learned of the pictures' side. */
  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /** Some of those to learn from, in this order, and none held out. */
  public TrainingPictures subset(List<Integer> indices) {
    return undivided(training.subset(indices));
  }

  /** So many of those to learn from at most, spread evenly, and none held out. */
  public TrainingPictures atMost(int most) {
    return undivided(training.atMost(most));
  }

  private TrainingPictures undivided(PreparedSamples samples) {
    return new TrainingPictures(
        samples, PreparedSamples.none(), PreparedSamples.none(), preprocessing, skipped);
  }

  /** How many could not be used. */
  public int skipped() {
    return skipped;
  }

  /**
   * By what the pictures of all roles are known again, see {@link
   * sc.fiji.cavga.picture.PictureContent}.
   */
  public List<String> contents() {
    return Stream.of(training, heldOut, anomalous)
        .flatMap(part -> IntStream.range(0, part.count()).mapToObj(part::content))
        .filter(Objects::nonNull)
        .collect(Collectors.toList());
  }

  /**
   * How batches of these pictures are made; all of one side are not mirrored any more.
   *
   * @param seed decides order and augmentation
   */
  public BatchOptions options(int batchSize, long seed, Augmentation augmentation) {
    boolean oneSide = preprocessing.laterality().isPresent();
    return new BatchOptions(batchSize, seed, oneSide ? augmentation.withoutMirror() : augmentation)
        .withThreads(ReadingThreads.COUNT);
  }

  /** The batches from a training step on, counted from 0, of normal pictures alone. */
  public Batches normalBatches(BatchOptions options, long step) {
    return new Batches(training, PreparedSamples.none(), options, step);
  }

  /** The batches from a training step on, counted from 0, anomalous pictures among them. */
  public Batches batches(BatchOptions options, long step) {
    return new Batches(training, anomalous, options, step);
  }

  /**
   * A fingerprint of which pictures have which role, by their names: the names themselves may be
   * patients' and stay out of the model.
   */
  public String fingerprint() {
    return fingerprint;
  }

  private static String named(Sample sample) {
    return sample.name() + sample.patient().map(patient -> "\t" + patient).orElse("");
  }

  private static String fingerprint(PreparedSamples... parts) {
    Fingerprint fingerprint = new Fingerprint();
    for (PreparedSamples part : parts) {
      for (int i = 0; i < part.count(); i++) fingerprint.add(named(part.sample(i)) + "\n");
      fingerprint.end();
    }
    return fingerprint.text();
  }
}
