package sc.fiji.cavga.method.cavga.training;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.StepLosses;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.settings.Settings;

/**
 * Makes batch norm's running statistics agree with the final weights. During training they trail
 * behind weights that move, and come from noisy latents where use has z = μ; in short trainings the
 * model then falls apart in use.
 */
final class StatisticsSettling {

  /** With a momentum of 0.1 four per cent of the old statistics are left. */
  private static final int PASSES = 30;

  /** From here on, a model in use is not the one that was trained. */
  private static final double LARGEST_GAP = 0.1;

  /** Below, attention is the same everywhere as far as a map is concerned. */
  private static final double SMALLEST_SPREAD = 0.02;

  /** Above, attention is all or nothing nearly everywhere. */
  private static final double MOST_SATURATED = 0.9;

  private final double inUse;
  private final double inTraining;
  private final StepLosses losses;

  /** Held-out pictures' losses, with the running statistics and with the batches' own. */
  StatisticsSettling(StepLosses inUse, StepLosses inTraining, Settings settings) {
    losses = inUse;
    this.inUse = EpochRecord.validationLoss(inUse, CavgaSettings.losses(settings));
    this.inTraining = EpochRecord.validationLoss(inTraining, CavgaSettings.losses(settings));
  }

  /** Lets a network's statistics settle on the training pictures as they are. */
  static StatisticsSettling settle(
      CavgaNetwork network,
      Settings settings,
      PreparedSamples training,
      Validation validation,
      TrainingControl control)
      throws IOException, InterruptedException {
    int size = settings.get(CommonSettings.BATCH);
    for (int pass = 0; pass < PASSES; pass++) {
      control.check();
      int first = (int) ((long) pass * size % training.count());
      network.settle(PictureBatch.of(Validation.part(training, first, size)));
    }
    List<NamedArray> settled = network.weights();
    StepLosses inUse = validation.inUse(network);
    StepLosses inTraining = validation.inTraining(network);
    // Held-out pictures have moved the statistics now, and may not.
    network.setWeights(settled);
    return new StatisticsSettling(inUse, inTraining, settings);
  }

  /** Of held-out pictures in use. */
  StepLosses losses() {
    return losses;
  }

  /** Whether the attention map differs from place to place at all. */
  boolean attentionIsInformative() {
    return losses.attentionSpread >= SMALLEST_SPREAD && losses.attentionSaturated <= MOST_SATURATED;
  }

  /** How far the loss in use is from that in training, relative to the latter. */
  double gap() {
    return Math.abs(inUse - inTraining) / Math.max(1e-12, Math.abs(inTraining));
  }

  boolean agrees() {
    return gap() <= LARGEST_GAP;
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("validation_loss_in_use", inUse);
    json.addProperty("validation_loss_in_training", inTraining);
    json.addProperty("relative_gap", gap());
    return json;
  }
}
