package sc.fiji.cavga.gate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sc.fiji.cavga.io.JsonFields;

/**
 * Between which limits a model's healthy eyes lie, from {@link LimitsFitting}; stored in the model
 * file. Immutable.
 */
public final class LearnedLimits {

  /** More than this share of learned pictures without a round retina: such ones are usual. */
  private static final double SOME = 0.05;

  /** Where red and green differ less, pictures are grey; a logarithm. */
  private static final double GREY = 0.05;

  /** A weighted sum of statistics, each in standard deviations of healthy eyes, and its limit. */
  static final class Check {

    private final Reason reason;
    private final double[] weights;
    private final double limit;
    private final boolean bothSides;

    /**
     * @param weights in the order of {@link PictureStatistics#NAMES}
     */
    Check(Reason reason, double[] weights, double limit, boolean bothSides) {
      this.reason = reason;
      this.weights = weights.clone();
      this.limit = limit;
      this.bothSides = bothSides;
    }

    private boolean isPassed(double[] deviations) {
      double sum = sum(deviations);
      return (bothSides ? Math.abs(sum) : sum) <= limit;
    }

    private double sum(double[] deviations) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) sum += weights[i] * deviations[i];
      return sum;
    }
  }

  private final int pictures;
  private final double round;
  private final double[] means;
  private final double[] spreads;
  private final List<Check> checks;

  /**
   * @param pictures how many were learned from
   * @param round the share of them that show a disc in a dark surround
   * @param means in the order of {@link PictureStatistics#NAMES}
   * @param spreads standard deviations, positive
   */
  LearnedLimits(int pictures, double round, double[] means, double[] spreads, List<Check> checks) {
    this.pictures = pictures;
    this.round = round;
    this.means = means.clone();
    this.spreads = spreads.clone();
    this.checks = List.copyOf(checks);
  }

  /** Whether pictures that fill their frame were learned from. */
  boolean knowsUnframed() {
    return 1 - round > SOME;
  }

  /** Whether pictures without colours were learned from. */
  boolean knowsGrey() {
    return Math.abs(means[PictureStatistics.NAMES.indexOf(PictureStatistics.RED_GREEN)]) < GREY;
  }

  /** The first limit that a picture passes over; empty where it lies among those learned from. */
  Optional<Doubt> doubt(PictureStatistics picture) {
    double[] deviations = deviations(picture);
    return checks.stream()
        .filter(check -> !check.isPassed(deviations))
        .findFirst()
        .map(check -> check.reason.doubt());
  }

  /**
   * How much less contrast a picture has than healthy eyes have in the mean: the generalized
   * least-squares estimate, which is what the filter for haze sees of the picture by what it would
   * see of haze that takes all contrasts to 1/e.
   *
   * @return a natural logarithm, negative where the contrast is more; 0 where nothing is known of
   *     it
   */
  double lostContrast(PictureStatistics picture) {
    return haze().map(haze -> haze.sum(deviations(picture)) * contrastSpread(haze)).orElse(0.0);
  }

  /** The standard deviation of {@link #lostContrast} among healthy eyes; 0 where it is unknown. */
  double contrastSpread() {
    return haze().map(this::contrastSpread).orElse(0.0);
  }

  private Optional<Check> haze() {
    return checks.stream().filter(check -> check.reason == Reason.HAZE).findFirst();
  }

  /** The filter's sum has a standard deviation of 1 among healthy eyes. */
  private double contrastSpread(Check haze) {
    double ofHaze = 0;
    for (int i = 0; i < spreads.length; i++)
      if (PictureStatistics.isContrast(i)) ofHaze -= haze.weights[i] / spreads[i];
    return ofHaze > 0 ? 1 / ofHaze : 0;
  }

  /** What a check makes of a picture, to be held against its limit. */
  double sum(int check, PictureStatistics picture) {
    return checks.get(check).sum(deviations(picture));
  }

  /**
   * The same with other limits of the first checks.
   *
   * @param wider for each of them, so many times
   * @param all for all of these, so many times again
   */
  LearnedLimits widened(double[] wider, double all) {
    List<Check> widened = new ArrayList<>(checks);
    for (int i = 0; i < wider.length; i++) {
      Check check = checks.get(i);
      widened.set(
          i, new Check(check.reason, check.weights, check.limit * wider[i] * all, check.bothSides));
    }
    return new LearnedLimits(pictures, round, means, spreads, widened);
  }

  /** In standard deviations of healthy eyes. */
  private double[] deviations(PictureStatistics picture) {
    double[] deviations = picture.values();
    for (int i = 0; i < deviations.length; i++)
      deviations[i] = (deviations[i] - means[i]) / spreads[i];
    return deviations;
  }

  /** As model files store it. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("pictures", pictures);
    json.addProperty("round", round);
    JsonArray statistics = new JsonArray();
    PictureStatistics.NAMES.forEach(statistics::add);
    json.add("statistics", statistics);
    json.add("means", array(means));
    json.add("spreads", array(spreads));
    JsonArray list = new JsonArray();
    for (Check check : checks) {
      JsonObject each = new JsonObject();
      each.addProperty("reason", JsonFields.lowerCase(check.reason));
      each.add("weights", array(check.weights));
      each.addProperty("limit", check.limit);
      each.addProperty("both_sides", check.bothSides);
      list.add(each);
    }
    json.add("checks", list);
    return json;
  }

  /**
   * @throws IOException with one sentence when something is missing or out of its range
   */
  public static LearnedLimits read(JsonObject json) throws IOException {
    JsonFields fields = new JsonFields("The model's gate", json);
    List<String> names = new ArrayList<>();
    for (JsonElement name : fields.array("statistics"))
      names.add(name.isJsonPrimitive() ? name.getAsString() : "");
    if (!names.equals(PictureStatistics.NAMES))
      throw new IOException(
          "The model's gate looks at other things than this version does: update to use it.");
    List<Check> checks = new ArrayList<>();
    for (JsonElement element : fields.array("checks")) {
      if (!element.isJsonObject()) throw new IOException("The model's gate must hold objects.");
      JsonFields each = new JsonFields("The model's gate", element.getAsJsonObject());
      checks.add(
          new Check(
              reason(each.text("reason")),
              numbers(each, "weights"),
              each.number("limit"),
              each.truth("both_sides")));
    }
    double[] spreads = numbers(fields, "spreads");
    if (!Arrays.stream(spreads).allMatch(spread -> spread > 0))
      throw new IOException("The model's gate must have positive spreads.");
    return new LearnedLimits(
        fields.integer("pictures"),
        fields.number("round"),
        numbers(fields, "means"),
        spreads,
        checks);
  }

  private static Reason reason(String text) throws IOException {
    for (Reason reason : Reason.values())
      if (JsonFields.lowerCase(reason).equals(text)) return reason;
    throw new IOException("The model's gate has an unknown reason: update to use it.");
  }

  private static JsonArray array(double[] values) {
    JsonArray array = new JsonArray();
    for (double value : values) array.add(value);
    return array;
  }

  private static double[] numbers(JsonFields fields, String name) throws IOException {
    JsonArray array = fields.array(name);
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      JsonElement each = array.get(i);
      boolean number = each.isJsonPrimitive() && each.getAsJsonPrimitive().isNumber();
      values[i] = number ? each.getAsDouble() : Double.NaN;
      if (!Double.isFinite(values[i]))
        throw new IOException("The model's gate must have finite numbers.");
    }
    if (values.length != PictureStatistics.NAMES.size())
      throw new IOException("The model's gate must have a number for each thing it looks at.");
    return values;
  }
}
