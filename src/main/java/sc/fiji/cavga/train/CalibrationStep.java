package sc.fiji.cavga.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.model.AnomalyMaps;
import sc.fiji.cavga.model.Calibration;
import sc.fiji.cavga.model.CalibrationFitting;
import sc.fiji.cavga.model.MapKind;
import sc.fiji.cavga.model.RawMap;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.NetworkOutput;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Calibrates every kind of map on held-out normal pictures as they are. */
final class CalibrationStep {

  private static final int AT_ONCE = 8;

  /** For thresholds at the usual quantiles more pictures change little. */
  private static final int MOST_PICTURES = 500;

  private static final int FEWEST_PICTURES = 32;

  /** The maps of all kinds are kept in memory together. */
  private static final long MOST_BYTES = 192L << 20;

  private final TrainingConfig config;
  private final TrainingControl control;
  private final TrainingListener listener;

  CalibrationStep(TrainingConfig config, TrainingControl control, TrainingListener listener) {
    this.config = config;
    this.control = control;
    this.listener = listener;
  }

  /**
   * @param anomalous what the density was weighed with; none without weak supervision
   * @param anomalyMaps of the model
   */
  Map<MapKind, Calibration> calibrate(
      CavgaNetwork network,
      PreparedSamples heldOut,
      PreparedSamples anomalous,
      AnomalyMaps anomalyMaps)
      throws IOException, InterruptedException {
    int size = config.network().size();
    Map<MapKind, CalibrationFitting> fittings = new EnumMap<>(MapKind.class);
    for (MapKind kind : MapKind.values())
      fittings.put(
          kind,
          new CalibrationFitting(size, config.scoreShare(), config.painted().densityWeight()));
    PreparedSamples normal = heldOut.atMost(mostPictures(size));
    int count = normal.count();
    listener.calibrating(0, count);
    for (int first = 0; first < count; first += AT_ONCE) {
      control.check();
      List<PreparedPicture> pictures = new ArrayList<>();
      for (int i = first; i < Math.min(first + AT_ONCE, count); i++) pictures.add(normal.get(i));
      NetworkOutput output = network.infer(PictureBatch.of(pictures));
      for (MapKind kind : MapKind.values()) {
        RawMap[] maps = maps(kind, pictures, output, anomalyMaps);
        for (int i = 0; i < maps.length; i++)
          fittings.get(kind).add(maps[i], pictures.get(i).fieldOfView());
      }
      listener.calibrating(first + pictures.size(), count);
    }
    addAnomalous(anomalous.atMost(mostPictures(size)), anomalyMaps, fittings.get(MapKind.DEFAULT));
    Map<MapKind, Calibration> calibrations = new EnumMap<>(MapKind.class);
    for (MapKind kind : MapKind.values()) {
      control.check();
      calibrations.put(kind, fittings.get(kind).fit(config.mapQuantile(), config.scoreQuantile()));
    }
    return calibrations;
  }

  /** The map that labels taught needs nothing of CAVGA's own output. */
  private void addAnomalous(
      PreparedSamples anomalous, AnomalyMaps anomalyMaps, CalibrationFitting fitting)
      throws IOException, InterruptedException {
    for (int i = 0; i < anomalous.count(); i++) {
      control.check();
      PreparedPicture picture = anomalous.get(i);
      RawMap map = anomalyMaps.raw(MapKind.DEFAULT, picture, null, 0);
      fitting.addAnomalous(map, picture.fieldOfView());
    }
  }

  /** Several pictures at once, and their maps in the pictures' order. */
  private static RawMap[] maps(
      MapKind kind, List<PreparedPicture> pictures, NetworkOutput output, AnomalyMaps anomalyMaps) {
    return IntStream.range(0, pictures.size())
        .parallel()
        .mapToObj(i -> anomalyMaps.raw(kind, pictures.get(i), output, i))
        .toArray(RawMap[]::new);
  }

  /** That maps are made of, at such a size. */
  static int mostPictures(int size) {
    long bytesEach = (long) size * size * Float.BYTES * MapKind.values().length;
    return (int) Math.max(FEWEST_PICTURES, Math.min(MOST_PICTURES, MOST_BYTES / bytesEach));
  }
}
