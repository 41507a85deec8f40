package sc.fiji.cavga.export.bioimageio;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.cavga.export.OnnxExport;
import sc.fiji.cavga.onnx.OnnxGraph;
import sc.fiji.cavga.onnx.OnnxPicture;

/**
 * What {@code rdf.yaml} says of a model, after the specification of BioImage.IO, version {@value
 * #VERSION}: github.com/bioimage-io/spec-bioimage-io.
 */
final class ResourceDescription {

  static final String VERSION = "0.5.7";

  private static final String HOME = "https://github.com/fiji/CAVGA";
  private static final int LONGEST_NAME = 64;

  private final OnnxExport export;
  private final PackageFiles files;
  private final JsonObject json = new JsonObject();

  private ResourceDescription(OnnxExport export, PackageFiles files) {
    this.export = export;
    this.files = files;
  }

  /** A new object, in the order in which people read it. */
  static JsonObject of(OnnxExport export, PackageFiles files, Rights rights) {
    ResourceDescription description = new ResourceDescription(export, files);
    description.addWords(rights);
    description.addTensors();
    description.addWeights();
    return description.json;
  }

  private void addWords(Rights rights) {
    json.addProperty("type", "model");
    json.addProperty("format_version", VERSION);
    json.addProperty("name", name());
    json.addProperty(
        "description",
        (files.ofEyes()
                ? "Shows where a photograph of the back of an eye differs from the healthy eyes that"
                    + " the model has learned from, and how much. It takes the square around the eye"
                : "Shows where a picture differs from the normal ones that the model has learned"
                    + " from, and how much. It takes the square around the picture")
            + " at the network's size; README.md says how it is made. For research, not a medical"
            + " device.");
    json.add("authors", new JsonArray());
    for (String author : rights.authors()) json.getAsJsonArray("authors").add(pair("name", author));
    json.addProperty("license", rights.licence());
    json.add("cite", citations());
    json.addProperty("git_repo", HOME);
    json.add("tags", texts("anomaly-detection", "2d", "other", "fiji", "imagej"));
    if (files.ofEyes())
      json.getAsJsonArray("tags").addAll(texts("retina", "fundus-photography", "tissue"));
    json.addProperty("documentation", PackageFiles.README);
    json.add("covers", texts(CoverPicture.name()));
    json.add("attachments", new JsonArray());
    json.getAsJsonArray("attachments").add(file(PackageFiles.PREPROCESSING));
    date().ifPresent(date -> json.addProperty("timestamp", date.toString()));
  }

  /** Letters, digits and a few signs, as is allowed. */
  private String name() {
    String model = export.model().name().replaceAll("(?i)\\.cavga$", "");
    String name =
        String.format(
            Locale.ROOT,
            "CAVGA %s map of %s",
            export.kind().label(),
            model.replaceAll("[^A-Za-z0-9_+() -]+", "-"));
    return name.substring(0, Math.min(LONGEST_NAME, name.length())).strip();
  }

  /** When the model was trained; empty where that is not known. */
  private Optional<Instant> date() {
    JsonElement date = export.model().provenance().get("date");
    try {
      return date == null ? Optional.empty() : Optional.of(Instant.parse(date.getAsString()));
    } catch (DateTimeParseException | IllegalStateException | UnsupportedOperationException other) {
      return Optional.empty();
    }
  }

  private JsonArray citations() {
    JsonArray cited = new JsonArray();
    cite(cited, "CAVGA for Fiji", HOME);
    String method = export.part().method().name();
    if (method.equals("cavga"))
      cite(
          cited,
          "Venkataramanan, Peng, Singh, Mahalanobis: Attention Guided Anomaly Localization in"
              + " Images. ECCV 2020",
          "https://arxiv.org/abs/1911.08616");
    if (!method.equals("local")) return cited;
    cite(
        cited,
        "Defard, Setkov, Loesch, Audigier: PaDiM: a Patch Distribution Modeling Framework for"
            + " Anomaly Detection and Localization. ICPR 2021 Workshops",
        "https://arxiv.org/abs/2011.08785");
    cite(
        cited,
        "Zavrtanik, Kristan, Skočaj: DRAEM - A discriminatively trained reconstruction embedding"
            + " for surface anomaly detection. ICCV 2021",
        "https://arxiv.org/abs/2108.07610");
    return cited;
  }

  private static void cite(JsonArray cited, String text, String url) {
    JsonObject entry = pair("text", text);
    entry.addProperty("url", url);
    cited.add(entry);
  }

  private void addTensors() {
    int channels = export.model().preprocessing().channels();
    JsonArray inputs = new JsonArray();
    inputs.add(
        tensor(
            OnnxPicture.PICTURE,
            "The prepared square in sRGB, 0 outside the field of view",
            plane(channels == 3 ? texts("red", "green", "blue") : texts("grey")),
            numbers(0, 1)));
    inputs.add(
        tensor(
            OnnxPicture.FIELD_OF_VIEW,
            "1 inside the field of view, else 0",
            plane(texts(OnnxPicture.FIELD_OF_VIEW)),
            numbers(0, 1)));
    json.add("inputs", inputs);
    JsonArray outputs = new JsonArray();
    outputs.add(
        tensor(
            OnnxExport.MAP,
            "1 is the threshold that normal pictures hardly pass; NaN outside the field of view",
            plane(texts("anomaly")),
            numbers(null, null)));
    outputs.add(
        tensor(
            OnnxExport.SCORE, "Of each picture, on no fixed scale", batch(), numbers(null, null)));
    outputs.add(
        tensor(
            OnnxExport.ANOMALOUS, "Whether the score lies above its threshold", batch(), truths()));
    outputs.add(
        tensor(
            OnnxExport.JUDGED,
            "False where nothing can be said, as far as the score tells",
            batch(),
            truths()));
    json.add("outputs", outputs);
  }

  private JsonObject tensor(String id, String description, JsonArray axes, JsonObject data) {
    JsonObject tensor = pair("id", id);
    tensor.addProperty("description", description);
    tensor.add("axes", axes);
    tensor.add("data", data);
    if (files.isTested(id)) tensor.add("test_tensor", file(PackageFiles.testArray(id)));
    return tensor;
  }

  private static JsonArray batch() {
    JsonArray axes = new JsonArray();
    axes.add(pair("type", "batch"));
    return axes;
  }

  private JsonArray plane(JsonArray channels) {
    JsonArray axes = batch();
    JsonObject channel = pair("type", "channel");
    channel.add("channel_names", channels);
    axes.add(channel);
    for (String id : Arrays.asList("y", "x")) {
      JsonObject axis = pair("type", "space");
      axis.addProperty("id", id);
      axis.addProperty("size", export.model().preprocessing().size());
      axes.add(axis);
    }
    return axes;
  }

  /** Null for no bound. */
  private static JsonObject numbers(Integer least, Integer most) {
    JsonArray range = new JsonArray();
    range.add(least);
    range.add(most);
    JsonObject data = pair("type", "float32");
    data.add("range", range);
    return data;
  }

  private static JsonObject truths() {
    JsonArray values = new JsonArray();
    values.add(false);
    values.add(true);
    JsonObject data = pair("type", "bool");
    data.add("values", values);
    return data;
  }

  private void addWeights() {
    JsonObject onnx = file(files.model());
    onnx.addProperty("opset_version", OnnxGraph.OPSET);
    onnx.addProperty("comment", "Written by cavga export; its metadata say how and of what.");
    JsonObject weights = new JsonObject();
    weights.add("onnx", onnx);
    json.add("weights", weights);
  }

  /** By its name, with the sum by which it is known. */
  private JsonObject file(String name) {
    JsonObject file = pair("source", name);
    file.addProperty("sha256", files.sum(name));
    return file;
  }

  private static JsonObject pair(String key, String value) {
    JsonObject object = new JsonObject();
    object.addProperty(key, value);
    return object;
  }

  private static JsonArray texts(String... values) {
    JsonArray array = new JsonArray();
    for (String value : values) array.add(value);
    return array;
  }
}
