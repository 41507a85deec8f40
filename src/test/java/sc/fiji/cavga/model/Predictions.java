package sc.fiji.cavga.model;

import java.util.List;
import sc.fiji.cavga.gate.Doubt;
import sc.fiji.cavga.model.examination.Examination;
import sc.fiji.cavga.model.examination.Judgement;
import sc.fiji.cavga.preprocess.Placement;

/** Predictions without a model, for tests of what is made of them. */
public final class Predictions {

  private Predictions() {}

  /** Of a score alone: a map of one place, and no measures. */
  public static Prediction of(double score, double threshold) {
    return of(score, threshold, null, false);
  }

  /**
   * The same of a picture that may not be judged.
   *
   * @param doubt null for none
   */
  public static Prediction of(double score, double threshold, Doubt doubt, boolean judgedAnyway) {
    Examination nothing =
        kind -> {
          throw new IllegalArgumentException("There is no map.");
        };
    Placement placement = new Placement(1, 1, 0, 0, 1, (x, y) -> true);
    Judgement said = new Judgement(nothing, new float[1], placement, score);
    return new Prediction(List.of(said), threshold, doubt, judgedAnyway, List.of());
  }
}
