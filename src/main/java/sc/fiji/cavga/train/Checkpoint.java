package sc.fiji.cavga.train;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelEntries;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.settings.Settings;

/**
 * A training between two steps, as a file: the methods that are finished, the one that is under way
 * with its state, and those that follow. All that is random in training is computed from the seed
 * and the counters, so there is no other random state, and a training that goes on from here gives
 * the bits that an uninterrupted one gives.
 */
public final class Checkpoint {

  private static final String METHOD = "method";
  private static final String SECONDS = "seconds";
  private static final String PICTURES = "pictures";
  private static final String STATE = "state";
  private static final String LAST = "last";

  final Path file;
  final List<MethodPart> finished = new ArrayList<>();

  /** Those of their last epochs, in the same order; the same where they keep no other. */
  final List<MethodPart> last;

  /** Of the method under way. */
  final TrainingState state;

  /** Spent on the training so far. */
  final double seconds;

  private final TrainingConfig config;
  private final Settings settings;
  private final String pictures;

  private Checkpoint(Path file, TrainedModel model, TrainingState all) throws IOException {
    this.file = file;
    JsonFields fields =
        new JsonFields("Its state", all.values()).only(METHOD, SECONDS, PICTURES, STATE, LAST);
    String method = fields.text(METHOD);
    seconds = fields.number(SECONDS);
    pictures = fields.text(PICTURES);
    List<Method> methods = new ArrayList<>();
    Settings found = null;
    for (MethodPart part : model.parts()) {
      methods.add(part.method());
      if (part.method().name().equals(method)) found = part.entries().settings();
      if (found == null) finished.add(part);
    }
    settings = found;
    if (found == null || !(seconds >= 0))
      throw new IOException("its parts do not belong together.");
    Map<String, List<NamedArray>> arrays = new TreeMap<>(all.arrays());
    last =
        LastParts.read(
            finished, all.values().has(LAST) ? fields.object(LAST) : new JsonObject(), arrays);
    state = new TrainingState(arrays, fields.object(STATE));
    TrainingConfig together = TrainingConfig.of(methods);
    for (MethodPart part : model.parts()) together = together.with(part.entries().settings());
    config = together;
  }

  /**
   * Reads what {@link Trainer} has written.
   *
   * @throws IOException with one sentence that names the file and says what is wrong with it
   */
  public static Checkpoint read(Path file) throws IOException {
    TrainingState state =
        ModelFile.readState(file)
            .orElseThrow(
                () ->
                    new IOException(
                        file + " is a finished model and no checkpoint: nothing is left to do."));
    TrainedModel model = ModelFile.read(file);
    try {
      return new Checkpoint(file, model, state);
    } catch (IOException e) {
      throw new IOException(unusable(file, e), e);
    }
  }

  static String unusable(Path file, Exception e) {
    return "The checkpoint " + file + " cannot be resumed: " + e.getMessage();
  }

  /**
   * @param finished parts of the methods that are finished
   * @param last those of their last epochs, the same where they keep no other
   * @param method under way
   * @param settings of the method under way
   * @param state of the method under way
   * @param pictures the fingerprint of the training's pictures
   * @param seconds spent on the training so far
   */
  static void write(
      Path file,
      Preprocessing preprocessing,
      TrainingConfig config,
      List<MethodPart> finished,
      List<MethodPart> last,
      Method method,
      Settings settings,
      TrainingState state,
      String pictures,
      double seconds,
      JsonObject provenance)
      throws IOException {
    List<MethodPart> parts = new ArrayList<>(finished);
    for (Method each : config.methods().subList(finished.size(), config.methods().size()))
      parts.add(
          new MethodPart(
              each,
              new ModelEntries(each == method ? settings : config.settings(each), Map.of()),
              Map.of(),
              new JsonObject()));
    JsonObject values = new JsonObject();
    values.addProperty(METHOD, method.name());
    values.addProperty(SECONDS, seconds);
    values.addProperty(PICTURES, pictures);
    values.add(STATE, state.values());
    Map<String, List<NamedArray>> arrays = new TreeMap<>(state.arrays());
    JsonObject others = LastParts.write(finished, last, arrays);
    if (others.size() > 0) values.add(LAST, others);
    ModelFile.write(
        file,
        new TrainedModel(preprocessing, parts, provenance),
        new TrainingState(arrays, values));
  }

  /**
   * @throws IOException with one sentence when a setting differs that may not
   */
  void requireSameConfiguration(TrainingConfig now) throws IOException {
    String obstacle = now.obstacleToResume(config).orElse(null);
    if (obstacle != null) throw new IOException(obstacle);
  }

  /**
   * @throws IOException with one sentence when the pictures are others
   */
  void requireSamePictures(String now) throws IOException {
    if (!pictures.equals(now))
      throw new IOException(
          "The pictures are not those that the checkpoint "
              + file
              + " was trained on: give the same folders, or begin anew without the checkpoint.");
  }

  /** How the training was set up, so that it can be resumed without saying all of it again. */
  public TrainingConfig config() {
    return config;
  }

  /** The same values with the batch that memory allowed the method under way. */
  Settings resumed(Settings now) {
    return now.with(CommonSettings.BATCH, settings.get(CommonSettings.BATCH));
  }
}
