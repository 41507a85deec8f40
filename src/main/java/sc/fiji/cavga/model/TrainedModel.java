package sc.fiji.cavga.model;

import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sc.fiji.cavga.gate.LearnedLimits;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing;

/**
 * All that is needed to localize anomalies in a new picture, and where it came from: how pictures
 * are prepared, and a part for each method. Immutable, except that arrays are shared and not
 * copied.
 */
public final class TrainedModel {

  private final Preprocessing preprocessing;
  private final List<MethodPart> parts;
  private final JsonObject provenance;
  private final LearnedLimits limits;
  private final String name;

  /**
   * @param parts one for each method, the one whose score and decision are the picture's first
   * @param provenance the software's version, the date, a description of the data
   * @throws IllegalArgumentException with one sentence when there is no part, or two of one method
   */
  public TrainedModel(
      Preprocessing preprocessing, Collection<MethodPart> parts, JsonObject provenance) {
    this(preprocessing, parts, provenance, null, "");
  }

  private TrainedModel(
      Preprocessing preprocessing,
      Collection<MethodPart> parts,
      JsonObject provenance,
      LearnedLimits limits,
      String name) {
    this.name = Objects.requireNonNull(name);
    this.preprocessing = Objects.requireNonNull(preprocessing);
    this.parts = List.copyOf(parts);
    this.provenance = provenance.deepCopy();
    this.limits = limits;
    Set<String> names = new TreeSet<>();
    for (MethodPart part : parts)
      if (!names.add(part.method().name()))
        throw new IllegalArgumentException("A model must have one part of each method.");
    if (names.isEmpty()) throw new IllegalArgumentException("A model must have a method.");
  }

  /** The same with the limits between which its healthy eyes lie. */
  public TrainedModel withLimits(LearnedLimits learned) {
    return new TrainedModel(
        preprocessing, parts, provenance, Objects.requireNonNull(learned), name);
  }

  /** The same under another name. */
  TrainedModel named(String other) {
    return new TrainedModel(preprocessing, parts, provenance, limits, other);
  }

  /** What the file was called that it was read from, without folders; empty where it was not. */
  public String name() {
    return name;
  }

  /** Between which its healthy eyes lie; empty for models that have learned none. */
  public Optional<LearnedLimits> limits() {
    return Optional.ofNullable(limits);
  }

  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /** The first one's score and decision are the picture's; unmodifiable. */
  public List<MethodPart> parts() {
    return parts;
  }

  /**
   * The part that makes a kind of map.
   *
   * @throws IllegalArgumentException with one sentence when the model is not calibrated for it
   */
  public MethodPart part(MapKind kind) {
    for (MethodPart part : parts) if (part.calibrations().containsKey(kind)) return part;
    Set<String> others = new TreeSet<>();
    for (MethodPart part : parts)
      part.calibrations().keySet().forEach(other -> others.add(other.label()));
    throw new IllegalArgumentException(
        "The model is not calibrated for the map \""
            + kind.label()
            + (others.isEmpty()
                ? "\": finish its training."
                : "\": choose " + String.join(" or ", others) + "."));
  }

  /** As {@link #part}, its calibration. */
  public Calibration calibration(MapKind kind) {
    return part(kind).calibrations().get(kind);
  }

  /** A copy. */
  public JsonObject provenance() {
    return provenance.deepCopy();
  }
}
