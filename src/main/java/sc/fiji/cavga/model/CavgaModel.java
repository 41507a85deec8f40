package sc.fiji.cavga.model;

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.network.NetworkConfig;
import sc.fiji.cavga.preprocess.Preprocessing;

/**
 * All that is needed to localize anomalies in a new picture, and where it came from. Immutable,
 * except that the weights' arrays are shared and not copied.
 */
public final class CavgaModel {

  private final NetworkConfig network;
  private final Preprocessing preprocessing;
  private final Map<MapKind, Calibration> calibrations;
  private final NormalDensity density;
  private final List<NamedArray> detector;
  private final List<NamedArray> weights;
  private final JsonObject training;
  private final JsonObject provenance;

  /** A model without a density, see the other constructor. */
  public CavgaModel(
      NetworkConfig network,
      Preprocessing preprocessing,
      Map<MapKind, Calibration> calibrations,
      List<NamedArray> weights,
      JsonObject training,
      JsonObject provenance) {
    this(network, preprocessing, calibrations, null, List.of(), weights, training, provenance);
  }

  /**
   * @param preprocessing with the network's size and channels
   * @param calibrations for each kind of map that can be localized with; empty while training runs
   * @param density of normal places, which the default map is made of; null while training runs
   * @param detector all weights and running statistics of the detector that painted anomalies have
   *     taught with that density; empty for none
   * @param weights all weights and running statistics of the network
   * @param training the training's configuration and curves
   * @param provenance the software's version, the date, a description of the data
   * @throws IllegalArgumentException with one sentence when the parts do not fit each other
   */
  public CavgaModel(
      NetworkConfig network,
      Preprocessing preprocessing,
      Map<MapKind, Calibration> calibrations,
      NormalDensity density,
      List<NamedArray> detector,
      List<NamedArray> weights,
      JsonObject training,
      JsonObject provenance) {
    this.network = Objects.requireNonNull(network);
    this.preprocessing = Objects.requireNonNull(preprocessing);
    if (preprocessing.size() != network.size() || preprocessing.channels() != network.channels())
      throw new IllegalArgumentException(
          "The preprocessing must make pictures of the network's size and channels.");
    Map<MapKind, Calibration> sorted = new EnumMap<>(MapKind.class);
    sorted.putAll(calibrations);
    for (Calibration calibration : sorted.values())
      if (calibration.size() != network.size())
        throw new IllegalArgumentException("A calibration must have the network's size.");
    this.calibrations = Collections.unmodifiableMap(sorted);
    if (density != null && !density.fits(network.size(), network.channels()))
      throw new IllegalArgumentException("The density must be one of the network's pictures.");
    this.density = density;
    if (density == null && !detector.isEmpty())
      throw new IllegalArgumentException("A detector needs the density that it was taught with.");
    requireJoinedMap(sorted, detector);
    this.detector = List.copyOf(detector);
    this.weights = List.copyOf(weights);
    this.training = training.deepCopy();
    this.provenance = provenance.deepCopy();
  }

  private static void requireJoinedMap(
      Map<MapKind, Calibration> calibrations, List<NamedArray> detector) {
    calibrations.forEach(
        (kind, calibration) -> {
          if (calibration.pictureScore().isPresent()
              && (kind != MapKind.DEFAULT || detector.isEmpty()))
            throw new IllegalArgumentException(
                "Only a default map with a detector has a score of detector and density.");
        });
  }

  public NetworkConfig network() {
    return network;
  }

  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /** In the order of {@link MapKind}; unmodifiable. */
  public Map<MapKind, Calibration> calibrations() {
    return calibrations;
  }

  /**
   * The calibration of a kind of map.
   *
   * @throws IllegalArgumentException with one sentence when the model has none for it
   */
  public Calibration calibration(MapKind kind) {
    Calibration calibration = calibrations.get(kind);
    if (calibration == null)
      throw new IllegalArgumentException(
          "The model is not calibrated for the map \""
              + kind.label()
              + "\": choose another map, or finish the training.");
    return calibration;
  }

  /** What normal places look like; empty while training runs. */
  public Optional<NormalDensity> density() {
    return Optional.ofNullable(density);
  }

  /** Of the detector, under PyTorch key names; empty where the model has none; unmodifiable. */
  public List<NamedArray> detector() {
    return detector;
  }

  /** Under PyTorch key names; unmodifiable. */
  public List<NamedArray> weights() {
    return weights;
  }

  /** A copy. */
  public JsonObject training() {
    return training.deepCopy();
  }

  /** A copy. */
  public JsonObject provenance() {
    return provenance.deepCopy();
  }

  /** The same model with other calibrations, as when a trained one is calibrated. */
  public CavgaModel withCalibrations(Map<MapKind, Calibration> other) {
    return new CavgaModel(
        network, preprocessing, other, density, detector, weights, training, provenance);
  }
}
