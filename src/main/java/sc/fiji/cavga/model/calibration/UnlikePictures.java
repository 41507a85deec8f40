package sc.fiji.cavga.model.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import sc.fiji.cavga.model.examination.ScoreParts;
import sc.fiji.cavga.plane.TopShare;

/**
 * Finds those of the pictures that are called normal whose scores are unlike the others', as when
 * ill eyes are among them: by the modified z-score 0.6745 (x &minus; median) / MAD, which such
 * pictures hardly move (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993). Their limit
 * of 3.5 is for many numbers; of 18 healthy eyes it took one in every third draw. Low scores are
 * not asked: thresholds are upper ones.
 */
final class UnlikePictures {

  /** Of fewer pictures the spread is not known well enough. */
  static final int FEWEST = 10;

  private static final double LIMIT = 5;

  /** Where more are unlike the others, there are several kinds, and none is the normal one. */
  private static final double MOST = 0.25;

  /** A standard deviation in median absolute deviations, of normally distributed numbers. */
  private static final double DEVIATIONS = 1.4826;

  private UnlikePictures() {}

  /**
   * @param scores the higher, the more unusual; NaN where a picture shows nothing
   * @return their places, the highest first; empty where there are too few pictures
   */
  static List<Integer> among(double[] scores) {
    double[] known = Arrays.stream(scores).filter(Double::isFinite).toArray();
    List<Integer> unlike = new ArrayList<>();
    if (known.length < FEWEST) return unlike;
    double middle = median(known);
    double spread = spread(known, 0);
    for (int i = 0; i < scores.length; i++)
      if (Double.isFinite(scores[i]) && scores[i] - middle > LIMIT * spread) unlike.add(i);
    unlike.sort(Comparator.comparingDouble((Integer i) -> -scores[i]));
    return unlike.size() > MOST * known.length ? List.of() : unlike;
  }

  /**
   * The sum of a score's parts with each in spreads that unlike pictures hardly move.
   *
   * @param values of the parts, by picture
   */
  static double[] scores(List<ScoreParts.Part> parts, List<double[]> values, double least) {
    double[] scores = new double[values.size()];
    for (int part = 0; part < parts.size(); part++) {
      int at = part;
      double[] column = values.stream().mapToDouble(each -> each[at]).toArray();
      double middle = median(column);
      double spread = spread(column, least);
      for (int i = 0; i < scores.length; i++)
        scores[i] += parts.get(part).weight() * (column[i] - middle) / spread;
    }
    return scores;
  }

  /**
   * How far the highest values of maps without parts lie above the median of all maps at their
   * place, as a logarithm.
   *
   * @param maps [H,W], NaN where nothing is known
   * @param share of the values that count
   */
  static double[] scores(List<float[]> maps, double share) {
    float[] middle = new float[maps.get(0).length];
    float[] column = new float[maps.size()];
    for (int pixel = 0; pixel < middle.length; pixel++) {
      int count = 0;
      for (float[] map : maps) if (!Float.isNaN(map[pixel])) column[count++] = map[pixel];
      Arrays.sort(column, 0, count);
      middle[pixel] = count == 0 ? Float.NaN : column[count / 2];
    }
    double[] scores = new double[maps.size()];
    float[] above = new float[middle.length];
    for (int i = 0; i < scores.length; i++) {
      for (int pixel = 0; pixel < above.length; pixel++)
        above[pixel] = maps.get(i)[pixel] - middle[pixel];
      scores[i] = Math.log(TopShare.mean(above, share));
    }
    return scores;
  }

  private static double spread(double[] values, double least) {
    double middle = median(values);
    double[] distances = Arrays.stream(values).map(each -> Math.abs(each - middle)).toArray();
    return Math.max(least, DEVIATIONS * median(distances));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
