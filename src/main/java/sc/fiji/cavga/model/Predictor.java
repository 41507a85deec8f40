package sc.fiji.cavga.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.cavga.gate.Doubt;
import sc.fiji.cavga.gate.Gate;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.Measure;
import sc.fiji.cavga.model.examination.Outline;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/**
 * The only way from a prepared picture to a calibrated map, a score and a decision: localizing,
 * evaluating and timing all take it. Builds those methods of a model alone that the map needs, once
 * for all pictures.
 *
 * <p>Not safe for use by several threads at once: give each its own. Each gets the same bits.
 */
public final class Predictor implements AutoCloseable {

  /** A method at work. */
  private static final class Working {
    final String method;
    final AnomalyModel model;
    final Calibration calibration;
    final boolean takesCrops;

    Working(MethodPart part, MapKind kind) throws IOException {
      method = part.method().name();
      model = part.method().read(part.entries());
      calibration = part.calibrations().get(kind);
      takesCrops = part.method().takesCrops();
    }
  }

  private final MapKind kind;

  /** Null for models of other pictures than retinas. */
  private final Gate gate;

  private final boolean judgeAnyway;
  private final List<Working> working = new ArrayList<>();

  /** One that does not judge what cannot be judged. */
  public Predictor(TrainedModel model, MapKind kind) throws IOException {
    this(model, kind, false);
  }

  /**
   * @param kind of map; with the default one all methods of the model say what they find, and the
   *     first one's map, score and decision are the picture's
   * @param judgeAnyway whether a picture that cannot be judged is, with a warning
   * @throws IllegalArgumentException with one sentence when the model is not calibrated for the map
   * @throws IOException with one sentence when what the model holds does not fit its methods
   */
  public Predictor(TrainedModel model, MapKind kind, boolean judgeAnyway) throws IOException {
    this.kind = kind;
    this.judgeAnyway = judgeAnyway;
    gate =
        model.preprocessing().fieldOfView() == FieldOfViewMode.RETINA
            ? new Gate(model.limits().orElse(null), model.preprocessing().channels())
            : null;
    MethodPart first = model.part(kind);
    try {
      working.add(new Working(first, kind));
      for (MethodPart part : model.parts())
        if (part != first && kind == MapKind.DEFAULT && part.calibrations().containsKey(kind))
          working.add(new Working(part, kind));
    } catch (IOException | IllegalArgumentException e) {
      close();
      throw new IOException("The model cannot be used: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The names of all measures, in order: columns of tables. */
  public List<String> measures() {
    List<String> names = new ArrayList<>();
    for (Working each : working) names.addAll(each.model.measures());
    return names;
  }

  /** Further tables that pictures have rows for, each without rows. */
  public List<FurtherTable> tables() {
    List<FurtherTable> tables = new ArrayList<>();
    for (Working each : working) tables.addAll(each.model.tables());
    return tables;
  }

  /** The names of the methods whose decisions come beside the first one's. */
  public List<String> others() {
    List<String> names = new ArrayList<>();
    for (Working each : working.subList(1, working.size())) names.add(each.method);
    return names;
  }

  /**
   * @throws IllegalStateException with one sentence when the model gives no numbers
   */
  public Prediction predict(PreparedPicture picture) {
    return predict(List.of(picture)).get(0);
  }

  /** Of several pictures at once, in their order; errors as of one. */
  public List<Prediction> predict(List<PreparedPicture> pictures) {
    List<List<Examination>> said = new ArrayList<>();
    for (Working each : working) said.add(each.model.examine(pictures));
    return IntStream.range(0, pictures.size())
        .parallel()
        .mapToObj(
            i ->
                prediction(
                    pictures.get(i),
                    said.stream().map(ofOne -> ofOne.get(i)).collect(Collectors.toList())))
        .collect(Collectors.toList());
  }

  private Prediction prediction(PreparedPicture picture, List<Examination> examinations) {
    Optional<Gate.Inspection> inspected = inspected(picture);
    List<Prediction.Decision> others = new ArrayList<>();
    List<Measure> measures = new ArrayList<>();
    List<Outline> outlines = new ArrayList<>();
    List<LabelImage> labels = new ArrayList<>();
    List<FurtherTable> tables = new ArrayList<>();
    for (int i = 0; i < examinations.size(); i++) {
      Examination each = examinations.get(i);
      measures.addAll(each.measures());
      outlines.addAll(each.outlines());
      labels.addAll(each.labels());
      tables.addAll(each.tables());
      if (i == 0) continue;
      Calibration calibration = working.get(i).calibration;
      RawMap raw = finite(each);
      double score = calibration.score(raw, calibrated(raw, calibration));
      others.add(
          new Prediction.Decision(
              working.get(i).method,
              score,
              calibration.scoreThreshold(),
              judgeAnyway ? null : doubt(picture, inspected, working.get(i), score)));
    }
    Calibration calibration = working.get(0).calibration;
    RawMap raw = finite(examinations.get(0));
    float[] map = calibrated(raw, calibration);
    double score = calibration.score(raw, map);
    return new Prediction(
        examinations.get(0),
        map,
        raw.placement(),
        score,
        calibration.scoreThreshold(),
        doubt(picture, inspected, working.get(0), score),
        judgeAnyway,
        others,
        measures,
        outlines,
        labels,
        tables);
  }

  /** Empty where the gate does not ask. */
  private Optional<Gate.Inspection> inspected(PreparedPicture picture) {
    return gate == null || !picture.hasOriginal()
        ? Optional.empty()
        : Optional.of(gate.inspect(picture));
  }

  /** Null for none. */
  private Doubt doubt(
      PreparedPicture picture, Optional<Gate.Inspection> inspected, Working by, double score) {
    if (inspected.isEmpty()) return null;
    Optional<Doubt> doubt = inspected.get().doubt(by.takesCrops);
    if (doubt.isPresent() || by.takesCrops) return doubt.orElse(null);
    if (by.calibration.isBelowHealthy(score)) return Gate.FLATTER;
    double threshold = by.calibration.scoreThreshold();
    if (score > threshold) return null;
    Optional<PreparedPicture> clearer = inspected.get().withUsualContrast(picture);
    return clearer.isPresent() && score(clearer.get(), by) > threshold ? Gate.FAINT : null;
  }

  private double score(PreparedPicture picture, Working by) {
    RawMap raw = finite(by.model.examine(List.of(picture)).get(0));
    return by.calibration.score(raw, calibrated(raw, by.calibration));
  }

  private RawMap finite(Examination examination) {
    RawMap raw = examination.map(kind);
    if (!raw.isFinite())
      throw new IllegalStateException(
          "The model gives no numbers for this picture: its training went wrong, train it again"
              + " with a lower learning rate.");
    return raw;
  }

  private static float[] calibrated(RawMap raw, Calibration calibration) {
    return calibration.calibrated(raw.values(), raw.inside());
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() {
    for (Working each : working) each.model.close();
  }
}
