package sc.fiji.cavga.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Learns {@link LearnedLimits}: how healthy eyes differ among each other from those that a model is
 * trained with, and where its limits lie from those that are held out.
 *
 * <p>Haze and blur move the statistics in directions that are known beforehand. A matched filter
 * weighs the statistics so that these directions stand out from how healthy eyes differ.
 */
public final class LimitsFitting {

  /** Fewer say too little about how eyes differ. */
  private static final int FEWEST = 20;

  private static final int FEWEST_HELD_OUT = 5;

  /** Of what haze and pale light shift, in standard deviations; few healthy eyes lie beyond. */
  private static final double HAZE_LIMIT = 2.7;

  /** Between the least sharp healthy eyes, at 3.4, and those blurred by 2 of 680 pixels, at 5. */
  private static final double BLUR_LIMIT = 4;

  /** Of single statistics, on both sides: what lies beyond is of another kind. */
  private static final double STRANGE_LIMIT = 6;

  /** What a covariance of few pictures promises is not kept: limits are so much wider. */
  private static final double WIDER = 10;

  /** Matched filters: twice haze, pale light, blur. */
  private static final int FILTERS = 4;

  /** What is added to variances of 1, times the number of pictures. */
  private static final double RIDGE = 2;

  /** A median distance from 0 in standard deviations, where there is no other outlier. */
  private static final double MEDIAN_DEVIATION = 0.6745;

  /** How a blur of a two-hundredth of the width shifts contrasts, fine to coarse. */
  private static final double[] BLURRED_VESSELS = {-0.79, -0.47, -0.25, 0, 0};

  private static final double[] BLURRED_TEXTURE = {-1.03, -0.55, -0.23, -0.12, 0};

  private final boolean otherCameras;
  private final List<PictureStatistics> training = new ArrayList<>();
  private final List<PictureStatistics> heldOut = new ArrayList<>();

  /** Of each picture to learn from, where pictures judge each other. */
  private final List<Integer> folds = new ArrayList<>();

  /** For the camera of the pictures alone. */
  public LimitsFitting() {
    this(false);
  }

  /**
   * @param otherCameras whether eyes are let in too that another camera might have shown so
   */
  public LimitsFitting(boolean otherCameras) {
    this.otherCameras = otherCameras;
  }

  /**
   * Adds a healthy eye.
   *
   * @param picture whose own pixels are at hand
   * @param isHeldOut whether training has not seen it
   */
  public void add(PreparedPicture picture, boolean isHeldOut) {
    PictureStatistics statistics = PictureStatistics.of(picture);
    (isHeldOut ? heldOut : training).add(statistics);
  }

  /**
   * Adds a healthy eye where none is held out: those of other folds judge it. All are added so, or
   * none.
   *
   * @param picture whose own pixels are at hand
   */
  public void add(PreparedPicture picture, int fold) {
    training.add(PictureStatistics.of(picture));
    folds.add(fold);
  }

  /** Empty where there are too few pictures. */
  public Optional<LearnedLimits> fit() {
    boolean few = folds.isEmpty() && heldOut.size() < FEWEST_HELD_OUT;
    if (few || training.size() < FEWEST) return Optional.empty();
    LearnedLimits limits = fit(training);
    double[][] distances = folds.isEmpty() ? ofHeldOut(limits) : ofEachByOthers();
    double[] wider = new double[FILTERS];
    for (int filter = 0; filter < FILTERS; filter++) {
      Arrays.sort(distances[filter]);
      wider[filter] =
          Math.max(1, distances[filter][distances[filter].length / 2] / MEDIAN_DEVIATION);
    }
    return Optional.of(limits.widened(wider, 1 + WIDER / training.size()));
  }

  /** By each filter, how far each picture that is held out lies from those learned from. */
  private double[][] ofHeldOut(LearnedLimits limits) {
    return IntStream.range(0, FILTERS)
        .mapToObj(filter -> heldOut.stream().mapToDouble(p -> Math.abs(limits.sum(filter, p))))
        .map(DoubleStream::toArray)
        .toArray(double[][]::new);
  }

  /** By each filter, how far each picture lies from those of other folds. */
  private double[][] ofEachByOthers() {
    double[][] distances = new double[FILTERS][training.size()];
    for (int fold : new TreeSet<>(folds)) {
      List<PictureStatistics> others = new ArrayList<>();
      for (int i = 0; i < folds.size(); i++) if (folds.get(i) != fold) others.add(training.get(i));
      LearnedLimits limits = fit(others);
      for (int i = 0; i < folds.size(); i++)
        for (int filter = 0; folds.get(i) == fold && filter < FILTERS; filter++)
          distances[filter][i] = Math.abs(limits.sum(filter, training.get(i)));
    }
    return distances;
  }

  /** With the filters first, whose limits are still to be widened. */
  private LearnedLimits fit(List<PictureStatistics> training) {
    int length = PictureStatistics.NAMES.size();
    double[] haze = new double[length];
    double[] blur = new double[length];
    double[] same = new double[PictureStatistics.SCALES];
    Arrays.fill(same, -1);
    put(haze, same, same);
    put(blur, BLURRED_VESSELS, BLURRED_TEXTURE);
    List<double[]> learned = values(training);
    if (otherCameras) learned = OtherCameras.with(learned, blur);
    double[] means = new double[length];
    double[] spreads = new double[length];
    for (int i = 0; i < length; i++) {
      int at = i;
      double mean = learned.stream().mapToDouble(p -> p[at]).average().orElseThrow();
      double square = learned.stream().mapToDouble(p -> p[at] - mean).map(d -> d * d).sum();
      means[i] = mean;
      spreads[i] =
          Math.max(
              smallestSpread(PictureStatistics.NAMES.get(i)), Math.sqrt(square / learned.size()));
    }
    double[][] deviations = deviations(learned, means, spreads);
    List<LearnedLimits.Check> checks = new ArrayList<>();
    double[] pale = haze.clone();
    put(
        pale,
        Map.of(
            PictureStatistics.RED_GREEN,
            -0.4,
            PictureStatistics.GREEN_BLUE,
            -0.7,
            PictureStatistics.BRIGHTNESS,
            0.5));
    checks.add(filter(Reason.HAZE, haze, HAZE_LIMIT, spreads, deviations));
    checks.add(texture(spreads, deviations));
    checks.add(filter(Reason.PALE, pale, HAZE_LIMIT, spreads, deviations));
    checks.add(filter(Reason.BLUR, blur, BLUR_LIMIT, spreads, deviations));
    for (int i = 0; i < length; i++) {
      double[] alone = new double[length];
      alone[i] = 1;
      checks.add(
          new LearnedLimits.Check(
              reason(PictureStatistics.NAMES.get(i)), alone, STRANGE_LIMIT, true));
    }
    long round = training.stream().filter(p -> p.framing().isRound()).count();
    return new LearnedLimits(
        training.size(), round / (double) training.size(), means, spreads, checks);
  }

  /** Pictures that are all alike would give zero; all are logarithms. */
  private static double smallestSpread(String name) {
    return name.equals(PictureStatistics.FIELD) ? 0.02 : 0.1;
  }

  private static Reason reason(String statistic) {
    switch (statistic) {
      case PictureStatistics.RED_GREEN:
      case PictureStatistics.GREEN_BLUE:
        return Reason.COLOURS;
      case PictureStatistics.BRIGHTNESS:
        return Reason.BRIGHTNESS;
      case PictureStatistics.FIELD:
        return Reason.FIELD_OF_VIEW;
      default:
        return Reason.CONTRAST;
    }
  }

  private static void put(double[] shift, double[] vessels, double[] texture) {
    for (int scale = 0; scale < vessels.length; scale++) {
      shift[PictureStatistics.NAMES.indexOf(PictureStatistics.VESSELS + scale)] = vessels[scale];
      shift[PictureStatistics.NAMES.indexOf(PictureStatistics.TEXTURE + scale)] = texture[scale];
    }
  }

  private static void put(double[] shift, Map<String, Double> values) {
    values.forEach((name, value) -> shift[PictureStatistics.NAMES.indexOf(name)] = value);
  }

  private static List<double[]> values(List<PictureStatistics> pictures) {
    return pictures.stream().map(PictureStatistics::values).collect(Collectors.toList());
  }

  private static double[][] deviations(List<double[]> pictures, double[] means, double[] spreads) {
    double[][] deviations = new double[pictures.size()][];
    for (int p = 0; p < deviations.length; p++) {
      deviations[p] = pictures.get(p).clone();
      for (int i = 0; i < means.length; i++)
        deviations[p][i] = (deviations[p][i] - means[i]) / spreads[i];
    }
    return deviations;
  }

  /**
   * (C + ridge)⁻¹ times the shift, C the covariance, in standard deviations of healthy eyes. A blur
   * leaves colours and brightness alone, which are not asked then.
   */
  private static LearnedLimits.Check filter(
      Reason reason, double[] shift, double limit, double[] spreads, double[][] training) {
    return filter(reason, shift, used(reason, shift), limit, spreads, training);
  }

  private static LearnedLimits.Check filter(
      Reason reason,
      double[] shift,
      int[] used,
      double limit,
      double[] spreads,
      double[][] training) {
    RealMatrix covariance = new Array2DRowRealMatrix(used.length, used.length);
    double ridge = RIDGE / training.length;
    double[] direction = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      direction[i] = shift[used[i]] / spreads[used[i]];
      for (int j = 0; j < used.length; j++) {
        double sum = 0;
        for (double[] picture : training) sum += picture[used[i]] * picture[used[j]];
        covariance.setEntry(i, j, (1 - ridge) * sum / training.length + (i == j ? ridge : 0));
      }
    }
    double[] solved =
        new CholeskyDecomposition(covariance)
            .getSolver()
            .solve(new ArrayRealVector(direction))
            .toArray();
    double[] weights = new double[shift.length];
    for (int i = 0; i < used.length; i++) weights[used[i]] = solved[i];
    double square = 0;
    for (double[] picture : training) square += sum(weights, picture) * sum(weights, picture);
    double spread = Math.sqrt(square / training.length);
    for (int i = 0; i < weights.length; i++) weights[i] /= spread;
    return new LearnedLimits.Check(reason, weights, limit, false);
  }

  /**
   * Haze by the texture alone, given the brightness: lesions add dark places and change colours, so
   * that an ill eye behind haze has what the other filter looks at.
   */
  private static LearnedLimits.Check texture(double[] spreads, double[][] training) {
    double[] shift = new double[PictureStatistics.NAMES.size()];
    int[] used = new int[PictureStatistics.SCALES + 1];
    for (int scale = 0; scale < PictureStatistics.SCALES; scale++) {
      used[scale] = PictureStatistics.NAMES.indexOf(PictureStatistics.TEXTURE + scale);
      shift[used[scale]] = -1;
    }
    used[PictureStatistics.SCALES] = PictureStatistics.NAMES.indexOf(PictureStatistics.BRIGHTNESS);
    return filter(Reason.HAZE, shift, used, HAZE_LIMIT, spreads, training);
  }

  private static int[] used(Reason reason, double[] shift) {
    int field = PictureStatistics.NAMES.indexOf(PictureStatistics.FIELD);
    List<Integer> used = new ArrayList<>();
    for (int i = 0; i < shift.length; i++)
      if (i != field && (reason != Reason.BLUR || shift[i] != 0)) used.add(i);
    return used.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double sum(double[] weights, double[] deviations) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) sum += weights[i] * deviations[i];
    return sum;
  }
}
