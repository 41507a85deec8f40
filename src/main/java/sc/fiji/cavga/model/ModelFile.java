package sc.fiji.cavga.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sc.fiji.cavga.gate.LearnedLimits;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.Fingerprint;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.io.Safetensors;
import sc.fiji.cavga.io.StoredZipReader;
import sc.fiji.cavga.io.StoredZipWriter;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.calibration.CalibrationEntries;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.preprocess.PreprocessingJson;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Settings;

/**
 * The {@code .cavga} file: a zip of stored entries with {@code model.json} and, for each method,
 * {@code METHOD-PART.safetensors} and {@code METHOD-calibration.safetensors}; a checkpoint has
 * {@code state.json} and {@code state-GROUP.safetensors} beside them. The same content gives the
 * same bytes. Entries with other names and other keys at the top of {@code model.json} are ignored,
 * so that a later version may add some without a new format version. Files of version 1 are read,
 * see {@link VersionOne}.
 *
 * <p>Files are written aside and moved into place. Reading holds every announced size against the
 * file's before it allocates.
 */
public final class ModelFile {

  /** Raised when older versions of the plugin can no longer read what is written. */
  static final int FORMAT_VERSION = 2;

  static final String FORMAT = "cavga";
  static final String MODEL = "model.json";
  static final String STATE = "state.json";
  private static final String CALIBRATION = "calibration";
  private static final String GATE = "gate";
  private static final String GROUP_PREFIX = "state-";
  private static final String SUFFIX = ".safetensors";
  private static final int MAXIMUM_JSON_LENGTH = 8 << 20;

  private ModelFile() {}

  private interface Reading<T> {
    T from(StoredZipReader zip) throws IOException;
  }

  /**
   * Reads the model of a model file or a checkpoint.
   *
   * @throws IOException with one sentence that names the file and says what is wrong with it
   */
  public static TrainedModel read(Path file) throws IOException {
    return reading(file, ModelFile::model).named(file.getFileName().toString());
  }

  /**
   * Reads a model that comes with the software.
   *
   * @param in which is read to its end and not closed
   * @param name of the model, as {@link TrainedModel#name} gives it
   * @throws IOException with one sentence that names the model and says what is wrong with it
   */
  static TrainedModel read(InputStream in, String name) throws IOException {
    try (StoredZipReader zip = new StoredZipReader(in)) {
      return model(zip).named(name);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * Reads what a checkpoint holds beside the model; empty where the file is a finished model.
   *
   * @throws IOException with one sentence that names the file and says what is wrong with it
   */
  public static Optional<TrainingState> readState(Path file) throws IOException {
    return reading(file, ModelFile::state);
  }

  /**
   * Writes a finished model.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path file, TrainedModel model) throws IOException {
    write(file, model, null);
  }

  /**
   * Writes a checkpoint: a model that can be used as it is, and the state to go on training from.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path file, TrainedModel model, TrainingState state) throws IOException {
    AtomicFile.write(file, out -> write(out, model, state));
  }

  private static void write(OutputStream out, TrainedModel model, TrainingState state)
      throws IOException {
    try (StoredZipWriter zip = new StoredZipWriter(out)) {
      addModel(zip, model);
      if (state == null) return;
      addJson(zip, STATE, state.values());
      for (Map.Entry<String, List<NamedArray>> group : state.arrays().entrySet())
        addArrays(zip, GROUP_PREFIX + group.getKey() + SUFFIX, group.getValue());
    }
  }

  /** The SHA-256 of the file that {@link #write} makes of a model, hexadecimal. */
  public static String fingerprint(TrainedModel model) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    write(fingerprint.stream(), model, null);
    return fingerprint.text();
  }

  private static void addModel(StoredZipWriter zip, TrainedModel model) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("format_version", FORMAT_VERSION);
    json.add("preprocessing", PreprocessingJson.write(model.preprocessing()));
    JsonArray methods = new JsonArray();
    for (MethodPart part : model.parts()) {
      JsonObject description = new JsonObject();
      description.addProperty("method", part.method().name());
      description.add("configuration", part.entries().settings().toJson());
      description.add(CALIBRATION, CalibrationEntries.toJson(part.calibrations()));
      description.add("training", part.training());
      methods.add(description);
    }
    json.add("methods", methods);
    model.limits().ifPresent(limits -> json.add(GATE, limits.toJson()));
    json.add("provenance", model.provenance());
    addJson(zip, MODEL, json);
    for (MethodPart part : model.parts()) {
      String prefix = part.method().name() + "-";
      for (Map.Entry<String, List<NamedArray>> each : part.entries().arrays().entrySet())
        addArrays(zip, prefix + each.getKey() + SUFFIX, each.getValue());
      addArrays(
          zip, prefix + CALIBRATION + SUFFIX, CalibrationEntries.toArrays(part.calibrations()));
    }
  }

  private static void addJson(StoredZipWriter zip, String name, JsonObject json)
      throws IOException {
    byte[] text = StrictJson.text(json).getBytes(StandardCharsets.UTF_8);
    if (text.length > MAXIMUM_JSON_LENGTH)
      throw new IOException("The model's description is too long to be written.");
    zip.add(name, out -> out.write(text));
  }

  private static void addArrays(StoredZipWriter zip, String name, List<NamedArray> arrays)
      throws IOException {
    zip.add(name, out -> Safetensors.write(out, arrays));
  }

  private static <T> T reading(Path file, Reading<T> reading) throws IOException {
    if (!Files.isRegularFile(file))
      throw new IOException("There is no model file " + file + ": check its name.");
    try (StoredZipReader zip = new StoredZipReader(file)) {
      return reading.from(zip);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
  }

  private static IOException unreadable(Object model, Exception cause) {
    return new IOException("The model " + model + " cannot be read: " + cause.getMessage(), cause);
  }

  private static TrainedModel model(StoredZipReader zip) throws IOException {
    JsonObject json = json(zip, MODEL);
    JsonFields fields = new JsonFields("its description", json);
    int version = version(json, fields);
    Map<String, List<NamedArray>> arrays = new TreeMap<>();
    for (String name : zip.names())
      if (name.endsWith(SUFFIX) && !name.startsWith(GROUP_PREFIX))
        arrays.put(
            name.substring(0, name.length() - SUFFIX.length()), zip.read(name, Safetensors::read));
    if (version == 1) {
      json = VersionOne.description(json, arrays);
      arrays = VersionOne.arrays(json, arrays);
      fields = new JsonFields("its description", json);
    }
    // What a checkpoint's methods that are not finished have made so far is no model yet.
    boolean finished = !zip.has(STATE);
    Methods methods = Methods.discovered();
    List<MethodPart> parts = new ArrayList<>();
    for (JsonElement element : fields.array("methods")) {
      if (!element.isJsonObject()) throw new IOException("one of its methods is no object.");
      parts.add(
          part(methods, new JsonFields("its method", element.getAsJsonObject()), arrays, finished));
    }
    TrainedModel model =
        new TrainedModel(
            PreprocessingJson.read(fields.object("preprocessing")),
            parts,
            fields.object("provenance"));
    return json.has(GATE) ? model.withLimits(LearnedLimits.read(fields.object(GATE))) : model;
  }

  private static MethodPart part(
      Methods methods, JsonFields fields, Map<String, List<NamedArray>> arrays, boolean finished)
      throws IOException {
    Method method = methods.find(fields.text("method"));
    JsonObject configuration = fields.object("configuration");
    method.update(configuration);
    Settings settings = declared(method).read(configuration);
    method.check(settings);
    String prefix = method.name() + "-";
    Map<String, List<NamedArray>> own = new HashMap<>();
    arrays.forEach(
        (name, list) -> {
          if (name.startsWith(prefix)) own.put(name.substring(prefix.length()), list);
        });
    List<NamedArray> atlases = own.remove(CALIBRATION);
    ModelEntries entries = new ModelEntries(settings, own);
    Map<MapKind, Calibration> calibrations =
        CalibrationEntries.read(fields.object(CALIBRATION), atlases == null ? List.of() : atlases);
    if (finished || !calibrations.isEmpty()) method.check(entries);
    return new MethodPart(method, entries, calibrations, fields.object("training"));
  }

  /** All settings of a method, the common ones first, at their defaults. */
  public static Settings declared(Method method) {
    List<Setting<?>> all = new ArrayList<>(CommonSettings.all());
    all.addAll(method.settings());
    return Settings.of(all);
  }

  private static int version(JsonObject json, JsonFields fields) throws IOException {
    if (!json.has("format") || !fields.text("format").equals(FORMAT))
      throw new IOException("it is a zip, but not a model file.");
    int version = fields.integer("format_version");
    if (version > FORMAT_VERSION)
      throw new IOException(
          "it was written by a newer version of this software (format "
              + version
              + "), update to use it.");
    if (version < 1) throw new IOException("its format version " + version + " does not exist.");
    return version;
  }

  private static Optional<TrainingState> state(StoredZipReader zip) throws IOException {
    JsonObject json = json(zip, MODEL);
    int version = version(json, new JsonFields("its description", json));
    if (!zip.has(STATE)) return Optional.empty();
    if (version == 1)
      throw new IOException(
          "it is a checkpoint of an earlier version: finish that training with the version that"
              + " began it, or begin anew.");
    Map<String, List<NamedArray>> groups = new TreeMap<>();
    for (String name : zip.names())
      if (name.startsWith(GROUP_PREFIX) && name.endsWith(SUFFIX))
        groups.put(
            name.substring(GROUP_PREFIX.length(), name.length() - SUFFIX.length()),
            zip.read(name, Safetensors::read));
    return Optional.of(new TrainingState(groups, json(zip, STATE)));
  }

  private static JsonObject json(StoredZipReader zip, String name) throws IOException {
    return zip.read(name, ModelFile::json);
  }

  private static JsonObject json(InputStream in, long length) throws IOException {
    if (length > MAXIMUM_JSON_LENGTH) throw new IOException("it is too long.");
    return StrictJson.parseObject(in.readNBytes((int) length));
  }
}
