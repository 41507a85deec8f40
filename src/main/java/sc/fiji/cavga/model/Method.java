package sc.fiji.cavga.model;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.scijava.plugin.SciJavaPlugin;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Settings;

/**
 * A kind of model: its settings, how it is trained, how it is stored. A new one is a package with a
 * class that has {@code @Plugin(type = Method.class, name = "NAME")}; nothing else needs to change.
 */
public interface Method extends SciJavaPlugin {

  /** What the command line, macros and model files call it: lower case letters and digits. */
  String name();

  /** What it does, in one sentence, for help and reference. */
  String description();

  /** Its own settings; {@link CommonSettings} are there for every method. */
  List<Setting<?>> settings();

  /**
   * Brings the configuration that an earlier version wrote up to date.
   *
   * @param configuration of a model file, changed in place
   * @throws IOException with one sentence when such a model cannot be used any more
   */
  default void update(JsonObject configuration) throws IOException {}

  /** Whether a part of an eye is enough for it, such as a picture of the optic disc alone. */
  default boolean takesCrops() {
    return false;
  }

  /**
   * Whether values fit each other that are each in their range.
   *
   * @throws IllegalArgumentException with one sentence when they do not
   */
  default void check(Settings settings) {}

  /**
   * Whether a finished model's arrays are all there and can be those of its settings; asked before
   * anything of the size that the settings announce is allocated.
   *
   * @throws IOException with one sentence when they are not
   */
  default void check(ModelEntries entries) throws IOException {}

  /**
   * Trains to the end, or until the training says that it shall finish.
   *
   * @return to be closed
   * @throws IOException with one sentence when pictures, numbers or memory do not allow it
   * @throws InterruptedException when it was cancelled
   */
  TrainingResult train(MethodTraining training) throws IOException, InterruptedException;

  /**
   * The model that a file holds.
   *
   * @return to be closed
   * @throws IOException with one sentence when arrays are missing or do not fit the settings
   */
  AnomalyModel read(ModelEntries entries) throws IOException;

  /**
   * Fits a finished model to other healthy eyes.
   *
   * @param steps by which networks that learn from healthy eyes alone are taught further, 0 for
   *     none
   * @return empty where nothing but thresholds can be fitted so
   * @throws IOException with one sentence when arrays are missing or do not fit the settings
   */
  default Optional<Refitting> refitting(ModelEntries entries, int steps) throws IOException {
    return Optional.empty();
  }

  /** What {@link #read} needs, the settings apart. */
  ModelEntries write(AnomalyModel model, Settings settings);
}
