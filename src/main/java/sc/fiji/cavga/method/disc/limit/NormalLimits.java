package sc.fiji.cavga.method.disc.limit;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.disc.measure.Sector;
import sc.fiji.cavga.picture.Laterality;

/** The normal limits of an optic disc's measures, learned from healthy eyes. Immutable. */
public final class NormalLimits {

  /** Share of healthy eyes within the limit that says "outside". */
  public static final double OUTER = 0.999;

  /** Share of healthy eyes within the limit that says "borderline". */
  public static final double INNER = 0.95;

  /** From fewer eyes no limits are learned. */
  public static final int FEWEST_EYES = 10;

  /** Healthy discs of one camera have between half and twice their mean diameter. */
  private static final double SAME_SCALE = 2;

  private final Map<String, NormalLimit> limits;

  private NormalLimits(Map<String, NormalLimit> limits) {
    this.limits = Collections.unmodifiableMap(limits);
  }

  /**
   * @param healthy measured eyes, at least {@value #FEWEST_EYES}
   */
  public static NormalLimits fit(List<EyeNumbers> healthy) {
    return fit(healthy, null);
  }

  /**
   * As the other method, each patient's eyes judged by those of others. An eye whose disc has more
   * than twice or less than half of the median diameter is left out, unless too few would be left:
   * one such disc, which was found wrongly or in a crop, would tilt each line over the disc's size.
   *
   * @param patients whose each eye is; null where it is not known, and each value stands alone
   */
  public static NormalLimits fit(List<EyeNumbers> healthy, List<String> patients) {
    if (healthy.size() < FEWEST_EYES)
      throw new IllegalArgumentException("Normal limits need more healthy eyes.");
    boolean[] counts = ofOneScale(healthy);
    Map<String, NormalLimit> limits = new TreeMap<>();
    List<Double> deviations = new ArrayList<>();
    for (LimitedMeasure measure : LimitedMeasure.all()) {
      List<double[]> given = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      List<String> groups = new ArrayList<>();
      int eyes = 0;
      for (int i = 0; i < healthy.size(); i++) {
        if (!counts[i]) continue;
        EyeNumbers eye = healthy.get(i);
        double[] some = measure.values(eye);
        if (some.length > 0) eyes++;
        for (double value : some) {
          given.add(measure.given(eye));
          values.add(value);
          groups.add(patients == null ? "value " + values.size() : patients.get(i));
        }
      }
      if (eyes < FEWEST_EYES) continue;
      NormalLimit limit = NormalLimit.fit(given, values, eyes, groups);
      limits.put(measure.key, limit);
      for (int i = 0; i < values.size(); i++)
        deviations.add(limit.deviation(values.get(i), given.get(i)));
    }
    double tails = HeavyTails.of(deviations);
    limits.replaceAll((key, limit) -> limit.withTails(tails));
    return new NormalLimits(limits);
  }

  private static boolean[] ofOneScale(List<EyeNumbers> healthy) {
    double[] sizes = healthy.stream().mapToDouble(eye -> Math.log(eye.size())).toArray();
    double middle = new Median().evaluate(sizes);
    boolean[] counts = new boolean[sizes.length];
    int kept = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = isSameScale(sizes[i], middle);
      if (counts[i]) kept++;
    }
    if (kept < FEWEST_EYES) Arrays.fill(counts, true);
    return counts;
  }

  /** As they stand in the model file: a row of numbers for each measure. */
  public List<NamedArray> toArrays() {
    List<NamedArray> arrays = new ArrayList<>();
    limits.forEach(
        (key, limit) -> {
          float[] numbers = limit.numbers();
          arrays.add(new NamedArray(key, new long[] {numbers.length}, numbers));
        });
    return arrays;
  }

  /** By the measure's name, for descriptions; a new object. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    for (LimitedMeasure measure : LimitedMeasure.all())
      if (limits.containsKey(measure.key))
        json.add(measure.key, limits.get(measure.key).toJson(measure.together));
    return json;
  }

  /**
   * @throws IllegalArgumentException with one sentence when limits are missing or out of range
   */
  public static NormalLimits of(List<NamedArray> arrays) {
    Map<String, NormalLimit> limits = new TreeMap<>();
    for (NamedArray array : arrays) limits.put(array.name(), NormalLimit.of(array.values()));
    for (LimitedMeasure measure : LimitedMeasure.all())
      if (always(measure.key) && !limits.containsKey(measure.key))
        throw new IllegalArgumentException("its limit of " + measure.key + " is missing.");
    return new NormalLimits(limits);
  }

  /** Whether every eye has it. */
  private static boolean always(String key) {
    return key.startsWith("either") || key.startsWith("cdr") || key.endsWith("erior");
  }

  /**
   * Of the rim's width in a clock hour as seen, by the disc's diameter: given the disc's size, and
   * given also the eye's own median width.
   */
  public BoundLimit hour(int hour, EyeNumbers eye) {
    NormalLimit[] both = new NormalLimit[LimitedMeasure.HOUR_LIMITS];
    double[] expected = new double[both.length];
    for (int i = 0; i < both.length; i++) {
      LimitedMeasure measure = LimitedMeasure.hour(hour, eye.side(), i == 1);
      if (!limits.containsKey(measure.key))
        measure = LimitedMeasure.hour(hour, Laterality.UNKNOWN, i == 1);
      both[i] = limits.get(measure.key);
      expected[i] = both[i].expected(given(measure, eye));
    }
    return new BoundLimit(eye.hour(hour), false, both, expected);
  }

  /**
   * Whether a disc's size can be compared with those learned from. One that has more than twice or
   * less than half of their mean diameter is seen at another scale, as in a crop around it: its
   * size by the field of view says nothing then, and limits are those of a disc of mean size.
   */
  public boolean isSameScale(EyeNumbers eye) {
    return isSameScale(
        Math.log(eye.size()), limits.get(LimitedMeasure.AREA_RATIO.key).meanMeasure());
  }

  private static boolean isSameScale(double logSize, double middle) {
    return Math.abs(logSize - middle) <= Math.log(SAME_SCALE);
  }

  private double[] given(LimitedMeasure measure, EyeNumbers eye) {
    double[] given = measure.given(eye);
    if (!isSameScale(eye)) given[0] = limits.get(measure.key).meanMeasure();
    return given;
  }

  /** Of the cup's area by the disc's. */
  public BoundLimit areaRatio(EyeNumbers eye) {
    LimitedMeasure measure = LimitedMeasure.AREA_RATIO;
    NormalLimit limit = limits.get(measure.key);
    double[] expected = {limit.expected(given(measure, eye))};
    return new BoundLimit(eye.areaRatio(), true, new NormalLimit[] {limit}, expected);
  }

  /**
   * How far an eye deviates towards illness, in standard deviations of healthy eyes: vertical
   * ratio, area ratio, inferior rim, superior rim, the mean of the rim's three thinnest hours given
   * their limits, and the disc's pale share. What cannot be measured counts as expected.
   */
  public double[] deviations(EyeNumbers eye) {
    double[] hours = new double[12];
    for (int h = 1; h <= 12; h++) hours[h - 1] = hour(h, eye).deviation();
    Arrays.sort(hours);
    return new double[] {
      towardsIllness(LimitedMeasure.VERTICAL_RATIO, eye),
      towardsIllness(LimitedMeasure.AREA_RATIO, eye),
      towardsIllness(LimitedMeasure.of(Sector.INFERIOR), eye),
      towardsIllness(LimitedMeasure.of(Sector.SUPERIOR), eye),
      -(hours[0] + hours[1] + hours[2]) / 3,
      towardsIllness(LimitedMeasure.PALE_SHARE, eye)
    };
  }

  private double towardsIllness(LimitedMeasure measure, EyeNumbers eye) {
    double[] values = measure.values(eye);
    NormalLimit limit = limits.get(measure.key);
    if (values.length == 0 || limit == null) return 0;
    double deviation = limit.deviation(values[0], given(measure, eye));
    return measure.high ? deviation : -deviation;
  }
}
