package sc.fiji.cavga.method.disc.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeftOutTest {

  private static final int COUNT = 40;

  /** What is computed without fitting anew is what fitting without the patient gives. */
  @Test
  void aPatientsEyesAreJudgedByALimitThatHasSeenNeither() {
    SplittableRandom random = new SplittableRandom(3);
    List<double[]> measures = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    List<String> patients = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      measures.add(new double[] {random.nextDouble()});
      values.add(0.4 + 0.3 * measures.get(i)[0] + 0.1 * random.nextDouble());
      patients.add("patient " + i / 2);
    }
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      List<double[]> others = new ArrayList<>(measures);
      List<Double> theirs = new ArrayList<>(values);
      others.subList(i / 2 * 2, i / 2 * 2 + 2).clear();
      theirs.subList(i / 2 * 2, i / 2 * 2 + 2).clear();
      sum += Math.pow(values.get(i) - line(others, theirs, measures.get(i)[0]), 2);
    }
    NormalLimit limit = NormalLimit.fit(measures, values, COUNT, patients);
    assertEquals(Math.sqrt(sum / COUNT), limit.spread(), 1e-9);
  }

  private static double line(List<double[]> x, List<Double> y, double at) {
    double meanX = x.stream().mapToDouble(each -> each[0]).average().orElseThrow();
    double meanY = y.stream().mapToDouble(each -> each).average().orElseThrow();
    double both = 0;
    double square = 0;
    for (int i = 0; i < x.size(); i++) {
      both += (x.get(i)[0] - meanX) * (y.get(i) - meanY);
      square += Math.pow(x.get(i)[0] - meanX, 2);
    }
    return meanY + both / square * (at - meanX);
  }

  /** Fellow eyes are alike, and a limit that knows one looks too narrow for the other. */
  @Test
  void limitsAreWiderWhereFellowEyesAreAlike() {
    SplittableRandom random = new SplittableRandom(5);
    List<double[]> measures = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    List<String> patients = new ArrayList<>();
    List<String> apart = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      measures.add(new double[] {0.5});
      values.add(i % 2 == 0 ? random.nextDouble() : values.get(i - 1));
      patients.add("patient " + i / 2);
      apart.add("eye " + i);
    }
    assertTrue(
        NormalLimit.fit(measures, values, COUNT, patients).spread()
            > NormalLimit.fit(measures, values, COUNT, apart).spread());
  }

  /** A patient who has nearly all eyes leaves nothing to judge by, and still gives a number. */
  @Test
  void onePatientWithMostEyesGivesAFiniteLimit() {
    List<double[]> measures = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    List<String> patients = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      measures.add(new double[] {i});
      values.add(i % 3 / 3.0);
      patients.add(i == 0 ? "other" : "one");
    }
    double spread = NormalLimit.fit(measures, values, COUNT, patients).spread();
    assertTrue(Double.isFinite(spread) && spread > 0, String.valueOf(spread));
  }
}
