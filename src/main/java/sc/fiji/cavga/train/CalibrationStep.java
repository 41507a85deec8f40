package sc.fiji.cavga.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.feed.augment.OtherCamera;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.calibration.CalibrationFitting;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.settings.Settings;

/** Calibrates every kind of map of a model on held-out normal pictures as they are. */
final class CalibrationStep {

  private static final int AT_ONCE = 8;

  /** For thresholds at the usual quantiles more pictures change little. */
  private static final int MOST_PICTURES = 500;

  /** So many names are said. */
  private static final int NAMED = 10;

  private static final int FEWEST_PICTURES = 32;

  /** As so many of them an eye is judged besides, where cameras vary. */
  private static final int OTHER_CAMERAS = 2;

  /** The maps of all kinds are kept in memory together. */
  private static final long MOST_BYTES = 192L << 20;

  private final Settings settings;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final Map<MapKind, CalibrationFitting> fittings = new EnumMap<>(MapKind.class);
  private final List<Sample> added = new ArrayList<>();
  private final Set<String> unlike = new LinkedHashSet<>();

  CalibrationStep(Settings settings, TrainingControl control, TrainingListener listener) {
    this.settings = settings;
    this.control = control;
    this.listener = listener;
  }

  /** Of a model that was just trained. */
  Map<MapKind, Calibration> calibrate(AnomalyModel model, TrainingPictures pictures)
      throws IOException, InterruptedException {
    boolean otherCameras = CommonSettings.otherCameras(settings) && !model.needsOwnPixels();
    int copies = otherCameras ? OTHER_CAMERAS : 0;
    int kinds = model.maps().size();
    int most = mostPictures(settings.get(CommonSettings.SIZE), kinds * (1 + copies));
    PreparedSamples normal = pictures.heldOut().atMost(most);
    int total = (1 + copies) * normal.count();
    listener.calibrating(0, total);
    add(model, normal, total);
    for (int copy = 0; copy < copies; copy++) addVaried(model, normal, copy, total);
    if (model.learnedFromLabels())
      addAnomalous(pictures.anomalous().atMost(most), model, fittings.get(model.maps().get(0)));
    Map<MapKind, Calibration> calibrations = new EnumMap<>(MapKind.class);
    for (MapKind kind : model.maps())
      calibrations.put(
          kind,
          fit(
              kind,
              settings.get(CommonSettings.MAP_QUANTILE),
              settings.get(CommonSettings.SCORE_QUANTILE)));
    return calibrations;
  }

  /**
   * Adds the maps of normal pictures.
   *
   * @param model that does not know them
   * @param total how many are added in all, for who watches
   */
  void add(AnomalyModel model, PreparedSamples normal, int total)
      throws IOException, InterruptedException {
    add(model, normal, CalibrationFitting::add, total);
  }

  /** The same eyes as other cameras might show them: of unknown ones no more is to be marked. */
  private void addVaried(AnomalyModel model, PreparedSamples normal, int copy, int total)
      throws IOException, InterruptedException {
    add(
        model,
        normal.then(picture -> OtherCamera.apply(picture, copy ^ seed(picture))),
        CalibrationFitting::addVaried,
        total);
  }

  /** Of what it shows, so that it depends on nothing else. */
  private static long seed(PreparedPicture picture) {
    return (long) Arrays.hashCode(picture.values()) << Integer.SIZE;
  }

  /** Takes the raw map of a patient's picture. */
  private interface Taking {
    void take(CalibrationFitting fitting, RawMap map, String patient);
  }

  private void add(AnomalyModel model, PreparedSamples normal, Taking taking, int total)
      throws IOException, InterruptedException {
    int count = normal.count();
    for (int first = 0; first < count; first += AT_ONCE) {
      control.check();
      List<PreparedPicture> some = new ArrayList<>();
      for (int i = first; i < Math.min(first + AT_ONCE, count); i++) {
        some.add(normal.get(i));
        added.add(normal.sample(i));
      }
      List<Examination> said = model.examine(some);
      for (MapKind kind : model.maps()) {
        RawMap[] maps = maps(said, kind);
        for (int i = 0; i < maps.length; i++)
          taking.take(
              fitting(fittings, kind, maps[i]), maps[i], normal.sample(first + i).patientOrName());
      }
      listener.calibrating(added.size(), total);
    }
  }

  /** With the prior that an earlier calibration has learned from labels. */
  Calibration fitLike(MapKind kind, Calibration earlier, double mapQuantile, double scoreQuantile)
      throws InterruptedException {
    fittings.get(kind).keepPrior(earlier);
    return fit(kind, mapQuantile, scoreQuantile);
  }

  private Calibration fit(MapKind kind, double mapQuantile, double scoreQuantile)
      throws InterruptedException {
    control.check();
    CalibrationFitting fitting = fittings.get(kind);
    for (int i : fitting.unlike()) unlike.add(added.get(i).name());
    return fitting.fit(mapQuantile, scoreQuantile);
  }

  /** The names of held-out pictures that look as if they were not normal, the worst first. */
  List<String> unlike() {
    return List.copyOf(unlike);
  }

  /** What to do about them, in one sentence; empty where there are none. */
  static Optional<String> advice(List<String> unlike) {
    if (unlike.isEmpty()) return Optional.empty();
    String names = String.join(", ", unlike.subList(0, Math.min(NAMED, unlike.size())));
    return Optional.of(
        (unlike.size() == 1
                ? "Look at this picture before you trust the model: "
                : "Look at these " + unlike.size() + " pictures before you trust the model: ")
            + names
            + (unlike.size() > NAMED ? " and others" : "")
            + "; among the held-out normal pictures they are unlike the others, and where they show"
            + " disease, some of the pictures that were learned from probably do too.");
  }

  /** In the pictures' order. */
  private static RawMap[] maps(List<Examination> said, MapKind kind) {
    return said.stream().parallel().map(each -> each.map(kind)).toArray(RawMap[]::new);
  }

  private CalibrationFitting fitting(
      Map<MapKind, CalibrationFitting> fittings, MapKind kind, RawMap map) {
    int size = (int) Math.round(Math.sqrt(map.values().length));
    return fittings.computeIfAbsent(
        kind, none -> new CalibrationFitting(size, settings.get(CommonSettings.SCORE_SHARE)));
  }

  private void addAnomalous(
      PreparedSamples anomalous, AnomalyModel model, CalibrationFitting fitting)
      throws IOException, InterruptedException {
    for (int i = 0; i < anomalous.count(); i++) {
      control.check();
      fitting.addAnomalous(model.examine(anomalous.get(i)).map(model.maps().get(0)));
    }
  }

  /** That maps are made of, at such a size and of so many kinds. */
  static int mostPictures(int size, int kinds) {
    long bytesEach = (long) size * size * Float.BYTES * kinds;
    return (int) Math.max(FEWEST_PICTURES, Math.min(MOST_PICTURES, MOST_BYTES / bytesEach));
  }
}
