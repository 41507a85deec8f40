package sc.fiji.cavga.model;

import java.util.Optional;
import sc.fiji.cavga.network.NetworkOutput;
import sc.fiji.cavga.network.SegmentationNet;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Makes raw anomaly maps with what a model knows of normal places: its density and its detector,
 * where it has them. May be used from several threads.
 */
public final class AnomalyMaps implements AutoCloseable {

  /** What a unit of the detector's logit counts beside one of half a squared distance. */
  private static final float HALF_SQUARES = 48;

  /** The same where weak supervision gives the density's part in spreads. */
  private static final float SPREADS = 12;

  private final NormalDensity density;
  private final SegmentationNet detector;
  private final ZScores evidence;

  /** Of a network alone. */
  public AnomalyMaps() {
    this(null, null);
  }

  /**
   * @param density of normal places; null where the default map is of the network alone
   * @param detector of that density's evidence, which is closed with these maps; null for none
   */
  public AnomalyMaps(NormalDensity density, SegmentationNet detector) {
    this(density, detector, detector == null || density == null ? null : new ZScores(density));
    if (detector != null && density == null)
      throw new IllegalArgumentException("A detector needs the density that it was taught with.");
  }

  private AnomalyMaps(NormalDensity density, SegmentationNet detector, ZScores evidence) {
    this.density = density;
    this.detector = detector;
    this.evidence = evidence;
  }

  /** Of a finished model. */
  public static AnomalyMaps of(CavgaModel model) {
    NormalDensity density = model.density().orElse(null);
    if (model.detector().isEmpty()) return new AnomalyMaps(density, null);
    ZScores evidence = new ZScores(density);
    SegmentationNet detector = new SegmentationNet(evidence.size(), evidence.channels(), 0);
    try {
      detector.setWeights(model.detector());
      return new AnomalyMaps(density, detector, evidence);
    } catch (RuntimeException e) {
      detector.close();
      throw e;
    }
  }

  /** The same detector's with another density of the same places. */
  public AnomalyMaps with(NormalDensity weighed) {
    return new AnomalyMaps(weighed, detector, evidence);
  }

  /** What these maps know of normal places, if they are not of the network alone. */
  public Optional<NormalDensity> density() {
    return Optional.ofNullable(density);
  }

  /** Taught with painted anomalies, if there is one. */
  public Optional<SegmentationNet> detector() {
    return Optional.ofNullable(detector);
  }

  /**
   * Whether a map is made of CAVGA's output at all: the default one of a model with a density is
   * not. The output may then be null.
   */
  public boolean needsNetwork(MapKind kind) {
    return kind != MapKind.DEFAULT || density == null;
  }

  /**
   * @param picture what the network was given
   * @param output what it said about a batch
   * @param index of the picture in that batch
   */
  public RawMap raw(MapKind kind, PreparedPicture picture, NetworkOutput output, int index) {
    if (needsNetwork(kind)) return new RawMap(AnomalyMap.raw(kind, picture, output, index));
    DogFeatures features = density.features(picture);
    float[] surprise = density.surprise(picture, features);
    float[] weighed =
        density.weigh(picture, features, DefaultMap.smooth(surprise, picture, DefaultMap.FINE));
    return detector == null ? new RawMap(weighed) : joined(picture, features, weighed);
  }

  /** Both are logarithms of how much more likely an anomaly is, so that they are added. */
  private RawMap joined(PreparedPicture picture, DogFeatures features, float[] weighed) {
    float[] logits =
        detector.infer(evidence.of(features, picture.fieldOfView()), picture.fieldOfView());
    float[] smooth = DefaultMap.smooth(logits, picture, DefaultMap.LIGHT);
    float each = density.likeness().isPresent() ? SPREADS : HALF_SQUARES;
    float[] joined = new float[weighed.length];
    for (int i = 0; i < weighed.length; i++)
      if (picture.fieldOfView()[i] > 0) {
        joined[i] = weighed[i] + each * smooth[i];
      } else {
        smooth[i] = Float.NaN;
        weighed[i] = Float.NaN;
      }
    return new RawMap(joined, smooth, weighed);
  }

  /** Gives the detector's native memory back at once. */
  @Override
  public void close() {
    if (detector != null) detector.close();
  }
}
