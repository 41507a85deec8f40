package sc.fiji.cavga.export;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import sc.fiji.cavga.io.Excerpt;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.OnnxCalibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.OnnxRawMap;
import sc.fiji.cavga.model.onnx.ExportableMethod;
import sc.fiji.cavga.onnx.OnnxGraph;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/**
 * One map of a model in ONNX: all that is computed from a picture at the network's size and its
 * field of view to the calibrated map, the score and the decision. Immutable.
 */
public final class OnnxExport {

  /** Names of the outputs. */
  public static final String MAP = "map";

  public static final String SCORE = "score";
  public static final String ANOMALOUS = "anomalous";
  public static final String JUDGED = "judged";

  private final TrainedModel model;
  private final MapKind kind;
  private final MethodPart part;
  private final ExportableMethod method;

  /**
   * @throws IllegalArgumentException with one sentence when the model is not calibrated for the map
   *     or its method cannot be exported
   */
  public OnnxExport(TrainedModel model, MapKind kind) {
    this(model, model.part(kind), kind);
  }

  /**
   * Of another of the model's methods than the one that comes first.
   *
   * @param part calibrated for the map
   * @throws IllegalArgumentException with one sentence when the method cannot be exported
   */
  OnnxExport(TrainedModel model, MethodPart part, MapKind kind) {
    this.model = model;
    this.kind = Objects.requireNonNull(kind);
    this.part = part;
    if (!isPossible(part))
      throw new IllegalArgumentException(part.method().whyNotExported() + instead());
    method = (ExportableMethod) part.method();
  }

  /** What to do: another of the model's methods may have the map too. */
  private String instead() {
    return model.parts().stream()
        .filter(each -> isPossible(each) && each.calibrations().containsKey(kind))
        .findFirst()
        .map(each -> ": with --method " + each.method().name() + " another of the model's goes.")
        .orElse(": choose a model of another method.");
  }

  /**
   * @param method of the model; null for the one whose map it is
   * @throws IllegalArgumentException with one sentence when there is no such method in the model,
   *     it makes no such map, or it cannot be exported
   */
  public static OnnxExport of(TrainedModel model, String method, MapKind kind) {
    if (method == null) return new OnnxExport(model, kind);
    for (MethodPart part : model.parts())
      if (part.method().name().equals(method)) {
        if (!part.calibrations().containsKey(kind))
          throw new IllegalArgumentException(
              "The model's method " + method + " has no map " + kind.label() + ": choose another.");
        return new OnnxExport(model, part, kind);
      }
    throw new IllegalArgumentException(
        "The model has no method \""
            + Excerpt.of(method)
            + "\": choose "
            + model.parts().stream()
                .map(part -> part.method().name())
                .collect(Collectors.joining(" or "))
            + ".");
  }

  /** What our own engine says of a picture and the file does not, in sentences. */
  public List<String> notIncluded() {
    return ExportProperties.notIncluded(model, part, kind);
  }

  /** Whether the part's method can say in ONNX what it computes. */
  static boolean isPossible(MethodPart part) {
    return part.method() instanceof ExportableMethod;
  }

  public TrainedModel model() {
    return model;
  }

  public MapKind kind() {
    return kind;
  }

  /** What makes the map. */
  public MethodPart part() {
    return part;
  }

  /** The same model without its other methods. */
  TrainedModel alone() {
    return new TrainedModel(model.preprocessing(), List.of(part), model.provenance());
  }

  /**
   * A file's content.
   *
   * @param properties that stand in it behind those that each export has
   * @throws IOException with one sentence when what the model holds does not fit its method
   */
  public byte[] bytes(Map<String, String> properties) throws IOException {
    method.check(part.entries());
    OnnxGraph graph = new OnnxGraph("cavga");
    int size = model.preprocessing().size();
    OnnxPicture picture = new OnnxPicture(graph, size, model.preprocessing().channels());
    picture.part(method.name());
    OnnxCalibration calibrated = calibrated(method.write(part.entries(), kind, picture), picture);
    boolean asksScores =
        model.preprocessing().fieldOfView() == FieldOfViewMode.RETINA && !method.takesCrops();
    calibrated
        .map()
        .output(
            MAP,
            "How anomalous each place is: 1.0 is the threshold; NaN outside the field of view",
            OnnxGraph.BATCH,
            1,
            size,
            size);
    calibrated.score().output(SCORE, "The pictures' scores, on no fixed scale", OnnxGraph.BATCH);
    calibrated
        .anomalous()
        .truthOutput(ANOMALOUS, "Whether the score lies above its threshold", OnnxGraph.BATCH);
    calibrated
        .judged(asksScores)
        .truthOutput(
            JUDGED, "False where nothing can be said, as far as the score tells", OnnxGraph.BATCH);
    Map<String, String> all = new LinkedHashMap<>(ExportProperties.of(model, part, kind));
    all.putAll(properties);
    return graph.bytes(
        "CAVGA for Fiji",
        ExportProperties.version(),
        "Shows where a photograph differs from healthy ones; for research, not a medical device.",
        all);
  }

  private OnnxCalibration calibrated(OnnxRawMap raw, OnnxPicture picture) {
    picture.part("calibration");
    return new OnnxCalibration(part.calibrations().get(kind), raw, picture);
  }
}
