package sc.fiji.cavga.train;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.NetworkConfigJson;
import sc.fiji.cavga.model.TrainingState;
import sc.fiji.cavga.network.CavgaNetwork;

/**
 * A training between two steps, as a file: the model as it is, uncalibrated, with the optimizers'
 * memory, the best weights so far, the curves and the counters. All that is random in training is
 * computed from the seed and the counters, so there is no other random state, and a training that
 * goes on from here gives the bits that an uninterrupted one gives.
 */
public final class Checkpoint {

  private static final String OPTIMIZER = "optimizer";
  private static final String BEST = "best";
  private static final String DETECTOR = "detector";
  private static final String DETECTOR_OPTIMIZER = "detector_optimizer";

  private final Path file;
  private final TrainingConfig config;
  private final List<NamedArray> weights;
  private final List<NamedArray> optimizer;
  private final String pictures;
  private final TrainingRun run;

  private Checkpoint(Path file, CavgaModel model, TrainingState state) throws IOException {
    this.file = file;
    JsonFields training = new JsonFields("Its training record", model.training());
    JsonFields fields =
        new JsonFields("Its state", state.values())
            .only("step", "seconds", "partial", "pictures", "detector_step");
    config = TrainingConfig.fromJson(training.object(TrainingRecord.CONFIGURATION));
    weights = model.weights();
    optimizer = state.arrays().get(OPTIMIZER);
    pictures = fields.text("pictures");
    run = new TrainingRun();
    run.step = (long) fields.number("step");
    run.secondsBefore = fields.number("seconds");
    run.partial = LossMeans.fromJson(fields.object("partial"));
    run.curves = TrainingCurves.fromJson(training.array(TrainingRecord.CURVES));
    run.best = state.arrays().get(BEST);
    run.detector.step = fields.integer("detector_step");
    run.detector.weights = state.arrays().get(DETECTOR);
    run.detector.optimizer = state.arrays().get(DETECTOR_OPTIMIZER);
    boolean whole =
        optimizer != null
            && (run.best == null) == run.curves.epochs().isEmpty()
            && run.step == steps(run)
            && run.secondsBefore >= 0
            && run.detector.step >= 0
            && (run.detector.weights == null) == (run.detector.step == 0)
            && (run.detector.weights != null || run.detector.optimizer == null)
            && NetworkConfigJson.toJson(config.network())
                .equals(NetworkConfigJson.toJson(model.network()));
    if (!whole) throw new IOException("its parts do not belong together.");
  }

  private static long steps(TrainingRun run) {
    return run.partial.count() + run.curves.epochs().stream().mapToLong(EpochRecord::steps).sum();
  }

  /**
   * Reads what {@link Trainer} has written.
   *
   * @throws IOException with one sentence that names the file and says what is wrong with it
   */
  public static Checkpoint read(Path file) throws IOException {
    CavgaModel model = ModelFile.read(file);
    TrainingState state =
        ModelFile.readState(file)
            .orElseThrow(
                () ->
                    new IOException(
                        file + " is a finished model and no checkpoint: nothing is left to do."));
    try {
      return new Checkpoint(file, model, state);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static IOException unusable(Path file, Exception e) {
    return new IOException("The checkpoint " + file + " cannot be resumed: " + e.getMessage(), e);
  }

  /**
   * @param model as it is now
   * @param network which it is of
   * @param pictures the fingerprint of the training's pictures
   * @param seconds spent on the training so far
   */
  static void write(
      Path file,
      CavgaModel model,
      CavgaNetwork network,
      String pictures,
      TrainingRun run,
      double seconds)
      throws IOException {
    JsonObject values = new JsonObject();
    values.addProperty("step", run.step);
    values.addProperty("seconds", seconds);
    values.add("partial", run.partial.toJson());
    values.addProperty("pictures", pictures);
    values.addProperty("detector_step", run.detector.step);
    Map<String, List<NamedArray>> arrays = new TreeMap<>();
    arrays.put(OPTIMIZER, network.optimizerState());
    if (run.best != null) arrays.put(BEST, run.best);
    if (run.detector.weights != null) arrays.put(DETECTOR, run.detector.weights);
    if (run.detector.optimizer != null) arrays.put(DETECTOR_OPTIMIZER, run.detector.optimizer);
    ModelFile.write(file, model, new TrainingState(arrays, values));
  }

  /**
   * Brings a network to where it was and says how far training is.
   *
   * @throws IOException with one sentence when this training is another one
   */
  TrainingRun restore(CavgaNetwork network, TrainingConfig now, String itsPictures)
      throws IOException {
    requireSameConfiguration(now);
    if (!pictures.equals(itsPictures))
      throw new IOException(
          "The pictures are not those that the checkpoint "
              + file
              + " was trained on: give the same folders, or begin anew without the checkpoint.");
    try {
      if (run.best != null) network.setWeights(run.best);
      network.setWeights(weights);
      network.setOptimizerState(optimizer);
      return run;
    } catch (IllegalArgumentException e) {
      throw unusable(file, e);
    }
  }

  /**
   * @throws IOException with one sentence when a setting differs that may not
   */
  void requireSameConfiguration(TrainingConfig now) throws IOException {
    String obstacle = now.obstacleToResume(config).orElse(null);
    if (obstacle != null) throw new IOException(obstacle);
  }

  Path file() {
    return file;
  }

  /** How the training was set up, so that it can be resumed without saying all of it again. */
  public TrainingConfig config() {
    return config;
  }

  /** The losses of the epochs that are over. */
  public TrainingCurves curves() {
    return run.curves;
  }
}
