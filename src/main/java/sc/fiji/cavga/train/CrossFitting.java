package sc.fiji.cavga.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.cavga.dataset.Seeds;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.Refitting;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.calibration.ScoreLimit;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.settings.Settings;

/**
 * Fits what a model knows of healthy eyes to others, without training. Its thresholds come from
 * cross-validation: the eyes are divided, and each part is judged by what was fitted to the others,
 * since an eye that had a part in it looks more normal than a new one will.
 */
final class CrossFitting {

  /** More take longer, and change little. */
  private static final int FOLDS = 5;

  /** Where networks are taught for each of them. */
  private static final int FOLDS_TAUGHT = 3;

  /** More eyes of one camera change little. */
  private static final int MOST_PICTURES = 500;

  private static final String WARNINGS = "warnings";
  private static final String UNLIKE = "unlike_held_out_pictures";

  private final TrainingPictures eyes;
  private final int steps;
  private final List<List<Integer>> folds;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final Map<MethodPart, Optional<Refitting>> refittings = new IdentityHashMap<>();

  /**
   * @param all of which those to learn from are used
   * @param seed decides which pictures judge each other
   * @param steps by which networks are taught further, 0 for none
   */
  CrossFitting(
      TrainingPictures all,
      long seed,
      int steps,
      TrainingControl control,
      TrainingListener listener) {
    this.eyes = all.atMost(MOST_PICTURES);
    this.steps = steps;
    this.folds = folds(eyes.training(), seed, steps > 0 ? FOLDS_TAUGHT : FOLDS);
    this.control = control;
    this.listener = listener;
  }

  /** By patients, evenly, and the same whatever the order of the pictures. */
  private static List<List<Integer>> folds(PreparedSamples eyes, long seed, int most) {
    Map<String, List<Integer>> patients = new HashMap<>();
    for (int i = 0; i < eyes.count(); i++)
      patients.computeIfAbsent(eyes.sample(i).patientOrName(), none -> new ArrayList<>()).add(i);
    List<String> shuffled = new ArrayList<>(patients.keySet());
    shuffled.sort(
        Comparator.comparingLong((String patient) -> Seeds.combine(seed, patient))
            .thenComparing(Comparator.naturalOrder()));
    List<List<Integer>> folds = new ArrayList<>();
    for (int i = 0; i < shuffled.size(); i++) {
      if (i < most) folds.add(new ArrayList<>());
      folds.get(i % most).addAll(patients.get(shuffled.get(i)));
    }
    folds.forEach(Collections::sort);
    return folds;
  }

  List<PreparedSamples> folds() {
    return folds.stream().map(eyes.training()::subset).collect(Collectors.toList());
  }

  /**
   * Whether there are enough eyes for all methods, before any of them learns.
   *
   * @throws IOException with one sentence when there are not
   */
  void requireEnough(List<MethodPart> parts) throws IOException, InterruptedException {
    List<PreparedSamples> learned =
        folds.stream()
            .map(fold -> eyes.training().subset(others(fold)))
            .collect(Collectors.toList());
    for (MethodPart part : parts) {
      Optional<Refitting> refitting = part.method().refitting(part.entries(), steps);
      refittings.put(part, refitting);
      if (refitting.isPresent()) refitting.get().requireEnough(learned, control);
    }
  }

  /**
   * A method's part, fitted and calibrated anew; to be asked for those alone that {@link
   * #requireEnough} has seen.
   *
   * @param quantiles for the thresholds
   */
  MethodPart fit(MethodPart part, ThresholdChange quantiles)
      throws IOException, InterruptedException {
    Settings settings = part.entries().settings();
    Optional<Refitting> refitting = refittings.get(part);
    CalibrationStep step = new CalibrationStep(settings, control, listener);
    int most =
        CalibrationStep.mostPictures(settings.get(CommonSettings.SIZE), part.calibrations().size());
    if (refitting.isPresent()) judgeEachOther(refitting.get(), step, most);
    else
      try (AnomalyModel model = part.method().read(part.entries())) {
        PreparedSamples some = eyes.training().atMost(most);
        step.add(model, some, some.count());
      }
    Map<MapKind, Calibration> calibrations = new EnumMap<>(MapKind.class);
    for (Map.Entry<MapKind, Calibration> each : part.calibrations().entrySet()) {
      Calibration earlier = each.getValue();
      calibrations.put(
          each.getKey(),
          step.fitLike(
              each.getKey(),
              earlier,
              quantiles.mapQuantile(earlier),
              quantiles.scoreQuantile(earlier)));
    }
    CalibrationStep.advice(step.unlike()).ifPresent(listener::warned);
    return new MethodPart(
        part.method(),
        refitting.isPresent() ? entries(part, refitting.get()) : part.entries(),
        calibrations,
        record(part.training(), step.unlike().size()));
  }

  private void judgeEachOther(Refitting refitting, CalibrationStep step, int most)
      throws IOException, InterruptedException {
    List<PreparedSamples> judged = new ArrayList<>();
    for (PreparedSamples fold : folds()) judged.add(fold.atMost(Math.max(1, most / folds.size())));
    int count = judged.stream().mapToInt(PreparedSamples::count).sum();
    for (int i = 0; i < judged.size(); i++)
      try (AnomalyModel model = fitted(refitting, eyes.subset(others(folds.get(i))))) {
        step.add(model, judged.get(i), count);
      }
  }

  private List<Integer> others(List<Integer> fold) {
    return IntStream.range(0, eyes.training().count())
        .filter(i -> !fold.contains(i))
        .boxed()
        .collect(Collectors.toList());
  }

  private AnomalyModel fitted(Refitting refitting, TrainingPictures some)
      throws IOException, InterruptedException {
    return refitting.to(some, control, listener);
  }

  private ModelEntries entries(MethodPart part, Refitting refitting)
      throws IOException, InterruptedException {
    try (AnomalyModel model = fitted(refitting, eyes)) {
      return part.method().write(model, part.entries().settings());
    }
  }

  /** Without what was said of thresholds that are gone. */
  private static JsonObject record(JsonObject training, int unlike) {
    training.remove(UNLIKE);
    if (unlike > 0) training.addProperty(UNLIKE, unlike);
    if (training.get(WARNINGS) instanceof JsonArray) {
      JsonArray kept = new JsonArray();
      for (JsonElement warning : training.getAsJsonArray(WARNINGS))
        if (!ScoreLimit.isDoubt(warning.getAsString())) kept.add(warning);
      training.add(WARNINGS, kept);
    }
    return training;
  }
}
