package sc.fiji.cavga.evaluate.report;

import org.apache.commons.math3.util.ResizableDoubleArray;
import sc.fiji.cavga.evaluate.ranking.Ranking;

/** Points of a curve from (0,0) to (1,1), thinned so that what the eye cannot see is left out. */
final class CurvePoints {

  private static final double SMALLEST_STEP = 0.001;

  private final ResizableDoubleArray xs = new ResizableDoubleArray();
  private final ResizableDoubleArray ys = new ResizableDoubleArray();

  /** The receiver operating characteristic: false positive rate and sensitivity. */
  static CurvePoints receiverOperatingCharacteristic(Ranking ranking) {
    CurvePoints points = new CurvePoints();
    double anomalous = ranking.anomalous();
    double normal = ranking.normal();
    points.add(0, 0);
    ranking.addUp((found, passed) -> points.add(passed / normal, found / anomalous));
    points.end(1, 1);
    return points;
  }

  /** Recall and precision, in steps as average precision takes them. */
  static CurvePoints precisionRecall(Ranking ranking) {
    CurvePoints points = new CurvePoints();
    double anomalous = ranking.anomalous();
    double[] recall = {0};
    ranking.addUp(
        (found, passed) -> {
          double precision = found / (double) (found + passed);
          points.add(recall[0], precision);
          recall[0] = found / anomalous;
          points.add(recall[0], precision);
        });
    points.end(1, anomalous / (anomalous + ranking.normal()));
    return points;
  }

  private void add(double x, double y) {
    int last = xs.getNumElements() - 1;
    boolean near =
        last >= 0
            && Math.abs(x - xs.getElement(last)) < SMALLEST_STEP
            && Math.abs(y - ys.getElement(last)) < SMALLEST_STEP;
    if (!near) append(x, y);
  }

  private void end(double x, double y) {
    int last = xs.getNumElements() - 1;
    if (xs.getElement(last) != x || ys.getElement(last) != y) append(x, y);
  }

  private void append(double x, double y) {
    xs.addElement(x);
    ys.addElement(y);
  }

  double[] xs() {
    return xs.getElements();
  }

  double[] ys() {
    return ys.getElements();
  }
}
