package sc.fiji.cavga.export.bioimageio;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * What BioImage.IO's specification of models, version 0.5.7, asks of those parts that our packages
 * have; its public sources are the reference.
 */
final class SpecificationCheck {

  private static final Set<String> KEYS =
      Set.of(
          ("type format_version name description authors license cite git_repo tags documentation"
                  + " covers attachments timestamp inputs outputs weights")
              .split(" "));

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]*");

  private final Map<String, byte[]> files;
  private final Set<String> tensors = new HashSet<>();
  private final List<String> breaches = new ArrayList<>();

  private SpecificationCheck(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Empty where all is well. */
  static List<String> breaches(JsonObject description, Map<String, byte[]> files) {
    SpecificationCheck check = new SpecificationCheck(files);
    try {
      check.words(description);
      for (JsonElement each : description.getAsJsonArray("inputs"))
        check.tensor(each.getAsJsonObject());
      for (JsonElement each : description.getAsJsonArray("outputs"))
        check.tensor(each.getAsJsonObject());
      JsonObject onnx = description.getAsJsonObject("weights").getAsJsonObject("onnx");
      check.file(onnx);
      check.is(onnx.get("opset_version").getAsInt() >= 7, "opset_version");
    } catch (RuntimeException | IOException missing) {
      check.breaches.add(missing.toString());
    }
    return check.breaches;
  }

  private void is(boolean kept, String rule) {
    if (!kept) breaches.add(rule);
  }

  private void words(JsonObject description) throws IOException {
    for (String key : description.keySet()) is(KEYS.contains(key), "unknown field " + key);
    is(text(description, "type").equals("model"), "type");
    is(text(description, "format_version").equals("0.5.7"), "format_version");
    is(text(description, "name").matches("[A-Za-z0-9_+() -]{5,64}"), "name");
    is(text(description, "description").length() <= 512, "description");
    is(text(description, "license").matches("[A-Za-z0-9.+-]+"), "license");
    is(text(description, "git_repo").startsWith("https://"), "git_repo");
    is(description.getAsJsonArray("authors").size() > 0, "authors");
    for (JsonElement author : description.getAsJsonArray("authors"))
      is(text(author.getAsJsonObject(), "name").matches("[^/\\\\]+"), "author");
    for (JsonElement cited : description.getAsJsonArray("cite")) {
      is(!text(cited.getAsJsonObject(), "text").isEmpty(), "cite");
      is(text(cited.getAsJsonObject(), "url").startsWith("https://"), "cite");
    }
    String page = text(description, "documentation");
    is(page.endsWith(".md") && files.containsKey(page), "documentation");
    String words = new String(files.get(page), StandardCharsets.UTF_8);
    is(words.matches("(?s).*#[^\n]*Validation.*"), "documentation about validation");
    is(!words.contains("{"), "an open place in the documentation");
    for (JsonElement cover : description.getAsJsonArray("covers")) {
      byte[] bytes = files.get(cover.getAsString());
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
      is(cover.getAsString().matches(".*\\.(gif|jpeg|jpg|png|svg)"), "cover's name");
      is(bytes.length < 500_000 && image.getWidth() == 2 * image.getHeight(), "cover");
    }
    for (JsonElement each : description.getAsJsonArray("attachments")) file(each.getAsJsonObject());
    if (description.has("timestamp"))
      is(text(description, "timestamp").matches("\\d{4}-\\d\\d-\\d\\dT.*Z"), "timestamp");
  }

  private void tensor(JsonObject tensor) {
    String id = text(tensor, "id");
    is(IDENTIFIER.matcher(id).matches() && id.length() <= 32 && tensors.add(id), "id " + id);
    is(text(tensor, "description").length() <= 128, "description of " + id);
    boolean truths = text(tensor.getAsJsonObject("data"), "type").equals("bool");
    is(truths || tensor.has("test_tensor"), "no test of " + id);
    if (!tensor.has("test_tensor")) return;
    file(tensor.getAsJsonObject("test_tensor"));
    String source = text(tensor.getAsJsonObject("test_tensor"), "source");
    is(source.endsWith(".npy"), "test tensor of " + id);
    NumpyArray test = new NumpyArray(files.get(source));
    JsonArray axes = tensor.getAsJsonArray("axes");
    is(axes.size() == test.shape.length, "number of axes of " + id);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < axes.size(); i++) {
      JsonObject axis = axes.get(i).getAsJsonObject();
      String type = text(axis, "type");
      is(names.add(axis.has("id") ? text(axis, "id") : type), "axes of " + id);
      if (type.equals("channel")) {
        JsonArray channels = axis.getAsJsonArray("channel_names");
        is(channels.size() == test.shape[i], "channels of " + id);
        for (JsonElement each : channels)
          is(IDENTIFIER.matcher(each.getAsString()).matches(), "channel of " + id);
      } else if (type.equals("space")) {
        is(axis.get("size").getAsLong() == test.shape[i], "size of " + id);
        is(text(axis, "id").matches("[xyz]"), "space axis of " + id);
      } else is(type.equals("batch") && !axis.has("size"), "type of an axis of " + id);
    }
    data(tensor.getAsJsonObject("data"), test, id);
  }

  private void data(JsonObject data, NumpyArray test, String id) {
    boolean truths = text(data, "type").equals("bool");
    is(truths || text(data, "type").equals("float32"), "data of " + id);
    is(test.type.equals(truths ? "|b1" : "<f4"), "type of the test of " + id);
    is(data.getAsJsonArray(truths ? "values" : "range").size() == 2, "range of " + id);
    double most = truths ? test.first() : 0;
    if (!truths)
      for (float value : test.floats()) if (Math.abs(value) > most) most = Math.abs(value);
    is(most >= 1e-4, "the test of " + id + " has nothing but zeros");
    if (truths) return;
    JsonElement least = data.getAsJsonArray("range").get(0);
    JsonElement largest = data.getAsJsonArray("range").get(1);
    for (float value : test.floats()) {
      is(least.isJsonNull() || !(value < least.getAsDouble()), "values below the range of " + id);
      is(
          largest.isJsonNull() || !(value > largest.getAsDouble()),
          "values above the range of " + id);
    }
  }

  private void file(JsonObject file) {
    String name = text(file, "source");
    is(files.containsKey(name), name + " is missing");
    is(text(file, "sha256").equals(sum(files.get(name))), "sha256 of " + name);
  }

  private static String sum(byte[] content) {
    try {
      StringBuilder text = new StringBuilder();
      for (byte each : MessageDigest.getInstance("SHA-256").digest(content))
        text.append(Character.forDigit(each >> 4 & 15, 16))
            .append(Character.forDigit(each & 15, 16));
      return text.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(JsonObject json, String key) {
    return json.get(key).getAsString();
  }
}
