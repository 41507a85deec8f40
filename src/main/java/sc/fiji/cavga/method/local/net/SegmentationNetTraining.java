package sc.fiji.cavga.method.local.net;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.feed.BatchOptions;
import sc.fiji.cavga.feed.Batches;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.model.training.TrainingDivergedException;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.nn.OneCycle;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.settings.Settings;

/**
 * Teaches a U-Net with synthetic anomalies in the normal training pictures. The learning rate rises
 * and falls once (Smith and Topin 2019), so that few steps are enough.
 */
public final class SegmentationNetTraining {

  private static final OneCycle RATE = new OneCycle(3e-3, 0.1);

  /** By which share of the time training may be behind its steps before they are given up. */
  private static final double LATE = 0.1;

  /** Of a time limit: the rest is for calibration. */
  private static final double MOST_TIME = 0.9;

  /** Steps between two points of the loss curves. */
  private static final int POINT = 250;

  /** The first points: nobody waits for minutes to see that something is learned. */
  private static final Set<Integer> EARLY_POINTS = Set.of(10, 30, 100);

  private static final String STEP = "step";
  private static final String TAUGHT = "taught";
  private static final String WEIGHTS = "net";
  private static final String OPTIMIZER = "net_optimizer";

  private final MethodTraining training;
  private final ZScores scores;
  private final int steps;
  private final Function<SegmentationNet, TrainingResult> copies;
  private final Function<SegmentationNet, TrainingPreview> previews;
  private int made;
  private boolean taught;
  private double sum;
  private int summed;

  /**
   * @param steps to be made at most
   * @param copies makes a model of the net as it is, where somebody wants a copy on the way
   * @param previews makes pictures to look at of the net, which is still under training
   */
  public SegmentationNetTraining(
      MethodTraining training,
      ZScores scores,
      int steps,
      Function<SegmentationNet, TrainingResult> copies,
      Function<SegmentationNet, TrainingPreview> previews) {
    this.training = training;
    this.scores = scores;
    this.steps = steps;
    this.copies = copies;
    this.previews = previews;
  }

  /** Steps made since the very beginning. */
  public int made() {
    return made;
  }

  /** Why it ended. */
  public String stopped() {
    return made >= steps
        ? "all steps"
        : training.control().finishing() ? "on request" : "time limit";
  }

  /**
   * Trains to the end, or until there is a reason to stop.
   *
   * @return to be closed
   */
  public SegmentationNet run() throws IOException, InterruptedException {
    long seed = training.settings().get(CommonSettings.SEED);
    SegmentationNet net = new SegmentationNet(scores.size(), scores.channels(), seed);
    try {
      training.restore(state -> restore(net, state));
      if (!taught) {
        training.reserve(net::reserve, 1);
        teach(net);
        taught = true;
        training.betweenSteps(true, () -> state(net), () -> copies.apply(copy(net)));
        net.endTraining();
      }
      return net;
    } catch (IOException | InterruptedException | RuntimeException e) {
      net.close();
      throw e;
    }
  }

  private void teach(SegmentationNet net) throws IOException, InterruptedException {
    int first = made;
    double before = training.secondsHere();
    net.betweenOperations(training.control()::abandonIfCancelled);
    try (Batches batches =
        training
            .pictures()
            .normalBatches(options(training.pictures(), training.settings()), first)) {
      while (made < steps && !ended()) {
        double loss = step(net, training.control().await(batches::next));
        double each = (training.secondsHere() - before) / (made - first);
        training.listener().progressed(progress(loss, each, batches.waitingShare()));
        if (made % POINT == 0 || made == steps || EARLY_POINTS.contains(made)) point(net);
        if (made < steps)
          training.betweenSteps(false, () -> state(net), () -> copies.apply(copy(net)));
      }
    } catch (CancellationException e) {
      throw new InterruptedException();
    } finally {
      net.betweenOperations(() -> {});
    }
  }

  /** Where pictures are varied at all, light varies too. */
  static BatchOptions options(TrainingPictures pictures, Settings settings) {
    Augmentation augmentation = CommonSettings.augmentation(settings);
    return pictures
        .options(
            settings.get(CommonSettings.BATCH), settings.get(CommonSettings.SEED), augmentation)
        .withPainted()
        .withVaryingLight(!augmentation.equals(Augmentation.NONE));
  }

  private boolean ended() {
    return made > 0 && (timeDone() >= 1 || training.control().finishing());
  }

  /** The share of the time for this that is over; 0 where there is no limit. */
  private double timeDone() {
    return training.timeShare() / MOST_TIME;
  }

  /**
   * How much of the training is over. It goes by steps, so that the same seed gives the same bits,
   * but for a machine that is too slow for them: there the learning rate falls with the time, since
   * it must come down before the time is over.
   *
   * @param steps share of the steps that are made
   * @param time share of the time that is over
   */
  static double done(double steps, double time) {
    return time > steps + LATE ? Math.min(1, time) : steps;
  }

  private double step(SegmentationNet net, PictureBatch batch) throws TrainingDivergedException {
    double loss =
        net.step(
            scores.of(batch),
            batch.fieldOfView(),
            batch.painted(),
            RATE.at(done(made / (double) steps, timeDone())),
            made);
    made++;
    if (!Double.isFinite(loss))
      throw new TrainingDivergedException("The value of the U-Net's loss", "step " + made);
    sum += loss;
    summed++;
    return loss;
  }

  private TrainingProgress progress(double loss, double secondsEach, double waitingShare) {
    return new TrainingProgress(
        "Learning from synthetic anomalies",
        made,
        steps,
        made,
        loss,
        training.seconds(),
        training.secondsLeft(secondsEach * (steps - made)),
        waitingShare,
        NativeMemory.residentBytes());
  }

  private void point(SegmentationNet net) throws IOException, InterruptedException {
    HeldOutLoss heldOut = new HeldOutLoss(net, scores, training.pictures().heldOut());
    training.control().check();
    training
        .listener()
        .point(new LossPoint(made, sum / summed, heldOut.value()), previews.apply(net));
    sum = 0;
    summed = 0;
  }

  private SegmentationNet copy(SegmentationNet net) {
    SegmentationNet copy = new SegmentationNet(scores.size(), scores.channels(), 0);
    copy.setWeights(net.weights());
    return copy;
  }

  private TrainingState state(SegmentationNet net) {
    JsonObject values = new JsonObject();
    values.addProperty(STEP, made);
    values.addProperty(TAUGHT, taught);
    Map<String, List<NamedArray>> arrays = new TreeMap<>();
    arrays.put(WEIGHTS, net.weights());
    if (!taught) arrays.put(OPTIMIZER, net.optimizerState());
    return new TrainingState(arrays, values);
  }

  private void restore(SegmentationNet net, TrainingState state) throws IOException {
    JsonFields fields = new JsonFields("The state", state.values()).only(STEP, TAUGHT);
    made = fields.integer(STEP);
    taught = fields.truth(TAUGHT);
    List<NamedArray> weights = state.arrays().get(WEIGHTS);
    List<NamedArray> optimizer = state.arrays().get(OPTIMIZER);
    if (made < 1 || weights == null || (optimizer == null) != taught)
      throw new IOException("its parts do not belong together.");
    net.setWeights(weights);
    if (optimizer != null) net.setOptimizerState(optimizer);
  }
}
