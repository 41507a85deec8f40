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
import sc.fiji.cavga.model.examination.Judge;
import sc.fiji.cavga.model.examination.Judgement;
import sc.fiji.cavga.model.examination.MapKind;
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

  /** What computes maps and scores. */
  public interface Engine {

    /** What options and journals call it. */
    String label();

    /**
     * @param part of the model, calibrated for the map
     * @return to be closed
     * @throws IOException with one sentence when what the part holds does not fit its method, or
     *     the engine cannot be used
     */
    Judge judge(TrainedModel model, MethodPart part, MapKind kind) throws IOException;
  }

  /** Our own. */
  public static final Engine OWN =
      new Engine() {
        @Override
        public String label() {
          return "own";
        }

        @Override
        public Judge judge(TrainedModel model, MethodPart part, MapKind kind) throws IOException {
          return new OwnJudge(part, kind);
        }
      };

  /** A method at work in our own engine. */
  private static final class OwnJudge implements Judge {
    private final AnomalyModel model;
    private final Calibration calibration;
    private final MapKind kind;

    OwnJudge(MethodPart part, MapKind kind) throws IOException {
      try {
        model = part.method().read(part.entries());
      } catch (IOException | IllegalArgumentException e) {
        throw new IOException("The model cannot be used: " + e.getMessage(), e);
      }
      calibration = part.calibrations().get(kind);
      this.kind = kind;
    }

    @Override
    public List<String> measures() {
      return model.measures();
    }

    @Override
    public List<FurtherTable> tables() {
      return model.tables();
    }

    @Override
    public List<Judgement> judge(List<PreparedPicture> pictures) {
      List<Examination> said = model.examine(pictures);
      return IntStream.range(0, said.size())
          .parallel()
          .mapToObj(i -> judgement(said.get(i)))
          .collect(Collectors.toList());
    }

    private Judgement judgement(Examination examination) {
      RawMap raw = examination.map(kind);
      if (!raw.isFinite()) throw new IllegalStateException(NO_NUMBERS);
      float[] map = calibration.calibrated(raw.values(), raw.inside());
      return new Judgement(examination, map, raw.placement(), calibration.score(raw, map));
    }

    @Override
    public void close() {
      model.close();
    }
  }

  /** A method at work. */
  private static final class Working {
    final String method;
    final Judge judge;
    final Calibration calibration;
    final boolean takesCrops;

    Working(TrainedModel model, MethodPart part, MapKind kind, Engine engine) throws IOException {
      method = part.method().name();
      judge = engine.judge(model, part, kind);
      calibration = part.calibrations().get(kind);
      takesCrops = part.method().takesCrops();
    }
  }

  /** Null for models of other pictures than retinas. */
  private final Gate gate;

  private final boolean judgeAnyway;
  private final List<Working> working = new ArrayList<>();

  /** One that does not judge what cannot be judged. */
  public Predictor(TrainedModel model, MapKind kind) throws IOException {
    this(model, kind, false, OWN);
  }

  /**
   * @param kind of map; with the default one all methods of the model say what they find, and the
   *     first one's map, score and decision are the picture's
   * @param judgeAnyway whether a picture that cannot be judged is, with a warning
   * @param engine what computes
   * @throws IllegalArgumentException with one sentence when the model is not calibrated for the map
   * @throws IOException with one sentence when what the model holds does not fit its methods
   */
  public Predictor(TrainedModel model, MapKind kind, boolean judgeAnyway, Engine engine)
      throws IOException {
    this.judgeAnyway = judgeAnyway;
    gate =
        model.preprocessing().fieldOfView() == FieldOfViewMode.RETINA
            ? new Gate(model.limits().orElse(null), model.preprocessing().channels())
            : null;
    MethodPart first = model.part(kind);
    try {
      working.add(new Working(model, first, kind, engine));
      for (MethodPart part : model.parts())
        if (part != first && kind == MapKind.DEFAULT && part.calibrations().containsKey(kind))
          working.add(new Working(model, part, kind, engine));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The names of all measures, in order: columns of tables. */
  public List<String> measures() {
    List<String> names = new ArrayList<>();
    for (Working each : working) names.addAll(each.judge.measures());
    return names;
  }

  /** Further tables that pictures have rows for, each without rows. */
  public List<FurtherTable> tables() {
    List<FurtherTable> tables = new ArrayList<>();
    for (Working each : working) tables.addAll(each.judge.tables());
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
    List<List<Judgement>> said = new ArrayList<>();
    for (Working each : working) said.add(each.judge.judge(pictures));
    return IntStream.range(0, pictures.size())
        .parallel()
        .mapToObj(
            i ->
                prediction(
                    pictures.get(i),
                    said.stream().map(ofOne -> ofOne.get(i)).collect(Collectors.toList())))
        .collect(Collectors.toList());
  }

  private Prediction prediction(PreparedPicture picture, List<Judgement> judgements) {
    Optional<Gate.Inspection> inspected = inspected(picture);
    List<Prediction.Decision> others = new ArrayList<>();
    for (int i = 1; i < judgements.size(); i++) {
      double score = judgements.get(i).score();
      others.add(
          new Prediction.Decision(
              working.get(i).method,
              score,
              working.get(i).calibration.scoreThreshold(),
              judgeAnyway ? null : doubt(picture, inspected, working.get(i), score)));
    }
    return new Prediction(
        judgements,
        working.get(0).calibration.scoreThreshold(),
        doubt(picture, inspected, working.get(0), judgements.get(0).score()),
        judgeAnyway,
        others);
  }

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
    if (clearer.isEmpty()) return null;
    double clearly = by.judge.judge(List.of(clearer.get())).get(0).score();
    return clearly > threshold ? Gate.FAINT : null;
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() {
    for (Working each : working) each.judge.close();
  }
}
