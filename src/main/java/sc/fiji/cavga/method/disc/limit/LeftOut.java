package sc.fiji.cavga.method.disc.limit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * How far values would lie from a least squares fit that had not seen them, without fitting anew:
 * (I &minus; H)&#8315;&sup1; times the deviations, H being the hat matrix of those left out.
 */
final class LeftOut {

  /** Of a value that the fit follows wherever it lies nothing would be left. */
  private static final double LARGEST_LEVER = 0.9;

  private final double[] deviations;
  private final RealMatrix x;
  private final RealMatrix inverse;

  /**
   * @param deviations from the fit
   * @param x [values][slopes], each column's mean 0
   * @param inverse of x transposed times x
   */
  LeftOut(double[] deviations, RealMatrix x, RealMatrix inverse) {
    this.deviations = deviations;
    this.x = x;
    this.inverse = inverse;
  }

  /** Of a fit that is the values' mean. */
  static LeftOut ofMean(double[] deviations) {
    return new LeftOut(deviations, null, null);
  }

  /**
   * @param groups whose each value is; those of a group are left out together
   */
  double sumOfSquares(List<String> groups) {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < deviations.length; i++)
      members.computeIfAbsent(groups.get(i), none -> new ArrayList<>()).add(i);
    double sum = 0;
    for (List<Integer> group : members.values())
      if (group.size() == 1) {
        int i = group.get(0);
        sum += Math.pow(deviations[i] / (1 - Math.min(LARGEST_LEVER, lever(i, i))), 2);
      } else sum += sumOfSquaresTogether(group);
    return sum;
  }

  private double sumOfSquaresTogether(List<Integer> group) {
    int size = group.size();
    RealMatrix hat = new Array2DRowRealMatrix(size, size);
    RealVector left = new ArrayRealVector(size);
    for (int a = 0; a < size; a++) {
      left.setEntry(a, deviations[group.get(a)]);
      for (int b = 0; b < size; b++) hat.setEntry(a, b, lever(group.get(a), group.get(b)));
    }
    // No eigenvalue of H is larger than its largest row's sum.
    double largest = hat.transpose().getNorm();
    RealMatrix rest =
        MatrixUtils.createRealIdentityMatrix(size)
            .subtract(hat.scalarMultiply(Math.min(1, LARGEST_LEVER / largest)));
    RealVector solved = new LUDecomposition(rest).getSolver().solve(left);
    return solved.dotProduct(solved);
  }

  private double lever(int i, int j) {
    double mean = 1.0 / deviations.length;
    return x == null
        ? mean
        : mean + x.getRowVector(i).dotProduct(inverse.operate(x.getRowVector(j)));
  }
}
