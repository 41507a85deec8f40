package sc.fiji.cavga.method.disc;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.disc.limit.EyeNumbers;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.calibration.LogisticRegression;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Measures healthy eyes and learns their normal limits; with labelled eyes, how to weigh their
 * deviations. The networks that outline the discs come with the software and are not trained here.
 */
final class DiscTraining {

  /** More eyes change the limits little. */
  private static final int MOST_EYES = 1000;

  /** From this share of eyes without a measured disc on, something is wrong with the pictures. */
  private static final double MANY = 0.2;

  /** So many labelled eyes count as much as what is known of glaucoma without them. */
  private static final double EYES_OF_PRIOR = 10;

  /** Photographs in a warning. */
  private static final int MOST_NAMED = 5;

  private static final String DONE = "done";
  private static final String NETWORKS = "networks";
  private static final String EYES = "eyes";
  private static final String PLACES = "places";
  private static final String HEALTHY = "healthy";
  private static final String LABELLED = "labelled";

  private final MethodTraining training;
  private final PreparedSamples healthy;
  private final PreparedSamples labelled;
  private final List<EyeNumbers> normal = new ArrayList<>();
  private final List<EyeNumbers> anomalous = new ArrayList<>();
  private final MeasuredEyes shown = new MeasuredEyes();

  /** Of the measured healthy eyes, their places among all. */
  private final List<Integer> places = new ArrayList<>();

  private int done;

  /** Null for those that come with the software. */
  private List<NamedArray> networks;

  DiscTraining(MethodTraining training, List<NamedArray> networks) {
    this.training = training;
    this.networks = networks;
    healthy = training.pictures().training().atMost(MOST_EYES);
    labelled = training.pictures().anomalous().atMost(MOST_EYES);
  }

  TrainingResult run() throws IOException, InterruptedException {
    training.restore(this::restore);
    DiscOutliner outliner = outliner();
    try {
      measure(outliner);
      requireEnough();
      return result(outliner);
    } catch (IOException | InterruptedException | RuntimeException e) {
      outliner.close();
      throw e;
    }
  }

  private DiscOutliner outliner() throws IOException {
    return networks == null ? DiscOutliner.shipped() : new DiscOutliner(networks);
  }

  /** An eye is a step: healthy ones first. */
  private void measure(DiscOutliner outliner) throws IOException, InterruptedException {
    training.listener().stageBegun("Measuring healthy optic discs", "");
    int all = healthy.count() + labelled.count();
    int first = done;
    double before = training.secondsHere();
    while (done < all) {
      training.control().check();
      boolean isHealthy = done < healthy.count();
      PreparedPicture picture =
          isHealthy ? healthy.get(done) : labelled.get(done - healthy.count());
      DiscMeasurement eye = DiscModel.measure(outliner, picture);
      if (eye.reason().isEmpty()) {
        (isHealthy ? normal : anomalous).add(EyeNumbers.of(eye));
        if (isHealthy) {
          places.add(done);
          show(picture, eye);
        }
      }
      done++;
      double each = (training.secondsHere() - before) / (done - first);
      training.listener().progressed(progress(all, each * (all - done)));
      // A copy cannot be made before there are limits; a checkpoint can.
      if (done < all && normal.size() >= NormalLimits.FEWEST_EYES && done >= healthy.count())
        training.betweenSteps(false, this::state, () -> result(outliner()));
      else if (done < all) training.betweenSteps(false, this::state);
    }
  }

  private void show(PreparedPicture picture, DiscMeasurement eye) {
    shown.add(picture, eye);
    training
        .listener()
        .shown("Measured in " + normal.size() + " of " + done + " healthy eyes", shown);
  }

  private TrainingProgress progress(int all, double secondsLeft) {
    return new TrainingProgress(
        "Measuring optic discs",
        done,
        all,
        done,
        Double.NaN,
        training.seconds(),
        secondsLeft,
        0,
        0);
  }

  private void requireEnough() throws IOException {
    requireEnough(normal.size(), healthy.count());
    if (labelled.count() > 0 && anomalous.isEmpty())
      throw new IOException(
          "An optic disc can be measured in none of the labelled eyes: add photographs on which it"
              + " can be seen, or train without labels.");
  }

  /**
   * @throws IOException with one sentence when there are too few healthy eyes whose disc was
   *     measured
   */
  static void requireEnough(int measured, int healthy) throws IOException {
    if (measured < NormalLimits.FEWEST_EYES)
      throw new IOException(
          "An optic disc can be measured in only "
              + measured
              + " of "
              + healthy
              + " healthy eyes, and normal limits need "
              + NormalLimits.FEWEST_EYES
              + ": add photographs on which the optic disc can be seen.");
  }

  private TrainingResult result(DiscOutliner outliner) {
    NormalLimits limits = NormalLimits.fit(normal, patients());
    JsonObject record = new JsonObject();
    record.addProperty("healthy_eyes", healthy.count());
    record.addProperty("healthy_eyes_measured", normal.size());
    record.addProperty("labelled_eyes", labelled.count());
    record.addProperty("labelled_eyes_measured", anomalous.size());
    List<String> warnings = new ArrayList<>();
    int missed = healthy.count() - normal.size();
    if (missed > MANY * healthy.count())
      warnings.add(
          "The optic disc could not be measured in "
              + missed
              + " of "
              + healthy.count()
              + " healthy eyes: look at these photographs.");
    otherScale(limits).ifPresent(warnings::add);
    float[] weights =
        anomalous.isEmpty()
            ? null
            : LogisticRegression.fit(
                vectors(limits, normal),
                vectors(limits, anomalous),
                DiscScore.expectedWeights(),
                EYES_OF_PRIOR);
    return new TrainingResult(new DiscModel(outliner, limits, weights), record, warnings);
  }

  /** Names the healthy eyes whose discs are unlike the others' in size; empty for none. */
  private Optional<String> otherScale(NormalLimits limits) {
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < normal.size(); i++) if (!limits.isSameScale(normal.get(i))) others.add(i);
    if (others.isEmpty()) return Optional.empty();
    // Checkpoints of earlier versions may know no places.
    String names =
        places.size() < normal.size()
            ? "these photographs"
            : others.stream()
                .limit(MOST_NAMED)
                .map(i -> healthy.sample(places.get(i)).name())
                .collect(Collectors.joining(", "));
    boolean leftOut = normal.size() - others.size() >= NormalLimits.FEWEST_EYES;
    return Optional.of(
        "The discs of "
            + others.size()
            + " of "
            + normal.size()
            + " healthy eyes have more than twice or less than half of the others' diameter; normal"
            + (leftOut ? " limits leave them out" : " limits count them, as else too few were left")
            + ": look at "
            + names
            + ".");
  }

  /** Whose the measured healthy eyes are; null where nobody has said. */
  private List<String> patients() {
    if (TrainingPictures.patients(healthy).isEmpty()) return null;
    return places.stream()
        .map(i -> healthy.sample(i))
        .map(Sample::patientOrName)
        .collect(Collectors.toList());
  }

  private static List<float[]> vectors(NormalLimits limits, List<EyeNumbers> eyes) {
    return eyes.stream()
        .map(eye -> DiscScore.vector(limits.deviations(eye)))
        .collect(Collectors.toList());
  }

  private TrainingState state() {
    JsonObject values = new JsonObject();
    values.addProperty(DONE, done);
    Map<String, List<NamedArray>> arrays = new TreeMap<>();
    arrays.put(EYES, List.of(array(HEALTHY, normal), array(LABELLED, anomalous)));
    float[] indices = new float[places.size()];
    for (int i = 0; i < indices.length; i++) indices[i] = places.get(i);
    arrays.put(PLACES, List.of(new NamedArray(HEALTHY, new long[] {indices.length}, indices)));
    if (networks != null) arrays.put(NETWORKS, networks);
    return new TrainingState(arrays, values);
  }

  private static NamedArray array(String name, List<EyeNumbers> eyes) {
    float[] numbers = new float[eyes.size() * EyeNumbers.LENGTH];
    for (int i = 0; i < eyes.size(); i++)
      System.arraycopy(eyes.get(i).toArray(), 0, numbers, i * EyeNumbers.LENGTH, EyeNumbers.LENGTH);
    return new NamedArray(name, new long[] {eyes.size(), EyeNumbers.LENGTH}, numbers);
  }

  private void restore(TrainingState state) throws IOException {
    done = new JsonFields("Its state", state.values()).only(DONE).integer(DONE);
    networks = state.arrays().get(NETWORKS);
    for (NamedArray array : state.arrays().getOrDefault(EYES, List.of())) {
      List<EyeNumbers> eyes = array.name().equals(HEALTHY) ? normal : anomalous;
      for (int i = 0; i + EyeNumbers.LENGTH <= array.values().length; i += EyeNumbers.LENGTH)
        eyes.add(EyeNumbers.of(Arrays.copyOfRange(array.values(), i, i + EyeNumbers.LENGTH)));
    }
    for (NamedArray array : state.arrays().getOrDefault(PLACES, List.of()))
      for (float place : array.values()) places.add((int) place);
    boolean placed = places.size() == normal.size();
    for (int place : places) placed &= place >= 0 && place < healthy.count();
    // Checkpoints of earlier versions have none, and need none where no patients are known.
    if (!placed && TrainingPictures.patients(healthy).isPresent())
      throw new IOException("its measured eyes have no places among the pictures: begin anew.");
    if (done < normal.size() + anomalous.size() || done > healthy.count() + labelled.count())
      throw new IOException("its number of measured eyes is out of range.");
  }
}
