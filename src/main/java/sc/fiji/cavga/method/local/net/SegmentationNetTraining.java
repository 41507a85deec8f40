package sc.fiji.cavga.method.local.net;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
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

  /** Between the seeds of two nets. */
  private static final long OTHER_NET = 0x9E3779B97F4A7C15L;

  private static final String STEP = "step";
  private static final String TAUGHT = "taught";

  /** Steps of the nets that are finished; only where there are some. */
  private static final String EARLIER = "earlier_steps";

  /** Weights of a net that is finished, with its number from 1 on. */
  private static final String FINISHED = "finished_net_";

  private static final String WEIGHTS = "net";
  private static final String OPTIMIZER = "net_optimizer";

  private final MethodTraining training;
  private final ZScores scores;
  private final int steps;
  private final int count;
  private final Function<SegmentationNets, TrainingResult> copies;
  private final Function<SegmentationNets, TrainingPreview> previews;
  private final List<SegmentationNet> finished = new ArrayList<>();

  /** Steps of those that are finished. */
  private int earlier;

  private int made;
  private boolean taught;
  private double sum;
  private int summed;

  /**
   * @param steps of each net to be made at most
   * @param count of nets
   * @param copies makes a model of the nets as they are, where somebody wants a copy on the way
   * @param previews makes pictures to look at of the nets, which are still under training
   */
  public SegmentationNetTraining(
      MethodTraining training,
      ZScores scores,
      int steps,
      int count,
      Function<SegmentationNets, TrainingResult> copies,
      Function<SegmentationNets, TrainingPreview> previews) {
    this.training = training;
    this.scores = scores;
    this.steps = steps;
    this.count = count;
    this.copies = copies;
    this.previews = previews;
  }

  /** Steps made since the very beginning, of all nets. */
  public int made() {
    return earlier + made;
  }

  /** Why it ended. */
  public String stopped() {
    return made() >= steps * count
        ? "all steps"
        : training.control().finishing() ? "on request" : "time limit";
  }

  /**
   * Trains to the end, or until there is a reason to stop.
   *
   * @return at least one, to be closed
   */
  public SegmentationNets run() throws IOException, InterruptedException {
    SegmentationNet net = net(0);
    try {
      training.restore(state -> restore(net, state));
      finish(net);
      while (finished.size() < count && !ended()) finish(net(finished.size()));
      return new SegmentationNets(finished);
    } catch (IOException | InterruptedException | RuntimeException e) {
      net.close();
      finished.forEach(SegmentationNet::close);
      throw e;
    }
  }

  private SegmentationNet net(int number) {
    return new SegmentationNet(scores.size(), scores.channels(), seed(number));
  }

  private long seed(int number) {
    return seed(training.settings(), number);
  }

  /** Of a net and what it is shown; the first has that of the settings. */
  static long seed(Settings settings, int number) {
    return settings.get(CommonSettings.SEED) + number * OTHER_NET;
  }

  private void finish(SegmentationNet net) throws IOException, InterruptedException {
    try {
      if (!taught) {
        training.reserve(net::reserve, 1);
        teach(net);
        taught = true;
        training.betweenSteps(true, () -> state(net), () -> copies.apply(copies(net)));
        net.endTraining();
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      net.close();
      throw e;
    }
    finished.add(net);
    if (finished.size() == count || ended()) return;
    earlier += made;
    made = 0;
    taught = false;
  }

  private void teach(SegmentationNet net) throws IOException, InterruptedException {
    int first = made;
    double before = training.secondsHere();
    net.betweenOperations(training.control()::abandonIfCancelled);
    try (Batches batches =
        training
            .pictures()
            .normalBatches(
                options(training.pictures(), training.settings(), seed(finished.size())), first)) {
      while (made < steps && !ended()) {
        double loss = step(net, training.control().await(batches::next));
        double each = (training.secondsHere() - before) / (made - first);
        training.listener().progressed(progress(loss, each, batches.waitingShare()));
        if (made % POINT == 0 || made == steps || EARLY_POINTS.contains(made())) point(net);
        if (made < steps)
          training.betweenSteps(false, () -> state(net), () -> copies.apply(copies(net)));
      }
    } catch (CancellationException e) {
      throw new InterruptedException();
    } finally {
      net.betweenOperations(() -> {});
    }
  }

  /** Where pictures are varied at all, light varies too. */
  static BatchOptions options(TrainingPictures pictures, Settings settings, long seed) {
    Augmentation augmentation = CommonSettings.augmentation(settings);
    return pictures
        .options(settings.get(CommonSettings.BATCH), seed, augmentation)
        .withPainted()
        .withVaryingLight(!augmentation.equals(Augmentation.NONE))
        .withOtherCameras(CommonSettings.otherCameras(settings));
  }

  private boolean ended() {
    return made > 0 && (timeDone() >= 1 || training.control().finishing());
  }

  /** The share of the time for this net that is over; 0 where there is no limit. */
  private double timeDone() {
    return Math.max(0, training.timeShare() / MOST_TIME * count - finished.size());
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
        made(),
        steps * count,
        made(),
        loss,
        training.seconds(),
        training.secondsLeft(secondsEach * (steps * count - made())),
        waitingShare,
        NativeMemory.residentBytes());
  }

  private void point(SegmentationNet net) throws IOException, InterruptedException {
    HeldOutLoss heldOut = new HeldOutLoss(net, scores, training.pictures().heldOut());
    training.control().check();
    training
        .listener()
        .point(new LossPoint(made(), sum / summed, heldOut.value()), previews.apply(shown(net)));
    sum = 0;
    summed = 0;
  }

  /** Those that are finished and the one under training, itself. */
  private SegmentationNets shown(SegmentationNet net) {
    List<SegmentationNet> nets = new ArrayList<>(finished);
    nets.add(net);
    return new SegmentationNets(nets);
  }

  private SegmentationNets copies(SegmentationNet net) {
    List<SegmentationNet> copies = new ArrayList<>();
    for (SegmentationNet each : shown(net).each()) {
      SegmentationNet copy = new SegmentationNet(scores.size(), scores.channels(), 0);
      copy.setWeights(each.weights());
      copies.add(copy);
    }
    return new SegmentationNets(copies);
  }

  private TrainingState state(SegmentationNet net) {
    JsonObject values = new JsonObject();
    values.addProperty(STEP, made);
    values.addProperty(TAUGHT, taught);
    Map<String, List<NamedArray>> arrays = new TreeMap<>();
    if (!finished.isEmpty()) values.addProperty(EARLIER, earlier);
    for (int i = 0; i < finished.size(); i++)
      arrays.put(FINISHED + (i + 1), finished.get(i).weights());
    arrays.put(WEIGHTS, net.weights());
    if (!taught) arrays.put(OPTIMIZER, net.optimizerState());
    return new TrainingState(arrays, values);
  }

  private void restore(SegmentationNet net, TrainingState state) throws IOException {
    JsonFields fields = new JsonFields("The state", state.values()).only(STEP, TAUGHT, EARLIER);
    made = fields.integer(STEP);
    taught = fields.truth(TAUGHT);
    List<NamedArray> weights = state.arrays().get(WEIGHTS);
    List<NamedArray> optimizer = state.arrays().get(OPTIMIZER);
    boolean several = state.values().has(EARLIER);
    if (made < 1
        || weights == null
        || (optimizer == null) != taught
        || several != state.arrays().containsKey(FINISHED + 1))
      throw new IOException("its parts do not belong together.");
    if (several) earlier = fields.integer(EARLIER);
    for (int i = 1; state.arrays().containsKey(FINISHED + i); i++) {
      finished.add(net(i - 1));
      finished.get(i - 1).setWeights(state.arrays().get(FINISHED + i));
    }
    if (finished.size() >= count) throw new IOException("it has more U-Nets than are asked for.");
    net.setWeights(weights);
    if (optimizer != null) net.setOptimizerState(optimizer);
  }
}
