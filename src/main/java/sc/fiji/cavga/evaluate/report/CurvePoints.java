package sc.fiji.cavga.evaluate.report;

import java.util.Arrays;
import sc.fiji.cavga.evaluate.ranking.Ranking;

/** Points of a curve from (0,0) to (1,1), thinned so that what the eye cannot see is left out. */
final class CurvePoints {

  private static final double SMALLEST_STEP = 0.001;

  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int count;

  /** The receiver operating characteristic: false positive rate and sensitivity. */
  static CurvePoints receiverOperatingCharacteristic(Ranking ranking) {
    CurvePoints points = new CurvePoints();
    double anomalous = ranking.anomalous();
    double normal = ranking.normal();
    points.add(0, 0);
    walk(ranking, (found, passed) -> points.add(passed / normal, found / anomalous));
    points.end(1, 1);
    return points;
  }

  /** Recall and precision, in steps as average precision takes them. */
  static CurvePoints precisionRecall(Ranking ranking) {
    CurvePoints points = new CurvePoints();
    double anomalous = ranking.anomalous();
    double[] recall = {0};
    walk(
        ranking,
        (found, passed) -> {
          double precision = found / (double) (found + passed);
          points.add(recall[0], precision);
          recall[0] = found / anomalous;
          points.add(recall[0], precision);
        });
    points.end(1, anomalous / (anomalous + ranking.normal()));
    return points;
  }

  private interface Walk {
    void to(long found, long passed);
  }

  private static void walk(Ranking ranking, Walk walk) {
    long[] taken = {0, 0};
    ranking.descend(
        (value, anomalous, normal, overlap) -> {
          taken[0] += anomalous;
          taken[1] += normal;
          walk.to(taken[0], taken[1]);
        });
  }

  private void add(double x, double y) {
    boolean near =
        count > 0
            && Math.abs(x - xs[count - 1]) < SMALLEST_STEP
            && Math.abs(y - ys[count - 1]) < SMALLEST_STEP;
    if (!near) append(x, y);
  }

  private void end(double x, double y) {
    if (xs[count - 1] != x || ys[count - 1] != y) append(x, y);
  }

  private void append(double x, double y) {
    if (count == xs.length) {
      xs = Arrays.copyOf(xs, 2 * count);
      ys = Arrays.copyOf(ys, 2 * count);
    }
    xs[count] = x;
    ys[count++] = y;
  }

  double[] xs() {
    return Arrays.copyOf(xs, count);
  }

  double[] ys() {
    return Arrays.copyOf(ys, count);
  }
}
