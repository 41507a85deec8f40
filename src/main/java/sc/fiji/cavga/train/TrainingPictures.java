package sc.fiji.cavga.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.feed.Augmentation;
import sc.fiji.cavga.feed.BatchOptions;
import sc.fiji.cavga.feed.Batches;
import sc.fiji.cavga.feed.FirstPass;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.Split;
import sc.fiji.cavga.preprocess.EyeSide;
import sc.fiji.cavga.preprocess.Preprocessing;

/** The pictures of a training that can be used, divided into their roles. */
final class TrainingPictures {

  /** Fewer leave nothing to learn from once some are held out. */
  static final int FEWEST = 4;

  /** Below, the held-out pictures say little about what is normal. */
  static final int ENOUGH = 20;

  private static final int THREADS =
      Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

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
  static TrainingPictures of(
      Dataset dataset, TrainingConfig config, TrainingControl control, TrainingListener listener)
      throws IOException, InterruptedException {
    List<Sample> all = new ArrayList<>(dataset.trainNormal());
    int normals = all.size();
    boolean weak = config.network().weaklySupervised();
    if (weak) all.addAll(dataset.trainAnomalous());
    requireLabels(dataset);
    PreparedSamples samples =
        new PreparedSamples(all, config.preprocessing()::prepare, config.cacheLimit());
    PreparedSamples usable = firstPass(samples, control, listener);
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
    if (weak && anomalous.isEmpty())
      throw new IOException(
          "Weakly supervised training needs at least one anomalous picture that can be used: add"
              + " some, or train without supervision.");
    List<Sample> candidates =
        normal.stream().map(usable::sample).collect(Collectors.toUnmodifiableList());
    Split split = Split.of(candidates, config.heldOutShare(), config.seed());
    TrainingPictures pictures =
        new TrainingPictures(
            usable.subset(places(usable, normal, split.training())),
            usable.subset(places(usable, normal, split.heldOut())),
            weak ? usable.subset(anomalous) : PreparedSamples.none(),
            config.preprocessing(),
            all.size() - usable.count());
    return config.augmentation().mirror()
        ? pictures.aligned(EyeSideStep.learn(pictures.training, control))
        : pictures;
  }

  /** All of one side: where mirrored pictures are as normal as these, one side is enough. */
  private TrainingPictures aligned(EyeSide laterality) {
    return new TrainingPictures(
        training.then(laterality::align),
        heldOut.then(laterality::align),
        anomalous.then(laterality::align),
        preprocessing.withLaterality(laterality),
        skipped);
  }

  private static void requireLabels(Dataset dataset) {
    if (dataset.trainNormal().stream().anyMatch(Sample::anomalous)
        || !dataset.trainAnomalous().stream().allMatch(Sample::anomalous))
      throw new IllegalArgumentException("The data set's pictures and their labels contradict.");
  }

  private static PreparedSamples firstPass(
      PreparedSamples samples, TrainingControl control, TrainingListener listener)
      throws IOException, InterruptedException {
    return control.await(
        () ->
            FirstPass.usable(
                samples,
                THREADS,
                new FirstPass.Listener() {
                  @Override
                  public void checked(int done, int total) {
                    listener.checked(done, total);
                  }

                  @Override
                  public void skipped(Sample sample, IOException problem) {
                    listener.warned("A picture is left out: " + problem.getMessage());
                  }
                }));
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
  PreparedSamples training() {
    return training;
  }

  /** Normal pictures that training never sees. */
  PreparedSamples heldOut() {
    return heldOut;
  }

  /** Empty where training is unsupervised. */
  PreparedSamples anomalous() {
    return anomalous;
  }

  /** As configured, and with what was learned of the pictures' side. */
  Preprocessing preprocessing() {
    return preprocessing;
  }

  /** How many could not be used. */
  int skipped() {
    return skipped;
  }

  /**
   * Normal pictures with anomalies painted into them, from a training step on; where pictures are
   * varied at all, in varying light.
   */
  Batches painted(TrainingConfig config, long step) {
    boolean varies = !config.augmentation().equals(Augmentation.NONE);
    BatchOptions options = options(config).withPainted(config.painted()).withVaryingLight(varies);
    return Batches.startingAt(training, PreparedSamples.none(), options, step);
  }

  /** The batches from a training step on, counted from 0. */
  Batches batches(TrainingConfig config, long step) {
    return Batches.startingAt(training, anomalous, options(config), step);
  }

  private BatchOptions options(TrainingConfig config) {
    BatchOptions options = config.batchOptions().withThreads(THREADS);
    return preprocessing.laterality().isPresent()
        ? options.withAugmentation(config.augmentation().withoutMirror())
        : options;
  }

  /**
   * A fingerprint of which pictures have which role, by their names: the names themselves may be
   * patients' and stay out of the model.
   */
  String fingerprint() {
    return fingerprint;
  }

  private static String fingerprint(PreparedSamples... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (PreparedSamples part : parts) {
        for (int i = 0; i < part.count(); i++)
          digest.update((part.sample(i).name() + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      StringBuilder text = new StringBuilder();
      for (byte b : digest.digest()) text.append(String.format("%02x", b));
      return text.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
