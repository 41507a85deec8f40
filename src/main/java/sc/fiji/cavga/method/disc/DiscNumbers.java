package sc.fiji.cavga.method.disc;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.measure.MeasureNumbers;
import sc.fiji.cavga.method.disc.outline.OutlineNumbers;

/** All numbers by which a model measures and judges discs, for those who do it elsewhere. */
final class DiscNumbers {

  private DiscNumbers() {}

  /**
   * @param weights see {@link DiscModel}
   * @return {@code numbers}, {@code limits}, and {@code weights} where labels taught some
   */
  static JsonObject of(NormalLimits limits, float[] weights) {
    Map<String, Object> numbers = new LinkedHashMap<>(OutlineNumbers.all());
    numbers.putAll(MeasureNumbers.all());
    numbers.put("map_side", DiscMap.SIDE);
    numbers.put("map_size", DiscMap.SIZE);
    JsonObject json = new JsonObject();
    Gson gson = new Gson();
    json.add("numbers", gson.toJsonTree(numbers));
    json.add("limits", limits.toJson());
    if (weights != null) json.add("weights", gson.toJsonTree(weights));
    return json;
  }
}
