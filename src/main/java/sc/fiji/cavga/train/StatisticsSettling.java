package sc.fiji.cavga.train;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.dataset.PreparedSamples;
import sc.fiji.cavga.image.PictureBatch;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.NamedArray;
import sc.fiji.cavga.network.StepLosses;

/**
 * Makes batch norm's running statistics agree with the final weights. During training they trail
 * behind weights that move, and come from noisy latents where test time has z = μ; in short
 * trainings test mode then falls apart.
 */
final class StatisticsSettling {

  /** With a momentum of 0.1 four per cent of the old statistics are left. */
  private static final int PASSES = 30;

  /** From here on, results at test time are not those that training saw. */
  private static final double LARGEST_GAP = 0.1;

  private final TrainingConfig config;
  private final TrainingControl control;
  private double trailing;
  private double settled;
  private double training;

  StatisticsSettling(TrainingConfig config, TrainingControl control) {
    this.config = config;
    this.control = control;
  }

  /**
   * Lets the statistics settle on the training pictures as they are, and keeps what they were where
   * that makes the validation worse.
   */
  void settle(CavgaNetwork network, PreparedSamples pictures, Validation validation)
      throws IOException, InterruptedException {
    trailing = loss(validation.losses(network));
    List<NamedArray> before = network.weights();
    int size = Math.min(config.schedule().batchSize(), pictures.count());
    for (int pass = 0; pass < PASSES; pass++) {
      control.check();
      int first = (int) ((long) pass * size % pictures.count());
      network.settle(PictureBatch.of(Validation.part(pictures, first, size)));
    }
    settled = loss(validation.losses(network));
    List<NamedArray> kept = settled <= trailing ? network.weights() : before;
    network.setWeights(kept);
    training = loss(validation.trainingLosses(network));
    network.setWeights(kept);
  }

  private double loss(StepLosses losses) {
    return EpochRecord.validationLoss(losses, config.losses());
  }

  /** How far test time is from training, relative to the latter. */
  double gap() {
    return Math.abs(Math.min(trailing, settled) - training) / Math.max(1e-12, Math.abs(training));
  }

  boolean agrees() {
    return gap() <= LARGEST_GAP;
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("validation_loss_trailing", trailing);
    json.addProperty("validation_loss_settled", settled);
    json.addProperty("validation_loss_in_training_mode", training);
    json.addProperty("relative_gap", gap());
    return json;
  }
}
