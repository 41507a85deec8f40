package sc.fiji.cavga.method.local.net;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.feed.Batches;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.method.local.gaussian.ZScores;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.training.TrainingDivergedException;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.nn.OneCycle;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.settings.Settings;

/**
 * Teaches U-Nets that know synthetic anomalies already some steps more, with such anomalies in the
 * healthy eyes of another camera. What they know is kept: steps are few, and a third as long.
 */
public final class FurtherTeaching {

  private static final OneCycle RATE = new OneCycle(1e-3, 0.1);

  private static final double NANOSECONDS = 1e9;

  private final TrainingPictures eyes;
  private final Settings settings;
  private final TrainingControl control;
  private final TrainingListener listener;
  private long began;

  /** Steps of all nets. */
  private int all;

  /**
   * @param settings of the net's training: batch, seed and how pictures are varied
   */
  public FurtherTeaching(
      TrainingPictures eyes,
      Settings settings,
      TrainingControl control,
      TrainingListener listener) {
    this.eyes = eyes;
    this.settings = settings;
    this.control = control;
    this.listener = listener;
  }

  /**
   * @param nets changed, each by other pictures
   * @param scores of the eyes' own Gaussians
   * @param steps of each
   * @throws IOException with one sentence when memory does not allow it or numbers become infinite
   * @throws InterruptedException when it was cancelled
   */
  public void teach(SegmentationNets nets, ZScores scores, int steps)
      throws IOException, InterruptedException {
    began = System.nanoTime();
    all = steps * nets.each().size();
    for (int i = 0; i < nets.each().size(); i++) teach(nets.each().get(i), i, scores, steps);
  }

  private void teach(SegmentationNet net, int number, ZScores scores, int steps)
      throws IOException, InterruptedException {
    try {
      net.reserve(settings.get(CommonSettings.BATCH));
    } catch (InsufficientMemoryException e) {
      throw new IOException(e.getMessage(), e);
    }
    long seed = SegmentationNetTraining.seed(settings, number);
    net.betweenOperations(control::abandonIfCancelled);
    try (Batches batches =
        eyes.normalBatches(SegmentationNetTraining.options(eyes, settings, seed), 0)) {
      for (int made = 0; made < steps; made++) {
        PictureBatch batch = control.await(batches::next);
        double rate = RATE.at(made / (double) steps);
        double loss = net.step(scores.of(batch), batch.fieldOfView(), batch.painted(), rate, made);
        if (!Double.isFinite(loss))
          throw new TrainingDivergedException("The value of the U-Net's loss", "step " + made);
        listener.progressed(progress(number * steps + made + 1, loss, batches.waitingShare()));
      }
    } catch (CancellationException e) {
      throw new InterruptedException();
    } finally {
      net.betweenOperations(() -> {});
    }
    net.endTraining();
  }

  private TrainingProgress progress(int made, double loss, double waitingShare) {
    double seconds = (System.nanoTime() - began) / NANOSECONDS;
    return new TrainingProgress(
        "Teaching the U-Net",
        made,
        all,
        made,
        loss,
        seconds,
        seconds / made * (all - made),
        waitingShare,
        NativeMemory.residentBytes());
  }
}
