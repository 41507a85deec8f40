package sc.fiji.cavga.model;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.io.Safetensors;
import sc.fiji.cavga.io.StoredZipReader;
import sc.fiji.cavga.io.StoredZipWriter;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.network.NetworkConfig;
import sc.fiji.cavga.preprocess.Preprocessing;

/**
 * The {@code .cavga} file: a zip of stored entries with {@code model.json}, {@code
 * weights.safetensors} and {@code calibration.safetensors}; a checkpoint has {@code state.json} and
 * {@code state-GROUP.safetensors} beside them. The same content gives the same bytes. Entries with
 * other names and other keys at the top of {@code model.json} are ignored, so that a later version
 * may add some without a new format version.
 *
 * <p>Files are written aside and moved into place. Reading holds every announced size against the
 * file's before it allocates.
 */
public final class ModelFile {

  /** Raised when older versions of the plugin can no longer read what is written. */
  static final int FORMAT_VERSION = 1;

  static final String FORMAT = "cavga";
  static final String MODEL = "model.json";
  static final String WEIGHTS = "weights.safetensors";
  static final String CALIBRATION = "calibration.safetensors";
  static final String DENSITY = "density.safetensors";
  static final String DETECTOR = "detector.safetensors";
  static final String STATE = "state.json";
  private static final String GROUP_PREFIX = "state-";
  private static final String GROUP_SUFFIX = ".safetensors";
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
  public static CavgaModel read(Path file) throws IOException {
    return reading(file, ModelFile::model);
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
  public static void write(Path file, CavgaModel model) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          try (StoredZipWriter zip = new StoredZipWriter(out)) {
            addModel(zip, model);
          }
        });
  }

  /**
   * Writes a checkpoint: a model that can be used as it is, and the state to go on training from.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path file, CavgaModel model, TrainingState state) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          try (StoredZipWriter zip = new StoredZipWriter(out)) {
            addModel(zip, model);
            addJson(zip, STATE, state.values());
            for (Map.Entry<String, List<NamedArray>> group : state.arrays().entrySet())
              addArrays(zip, GROUP_PREFIX + group.getKey() + GROUP_SUFFIX, group.getValue());
          }
        });
  }

  private static void addModel(StoredZipWriter zip, CavgaModel model) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("format_version", FORMAT_VERSION);
    json.add("network", NetworkConfigJson.toJson(model.network()));
    json.add("preprocessing", model.preprocessing().toJson());
    json.add("calibration", CalibrationEntries.toJson(model.calibrations()));
    json.add("training", model.training());
    json.add("provenance", model.provenance());
    addJson(zip, MODEL, json);
    addArrays(zip, WEIGHTS, model.weights());
    addArrays(zip, CALIBRATION, CalibrationEntries.toArrays(model.calibrations()));
    if (model.density().isPresent())
      addArrays(zip, DENSITY, DensityEntries.toArrays(model.density().get()));
    if (!model.detector().isEmpty()) addArrays(zip, DETECTOR, model.detector());
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
      throw new IOException("The model " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static CavgaModel model(StoredZipReader zip) throws IOException {
    JsonObject json = json(zip, MODEL);
    JsonFields fields = new JsonFields("its description", json);
    requireVersion(json, fields);
    NetworkConfig network = NetworkConfigJson.fromJson(fields.object("network"));
    List<NamedArray> weights = zip.read(WEIGHTS, Safetensors::read);
    WeightCheck.require(network, weights);
    List<NamedArray> detector =
        zip.has(DETECTOR) ? zip.read(DETECTOR, Safetensors::read) : List.of();
    WeightCheck.requireFinite(detector);
    List<NamedArray> atlases = zip.read(CALIBRATION, Safetensors::read);
    return new CavgaModel(
        network,
        Preprocessing.fromJson(fields.object("preprocessing")),
        CalibrationEntries.read(fields.object("calibration"), atlases, network.size()),
        zip.has(DENSITY)
            ? DensityEntries.read(zip.read(DENSITY, Safetensors::read), network.size())
            : null,
        detector,
        weights,
        fields.object("training"),
        fields.object("provenance"));
  }

  private static void requireVersion(JsonObject json, JsonFields fields) throws IOException {
    if (!json.has("format") || !fields.text("format").equals(FORMAT))
      throw new IOException("it is a zip, but not a model file.");
    int version = fields.integer("format_version");
    if (version > FORMAT_VERSION)
      throw new IOException(
          "it was written by a newer version of this software (format "
              + version
              + "), update to use it.");
    if (version < 1) throw new IOException("its format version " + version + " does not exist.");
  }

  private static Optional<TrainingState> state(StoredZipReader zip) throws IOException {
    JsonObject json = json(zip, MODEL);
    requireVersion(json, new JsonFields("its description", json));
    if (!zip.has(STATE)) return Optional.empty();
    Map<String, List<NamedArray>> groups = new TreeMap<>();
    for (String name : zip.names())
      if (name.startsWith(GROUP_PREFIX) && name.endsWith(GROUP_SUFFIX))
        groups.put(
            name.substring(GROUP_PREFIX.length(), name.length() - GROUP_SUFFIX.length()),
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
