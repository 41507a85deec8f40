package sc.fiji.cavga.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
public final class OnnxExport implements Exported {

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
   */
  public OnnxExport(TrainedModel model, MapKind kind) {
    this(model, model.part(kind), kind);
  }

  /**
   * Of another of the model's methods than the one that comes first.
   *
   * @param part calibrated for the map, of a method that is an {@link ExportableMethod}
   */
  OnnxExport(TrainedModel model, MethodPart part, MapKind kind) {
    this.model = model;
    this.kind = Objects.requireNonNull(kind);
    this.part = part;
    method = (ExportableMethod) part.method();
  }

  @Override
  public String what() {
    return "The map " + kind.label() + " of the method " + method.name() + " is";
  }

  @Override
  public List<String> notIncluded() {
    return ExportProperties.notIncluded(model, part, kind);
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

  /** The model with nothing but what makes the map. */
  public TrainedModel alone() {
    return new TrainedModel(model.preprocessing(), List.of(part), model.provenance());
  }

  /** Whether a score below all that healthy pictures have speaks against judging. */
  public boolean asksScores() {
    return model.preprocessing().fieldOfView() == FieldOfViewMode.RETINA && !method.takesCrops();
  }

  @Override
  public ExportCheck.Result check(byte[] exported, int threads) throws IOException {
    return ExportCheck.ofMap(alone(), kind, exported, threads);
  }

  @Override
  public byte[] bytes(Map<String, String> properties) throws IOException {
    method.check(part.entries());
    OnnxGraph graph = new OnnxGraph("cavga");
    int size = model.preprocessing().size();
    OnnxPicture picture = new OnnxPicture(graph, size, model.preprocessing().channels());
    picture.part(method.name());
    OnnxCalibration calibrated = calibrated(method.write(part.entries(), kind, picture), picture);
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
        .judged(asksScores())
        .truthOutput(
            JUDGED, "False where nothing can be said, as far as the score tells", OnnxGraph.BATCH);
    Map<String, String> all = ExportProperties.of(model, part, kind);
    all.putAll(properties);
    return graph.bytes(
        ExportProperties.PRODUCER,
        ExportProperties.version(),
        "Shows where a photograph differs from healthy ones; for research, not a medical device.",
        all);
  }

  private OnnxCalibration calibrated(OnnxRawMap raw, OnnxPicture picture) {
    picture.part("calibration");
    return new OnnxCalibration(part.calibrations().get(kind), raw, picture);
  }
}
