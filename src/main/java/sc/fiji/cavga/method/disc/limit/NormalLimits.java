package sc.fiji.cavga.method.disc.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private final Map<String, NormalLimit> limits;

  private NormalLimits(Map<String, NormalLimit> limits) {
    this.limits = Collections.unmodifiableMap(limits);
  }

  /**
   * @param healthy measured eyes, at least {@value #FEWEST_EYES}
   */
  public static NormalLimits fit(List<EyeNumbers> healthy) {
    if (healthy.size() < FEWEST_EYES)
      throw new IllegalArgumentException("Normal limits need more healthy eyes.");
    Map<String, NormalLimit> limits = new TreeMap<>();
    for (LimitedMeasure measure : LimitedMeasure.all()) {
      List<Double> sizes = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      int eyes = 0;
      for (EyeNumbers eye : healthy) {
        double[] some = measure.values(eye);
        if (some.length > 0) eyes++;
        for (double value : some) {
          sizes.add(eye.size());
          values.add(value);
        }
      }
      if (eyes >= FEWEST_EYES) limits.put(measure.key, NormalLimit.fit(sizes, values, eyes));
    }
    return new NormalLimits(limits);
  }

  /** As they stand in the model file: a row of numbers for each measure. */
  public List<NamedArray> toArrays() {
    List<NamedArray> arrays = new ArrayList<>();
    limits.forEach(
        (key, limit) ->
            arrays.add(new NamedArray(key, new long[] {NormalLimit.NUMBERS}, limit.numbers())));
    return arrays;
  }

  /**
   * @throws IllegalArgumentException with one sentence when limits are missing or out of range
   */
  public static NormalLimits of(List<NamedArray> arrays) {
    Map<String, NormalLimit> limits = new TreeMap<>();
    for (NamedArray array : arrays) limits.put(array.name(), NormalLimit.of(array.values()));
    NormalLimits read = new NormalLimits(limits);
    for (LimitedMeasure measure : LimitedMeasure.all())
      if (read.always(measure.key) && !limits.containsKey(measure.key))
        throw new IllegalArgumentException("its limit of " + measure.key + " is missing.");
    return read;
  }

  /** Whether every eye has it. */
  private boolean always(String key) {
    return key.startsWith("either") || key.startsWith("cdr") || key.endsWith("erior");
  }

  /** Of the rim's width in a clock hour as seen, by the disc's diameter. */
  public NormalLimit hour(int hour, Laterality side) {
    NormalLimit sided =
        side == Laterality.UNKNOWN ? null : limits.get(LimitedMeasure.sidedKey(hour, side));
    return sided != null ? sided : limits.get(LimitedMeasure.unsidedKey(hour));
  }

  /** Of the cup's area by the disc's. */
  public NormalLimit areaRatio() {
    return limits.get(LimitedMeasure.AREA_RATIO.key);
  }

  /**
   * How far an eye deviates towards illness, in standard deviations of healthy eyes: vertical
   * ratio, area ratio, inferior rim, superior rim, the mean of the rim's three thinnest hours given
   * their limits, and the disc's pale share. What cannot be measured counts as expected.
   */
  public double[] deviations(EyeNumbers eye) {
    double[] hours = new double[12];
    for (int h = 1; h <= 12; h++)
      hours[h - 1] = hour(h, eye.side()).deviation(eye.hour(h), eye.size());
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
    double deviation = limit.deviation(values[0], eye.size());
    return measure.high ? deviation : -deviation;
  }
}
