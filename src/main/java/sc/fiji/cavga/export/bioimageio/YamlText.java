package sc.fiji.cavga.export.bioimageio;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.util.Map;

/**
 * JSON as YAML with a line for each value, as people expect it. Texts stand in double quotes and
 * are escaped as in JSON, which YAML reads alike.
 */
final class YamlText {

  private static final Gson SCALARS =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  /**
   * @param json an object or an array that is not empty
   */
  static String of(JsonElement json) {
    YamlText yaml = new YamlText();
    yaml.add(json, "", "");
    return yaml.text.toString();
  }

  /**
   * @param first what the first line begins with
   * @param others what all other lines begin with
   */
  private void add(JsonElement json, String first, String others) {
    String begin = first;
    if (json.isJsonObject()) {
      for (Map.Entry<String, JsonElement> each : json.getAsJsonObject().entrySet()) {
        value(each.getValue(), begin + each.getKey() + ":", others);
        begin = others;
      }
      return;
    }
    for (JsonElement each : json.getAsJsonArray()) {
      if (isBlock(each)) add(each, begin + "- ", others + "  ");
      else text.append(begin).append("- ").append(SCALARS.toJson(each)).append('\n');
      begin = others;
    }
  }

  private void value(JsonElement value, String key, String indent) {
    text.append(key);
    if (!isBlock(value)) {
      text.append(' ').append(SCALARS.toJson(value)).append('\n');
      return;
    }
    text.append('\n');
    add(value, indent + "  ", indent + "  ");
  }

  /** Short lists of numbers stay in their line. */
  private static boolean isBlock(JsonElement json) {
    if (json.isJsonObject()) return json.getAsJsonObject().size() > 0;
    if (!json.isJsonArray()) return false;
    for (JsonElement each : json.getAsJsonArray())
      if (!each.isJsonNull() && !(each.isJsonPrimitive() && !each.getAsJsonPrimitive().isString()))
        return true;
    return false;
  }
}
