package sc.fiji.cavga.model.calibration;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.model.examination.ScoreParts;

/**
 * How anomalous a picture is as a whole, where its raw map comes with {@link ScoreParts}: their
 * weighted sum, each in standard deviations above the mean of held-out normal pictures.
 *
 * <p>Learned in {@link CalibrationFitting}, kept in the {@link Calibration}.
 */
final class ImageScore {

  /** Of logarithms: normal pictures that are all alike would give zero. */
  static final double SMALLEST_SPREAD = 0.05;

  private final List<ScoreParts.Part> parts;
  private final double[] means;
  private final double[] spreads;

  /**
   * @param parts at least one
   * @param means of each part over normal pictures, finite
   * @param spreads their standard deviations, positive
   * @throws IllegalArgumentException with one sentence when a number is out of range
   */
  ImageScore(List<ScoreParts.Part> parts, double[] means, double[] spreads) {
    boolean fits =
        !parts.isEmpty() && means.length == parts.size() && spreads.length == parts.size();
    for (int i = 0; fits && i < means.length; i++)
      fits =
          Double.isFinite(means[i])
              && spreads[i] > 0
              && Double.isFinite(spreads[i])
              && parts.get(i).weight() >= 0
              && Double.isFinite(parts.get(i).weight());
    if (!fits)
      throw new IllegalArgumentException(
          "A picture's score needs finite means, positive spreads and weights of 0 or more.");
    this.parts = List.copyOf(parts);
    this.means = means.clone();
    this.spreads = spreads.clone();
  }

  /**
   * @param normal the parts' values in normal pictures, not learned from, at least one
   */
  static ImageScore of(List<ScoreParts.Part> parts, List<double[]> normal) {
    double[] means = new double[parts.size()];
    double[] spreads = new double[parts.size()];
    for (int part = 0; part < means.length; part++) {
      means[part] = mean(normal, part);
      spreads[part] = spread(normal, part, means[part]);
    }
    return new ImageScore(parts, means, spreads);
  }

  /**
   * The scores of normal pictures, each judged by the others: by itself it looks more normal.
   *
   * @param normal of at least three patients
   * @param patients whose each picture is: those of one patient do not judge each other
   */
  static float[] ofEachByTheOthers(
      List<ScoreParts.Part> parts, List<double[]> normal, List<String> patients) {
    float[] scores = new float[normal.size()];
    for (int i = 0; i < scores.length; i++) {
      List<double[]> others = new ArrayList<>();
      for (int j = 0; j < scores.length; j++)
        if (!patients.get(j).equals(patients.get(i))) others.add(normal.get(j));
      scores[i] = (float) of(parts, others).score(normal.get(i));
    }
    return scores;
  }

  private static double mean(List<double[]> normal, int part) {
    return normal.stream().mapToDouble(each -> each[part]).sum() / normal.size();
  }

  private static double spread(List<double[]> normal, int part, double mean) {
    double squares =
        normal.stream().mapToDouble(each -> (each[part] - mean) * (each[part] - mean)).sum();
    return Math.max(SMALLEST_SPREAD, Math.sqrt(squares / Math.max(1, normal.size() - 1)));
  }

  /**
   * @param values of the parts in a picture
   * @return in standard deviations; NaN where the picture shows nothing
   * @throws IllegalArgumentException with one sentence when these are not the parts' values
   */
  double score(double[] values) {
    if (values.length != means.length) throw otherParts();
    double score = 0;
    for (int i = 0; i < means.length; i++)
      score += parts.get(i).weight() * (values[i] - means[i]) / spreads[i];
    return score;
  }

  /** {@link #score} of several pictures. */
  float[] scores(List<double[]> values) {
    float[] scores = new float[values.size()];
    for (int i = 0; i < scores.length; i++) scores[i] = (float) score(values.get(i));
    return scores;
  }

  static IllegalArgumentException otherParts() {
    return new IllegalArgumentException("This calibration is of a map with other parts.");
  }

  double weight() {
    return parts.stream().mapToDouble(ScoreParts.Part::weight).sum();
  }

  /** Standard deviation of normal pictures' scores where the parts do not vary together. */
  double leastSpread() {
    return Math.sqrt(parts.stream().mapToDouble(part -> part.weight() * part.weight()).sum());
  }

  List<ScoreParts.Part> parts() {
    return parts;
  }

  double mean(int part) {
    return means[part];
  }

  double spread(int part) {
    return spreads[part];
  }
}
