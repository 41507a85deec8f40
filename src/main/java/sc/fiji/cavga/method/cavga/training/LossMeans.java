package sc.fiji.cavga.method.cavga.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.method.cavga.network.StepLosses;

/**
 * The mean of the losses over several batches, and losses as JSON. Sums are kept in the order in
 * which they came, so that a sum that was stored and taken up again ends in the same bits.
 */
final class LossMeans {

  private static final String[] NAMES = {
    "reconstruction",
    "divergence",
    "discriminator",
    "adversarial",
    "attention",
    "classification",
    "attention_mean",
    "attention_spread",
    "attention_saturated"
  };

  private final double[] sums = new double[NAMES.length];
  private int count;

  void add(StepLosses losses) {
    double[] values = values(losses);
    for (int i = 0; i < sums.length; i++) sums[i] += values[i];
    count++;
  }

  int count() {
    return count;
  }

  /** Not before something was added. */
  StepLosses mean() {
    if (count == 0) throw new IllegalStateException("There is no mean of nothing.");
    double[] means = new double[sums.length];
    for (int i = 0; i < sums.length; i++) means[i] = sums[i] / count;
    return losses(means);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("count", count);
    JsonArray array = new JsonArray();
    for (double sum : sums) array.add(sum);
    json.add("sums", array);
    return json;
  }

  static LossMeans fromJson(JsonObject json) throws IOException {
    JsonFields fields = new JsonFields("The sum of losses", json).only("count", "sums");
    LossMeans means = new LossMeans();
    means.count = fields.integer("count");
    JsonArray array = fields.array("sums");
    if (means.count < 0 || array.size() != NAMES.length)
      throw new IOException("The sum of losses is not one.");
    for (int i = 0; i < NAMES.length; i++) {
      JsonElement sum = array.get(i);
      if (!sum.isJsonPrimitive() || !sum.getAsJsonPrimitive().isNumber())
        throw new IOException("The sum of losses holds something that is not a number.");
      means.sums[i] = sum.getAsDouble();
    }
    return means;
  }

  static JsonObject toJson(StepLosses losses) {
    JsonObject json = new JsonObject();
    double[] values = values(losses);
    for (int i = 0; i < NAMES.length; i++) json.addProperty(NAMES[i], values[i]);
    return json;
  }

  static StepLosses lossesFromJson(JsonObject json) throws IOException {
    JsonFields fields = new JsonFields("An epoch's losses", json).formerly("guidance").only(NAMES);
    double[] values = new double[NAMES.length];
    for (int i = 0; i < NAMES.length; i++) values[i] = fields.number(NAMES[i]);
    return losses(values);
  }

  /** The name of the first loss that is not a finite number; null when all are. */
  static String notFinite(StepLosses losses) {
    double[] values = values(losses);
    for (int i = 0; i < NAMES.length; i++)
      if (!Double.isFinite(values[i])) return NAMES[i].replace('_', ' ');
    return null;
  }

  private static double[] values(StepLosses losses) {
    return new double[] {
      losses.reconstruction,
      losses.divergence,
      losses.discriminator,
      losses.adversarial,
      losses.attention,
      losses.classification,
      losses.attentionMean,
      losses.attentionSpread,
      losses.attentionSaturated
    };
  }

  private static StepLosses losses(double[] v) {
    return new StepLosses(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]);
  }
}
