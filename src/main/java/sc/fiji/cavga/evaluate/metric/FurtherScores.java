package sc.fiji.cavga.evaluate.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.model.Prediction;

/** How well the further methods of a model tell anomalous pictures from normal ones. */
public final class FurtherScores {

  private final Map<String, Evaluation> methods = new LinkedHashMap<>();

  /** Takes in what the further methods say of a picture. */
  public void add(List<Prediction.Decision> others, boolean anomalous) {
    for (Prediction.Decision other : others) {
      Evaluation scores =
          methods.computeIfAbsent(other.method(), name -> new Evaluation(other.threshold()));
      if (other.judged()) scores.addScore(other.score(), anomalous);
      else scores.addNotJudged(anomalous);
    }
  }

  /** Names of the methods, in order. */
  public List<String> methods() {
    return new ArrayList<>(methods.keySet());
  }

  /** The images' AUROC of a method; pictures of which it can say nothing are ties with all. */
  public double auroc(String method) {
    return methods.get(method).metrics().value(Metric.IMAGE_AUROC);
  }
}
