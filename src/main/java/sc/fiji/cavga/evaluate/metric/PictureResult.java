package sc.fiji.cavga.evaluate.metric;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an evaluation found out about one test picture; or why it could not. Immutable. */
public final class PictureResult {

  private final String name;
  private final boolean anomalous;
  private final double score;
  private final double markedShare;
  private final double pixelAuroc;
  private final double classifierProbability;
  private final String problem;
  private final boolean judged;
  private final List<String> notes;
  private final String warning;

  private PictureResult(
      String name,
      boolean anomalous,
      double score,
      double markedShare,
      double pixelAuroc,
      double classifierProbability,
      String problem,
      boolean judged,
      List<String> notes,
      String warning) {
    this.notes = List.copyOf(notes);
    this.warning = warning;
    this.name = Objects.requireNonNull(name);
    this.anomalous = anomalous;
    this.score = score;
    this.markedShare = markedShare;
    this.pixelAuroc = pixelAuroc;
    this.classifierProbability = classifierProbability;
    this.problem = problem;
    this.judged = judged;
  }

  /** Of a picture that was judged; the numbers are those of the methods below. */
  public static PictureResult measured(
      String name,
      boolean anomalous,
      double score,
      double markedShare,
      double pixelAuroc,
      double classifierProbability) {
    return new PictureResult(
        name,
        anomalous,
        score,
        markedShare,
        pixelAuroc,
        classifierProbability,
        null,
        true,
        List.of(),
        null);
  }

  /**
   * @param problem one sentence that says why the picture could not be used
   */
  public static PictureResult failed(String name, boolean anomalous, String problem) {
    return without(name, anomalous, problem, true);
  }

  /**
   * @param reason one sentence that says why the model can say nothing of the picture
   */
  public static PictureResult notJudged(String name, boolean anomalous, String reason) {
    return without(name, anomalous, "Not judged: " + reason, false);
  }

  private static PictureResult without(
      String name, boolean anomalous, String problem, boolean judged) {
    return new PictureResult(
        name,
        anomalous,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Objects.requireNonNull(problem),
        judged,
        List.of(),
        null);
  }

  /**
   * The same with what was noted when the picture was read.
   *
   * @param more a sentence each
   */
  public PictureResult noting(List<String> more) {
    return with(more, warning);
  }

  /**
   * The same with what speaks against trusting its decision.
   *
   * @param doubt one sentence
   */
  public PictureResult warning(String doubt) {
    return with(notes, doubt);
  }

  private PictureResult with(List<String> otherNotes, String otherWarning) {
    return new PictureResult(
        name,
        anomalous,
        score,
        markedShare,
        pixelAuroc,
        classifierProbability,
        problem,
        judged,
        otherNotes,
        otherWarning);
  }

  /** The sample's. */
  public String name() {
    return name;
  }

  /** What the data set says. */
  public boolean anomalous() {
    return anomalous;
  }

  /** Raw; NaN for a picture that failed, as all other numbers then. */
  public double score() {
    return score;
  }

  /** The share of the field of view above the calibrated threshold, 0 to 1. */
  public double markedShare() {
    return markedShare;
  }

  /** Of this picture's own pixels; NaN unless its mask has anomalous and normal ones. */
  public double pixelAuroc() {
    return pixelAuroc;
  }

  /** What a weakly supervised model's classifier says, 0 to 1; NaN where there is none. */
  public double classifierProbability() {
    return classifierProbability;
  }

  /** Whether the picture itself could be used, but the model can say nothing of it. */
  public boolean isNotJudged() {
    return !judged;
  }

  /** What was assumed or changed when the picture was read, a sentence each; mostly none. */
  public List<String> notes() {
    return notes;
  }

  /** What speaks against trusting the decision, or why there is none: one sentence. */
  public Optional<String> warning() {
    return Optional.ofNullable(warning);
  }

  /** One sentence; absent where there is a score. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }
}
