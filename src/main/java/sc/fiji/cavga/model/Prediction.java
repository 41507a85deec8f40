package sc.fiji.cavga.model;

import java.util.List;
import java.util.Objects;
import sc.fiji.cavga.model.examination.Examination;
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

    Decision(String method, double score, double threshold) {
      this.method = method;
      this.score = score;
      this.threshold = threshold;
    }

    public String method() {
      return method;
    }

    public double score() {
      return score;
    }

    public boolean anomalous() {
      return score > threshold;
    }
  }

  private final Examination examination;
  private final float[] map;
  private final Placement placement;
  private final double score;
  private final double threshold;
  private final List<Decision> others;
  private final List<Measure> measures;
  private final List<Outline> outlines;
  private final List<LabelImage> labels;

  Prediction(
      Examination examination,
      float[] map,
      Placement placement,
      double score,
      double threshold,
      List<Decision> others,
      List<Measure> measures,
      List<Outline> outlines,
      List<LabelImage> labels) {
    this.examination = Objects.requireNonNull(examination);
    this.map = map;
    this.placement = placement;
    this.score = score;
    this.threshold = threshold;
    this.others = List.copyOf(others);
    this.measures = List.copyOf(measures);
    this.outlines = List.copyOf(outlines);
    this.labels = List.copyOf(labels);
  }

  /** What the method that made the map has said. */
  public Examination examination() {
    return examination;
  }

  /** [H,W], 1.0 is the threshold, NaN where the map says nothing; the array itself. */
  public float[] map() {
    return map;
  }

  /** Where the map's square lies in the picture. */
  public Placement placement() {
    return placement;
  }

  /** On no fixed scale: anomalous above {@link #threshold}. */
  public double score() {
    return score;
  }

  public double threshold() {
    return threshold;
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
}
