package sc.fiji.cavga.method.cavga.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.StepLosses;
import sc.fiji.cavga.model.training.TrainingState;

/** How far a training is: with the network's weights and optimizers all that a checkpoint holds. */
final class CavgaRun {

  private static final String STEP = "step";
  private static final String PARTIAL = "partial";
  private static final String CURVES = "curves";
  private static final String WEIGHTS = "network";
  private static final String OPTIMIZER = "optimizer";
  private static final String BEST = "best";

  /** Steps made since the very beginning. */
  long step;

  /** Losses of the epoch under way. */
  LossMeans partial = new LossMeans();

  TrainingCurves curves = TrainingCurves.EMPTY;

  /** The weights after the best epoch; null before the first epoch's end. */
  List<NamedArray> best;

  /** The epoch under way, from 0. */
  int epoch() {
    return curves.epochs().size();
  }

  void add(StepLosses losses) {
    partial.add(losses);
    step++;
  }

  /** Ends the epoch under way. */
  EpochRecord close(StepLosses validation) {
    EpochRecord record = new EpochRecord(epoch() + 1, partial.count(), partial.mean(), validation);
    curves = curves.with(record);
    partial = new LossMeans();
    return record;
  }

  TrainingState state(CavgaNetwork network) {
    JsonObject values = new JsonObject();
    values.addProperty(STEP, step);
    values.add(PARTIAL, partial.toJson());
    values.add(CURVES, curves.toJson());
    Map<String, List<NamedArray>> arrays = new TreeMap<>();
    arrays.put(WEIGHTS, network.weights());
    arrays.put(OPTIMIZER, network.optimizerState());
    if (best != null) arrays.put(BEST, best);
    return new TrainingState(arrays, values);
  }

  /**
   * Brings a network, and this, to where they were.
   *
   * @throws IOException with one sentence when the state's parts do not belong together
   * @throws IllegalArgumentException with one sentence when they are not this network's
   */
  void restore(CavgaNetwork network, TrainingState state) throws IOException {
    JsonFields fields = new JsonFields("The state", state.values()).only(STEP, PARTIAL, CURVES);
    JsonArray epochs = fields.array(CURVES);
    step = (long) fields.number(STEP);
    partial = LossMeans.fromJson(fields.object(PARTIAL));
    curves = TrainingCurves.fromJson(epochs);
    best = state.arrays().get(BEST);
    List<NamedArray> weights = state.arrays().get(WEIGHTS);
    List<NamedArray> optimizer = state.arrays().get(OPTIMIZER);
    long counted = partial.count() + curves.epochs().stream().mapToLong(EpochRecord::steps).sum();
    boolean whole =
        weights != null
            && optimizer != null
            && (best == null) == curves.epochs().isEmpty()
            && step == counted;
    if (!whole) throw new IOException("its parts do not belong together.");
    if (best != null) network.setWeights(best);
    network.setWeights(weights);
    network.setOptimizerState(optimizer);
  }
}
