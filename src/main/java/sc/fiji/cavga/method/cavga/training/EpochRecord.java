package sc.fiji.cavga.method.cavga.training;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Objects;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.method.cavga.network.LossWeights;
import sc.fiji.cavga.method.cavga.network.StepLosses;
import sc.fiji.cavga.model.training.LossPoint;

/** The losses of one epoch. Immutable. */
public final class EpochRecord {

  private final int epoch;
  private final int steps;
  private final StepLosses training;
  private final StepLosses validation;

  /**
   * @param epoch from 1
   * @param steps that it had, 1 or more
   * @param training mean over the epoch's steps, of pictures that were augmented
   * @param validation mean over the held-out normal pictures, after the epoch, with z = μ and the
   *     batches' own statistics
   */
  public EpochRecord(int epoch, int steps, StepLosses training, StepLosses validation) {
    this.epoch = epoch;
    this.steps = steps;
    this.training = Objects.requireNonNull(training);
    this.validation = Objects.requireNonNull(validation);
  }

  /** From 1. */
  public int epoch() {
    return epoch;
  }

  public int steps() {
    return steps;
  }

  public StepLosses training() {
    return training;
  }

  public StepLosses validation() {
    return validation;
  }

  /**
   * What epochs are compared by: the weighted sum of L_R and KL over held-out normal pictures.
   * L_adv says who of the two players is ahead, and L_ae is lowest where attention is worthless, so
   * neither tells how good a model is.
   */
  public double validationLoss(LossWeights weights) {
    return validationLoss(validation, weights);
  }

  /** For the loss curves. */
  LossPoint point(LossWeights weights) {
    return new LossPoint(
        epoch, validationLoss(training, weights), validationLoss(validation, weights));
  }

  static double validationLoss(StepLosses losses, LossWeights weights) {
    return weights.reconstruction * losses.reconstruction + weights.divergence * losses.divergence;
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("epoch", epoch);
    json.addProperty("steps", steps);
    json.add("training", LossMeans.toJson(training));
    json.add("validation", LossMeans.toJson(validation));
    return json;
  }

  static EpochRecord fromJson(JsonObject json) throws IOException {
    JsonFields fields =
        new JsonFields("An epoch's record", json).only("epoch", "steps", "training", "validation");
    return new EpochRecord(
        fields.integer("epoch"),
        fields.integer("steps"),
        LossMeans.lossesFromJson(fields.object("training")),
        LossMeans.lossesFromJson(fields.object("validation")));
  }
}
