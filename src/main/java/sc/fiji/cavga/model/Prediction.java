package sc.fiji.cavga.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import sc.fiji.cavga.gate.Doubt;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.FurtherTable;
import sc.fiji.cavga.model.examination.Judgement;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.model.examination.Measure;
import sc.fiji.cavga.model.examination.Outline;
import sc.fiji.cavga.preprocess.Placement;

/** What a model says of one picture, calibrated. Immutable, but that the map is shared. */
public final class Prediction {

  /** A further method's decision. */
  public static final class Decision {

    private final String method;
    private final double score;
    private final double threshold;
    private final boolean judged;

    /**
     * @param doubt of the picture; null for none
     */
    Decision(String method, double score, double threshold, Doubt doubt) {
      this.method = method;
      this.score = score;
      this.threshold = threshold;
      this.judged = !Double.isNaN(score) && Prediction.counts(doubt, score > threshold);
    }

    public String method() {
      return method;
    }

    /** NaN where the method could say nothing of the picture. */
    public double score() {
      return score;
    }

    public double threshold() {
      return threshold;
    }

    /** In words, for people. */
    public String text() {
      return judged()
          ? String.format(
              Locale.ROOT,
              "%s: %s (%.2f, threshold %.2f)",
              method,
              anomalous() ? "anomalous" : "not anomalous",
              score,
              threshold)
          : method + ": not judged";
    }

    /** False where the method can say nothing of the picture, as when its score is NaN. */
    public boolean judged() {
      return judged;
    }

    public boolean anomalous() {
      return judged && score > threshold;
    }
  }

  private final Judgement first;
  private final double threshold;
  private final Doubt doubt;
  private final boolean judgedAnyway;
  private final List<Decision> others;
  private final Optional<String> remark;
  private final List<Measure> measures;
  private final List<Outline> outlines;
  private final List<LabelImage> labels;
  private final List<FurtherTable> tables;

  /**
   * @param said by each method; the first one's map and score are the picture's
   * @param threshold of the first one's score
   * @param doubt whether the picture can be judged; null for none
   * @param judgedAnyway whether a doubt is a warning and no more
   */
  Prediction(
      List<Judgement> said,
      double threshold,
      Doubt doubt,
      boolean judgedAnyway,
      List<Decision> others) {
    this.first = said.get(0);
    this.threshold = threshold;
    this.doubt = doubt;
    this.judgedAnyway = judgedAnyway;
    this.others = List.copyOf(others);
    this.remark = said.stream().flatMap(each -> each.examination().warning().stream()).findFirst();
    this.measures = all(said, Examination::measures);
    this.outlines = all(said, Examination::outlines);
    this.labels = all(said, Examination::labels);
    this.tables = all(said, Examination::tables);
  }

  private static <T> List<T> all(List<Judgement> said, Function<Examination, List<T>> part) {
    return said.stream()
        .flatMap(each -> part.apply(each.examination()).stream())
        .collect(Collectors.toUnmodifiableList());
  }

  /** What the method that made the map has said. */
  public Examination examination() {
    return first.examination();
  }

  /** [H,W], 1.0 is the threshold, NaN where the map says nothing; the array itself. */
  public float[] map() {
    return first.map();
  }

  /** Where the map's square lies in the picture. */
  public Placement placement() {
    return first.placement();
  }

  /** On no fixed scale: anomalous above {@link #threshold}; NaN where nothing can be said. */
  public double score() {
    return first.score();
  }

  public double threshold() {
    return threshold;
  }

  /**
   * Whether a decision counts in spite of a doubt: what is anomalous stays so, unless the picture
   * is no fundus photograph.
   */
  private static boolean counts(Doubt doubt, boolean anomalous) {
    return doubt == null || anomalous && !doubt.isNoFundus();
  }

  /** The decision: whether the score lies above its threshold; false where it is not judged. */
  public boolean anomalous() {
    return score() > threshold && notJudgedBecause().isEmpty();
  }

  /** What speaks against trusting the decision, or why there is none: one sentence. */
  public Optional<String> warning() {
    if (doubt != null) return Optional.of(doubt.sentence());
    return notJudgedBecause().or(() -> remark);
  }

  /** Why nothing can be said of the picture; empty where something is. */
  public Optional<String> notJudgedBecause() {
    if (!Double.isNaN(score()))
      return judgedAnyway || counts(doubt, score() > threshold)
          ? Optional.empty()
          : Optional.of(doubt.sentence());
    return Optional.of(
        examination().measures().stream()
            .flatMap(each -> each.reason().stream())
            .findFirst()
            .orElse("Nothing of the picture lies inside its field of view."));
  }

  /** Of the model's further methods; unmodifiable. */
  public List<Decision> others() {
    return others;
  }

  /** Of all methods; unmodifiable. */
  public List<Measure> measures() {
    return measures;
  }

  /** Of all methods; unmodifiable. */
  public List<Outline> outlines() {
    return outlines;
  }

  /** Of all methods; unmodifiable. */
  public List<LabelImage> labels() {
    return labels;
  }

  /** Of all methods; unmodifiable. */
  public List<FurtherTable> tables() {
    return tables;
  }
}
