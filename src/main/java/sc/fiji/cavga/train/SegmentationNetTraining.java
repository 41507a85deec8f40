package sc.fiji.cavga.train;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import sc.fiji.cavga.feed.Batches;
import sc.fiji.cavga.model.ZScores;
import sc.fiji.cavga.network.SegmentationNet;
import sc.fiji.cavga.preprocess.PictureBatch;

/**
 * Teaches a detector with anomalies painted into the normal training pictures. The learning rate
 * rises and falls once (Smith and Topin 2019), so that few steps are enough.
 */
final class SegmentationNetTraining {

  /** What may be done between two steps. */
  interface Saving {
    void offer(SegmentationNet detector) throws IOException;
  }

  private static final double LARGEST_RATE = 3e-3;
  private static final double FIRST_RATE = LARGEST_RATE / 25;

  /** The share of the steps in which the learning rate rises. */
  private static final double RISING = 0.1;

  /** Of a time limit: CAVGA itself is to have some of it. */
  private static final double MOST_TIME = 0.9;

  /** By which share of the time training may be behind its steps before they are given up. */
  private static final double LATE = 0.1;

  private static final double NANOSECONDS = 1e9;

  private final TrainingConfig config;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final LongSupplier nanoTime;

  SegmentationNetTraining(
      TrainingConfig config,
      TrainingControl control,
      TrainingListener listener,
      LongSupplier nanoTime) {
    this.config = config;
    this.control = control;
    this.listener = listener;
    this.nanoTime = nanoTime;
  }

  /**
   * Trains to the end, or until there is a reason to stop.
   *
   * @param detector as it is after the steps of the detector's run
   * @param run of the whole training, whose detector's steps and time go on
   */
  void run(
      SegmentationNet detector,
      ZScores evidence,
      TrainingPictures pictures,
      TrainingRun run,
      Saving saving)
      throws IOException, InterruptedException {
    long began = nanoTime.getAsLong();
    double before = run.secondsBefore;
    int first = run.detector.step;
    detector.betweenOperations(control::abandonIfCancelled);
    try (Batches batches = pictures.painted(config, first)) {
      while (run.detector.step < config.detectorSteps() && !ended(run)) {
        step(detector, evidence, control.await(batches::next), run);
        double here = (nanoTime.getAsLong() - began) / NANOSECONDS;
        run.secondsBefore = before + here;
        int left = config.detectorSteps() - run.detector.step;
        listener.teaching(
            run.detector.step, config.detectorSteps(), here / (run.detector.step - first) * left);
        saving.offer(detector);
      }
    } catch (CancellationException e) {
      throw new InterruptedException();
    } finally {
      detector.betweenOperations(() -> {});
    }
  }

  private boolean ended(TrainingRun run) {
    return run.detector.step > 0 && (timeDone(run) >= 1 || control.finishing());
  }

  /** The share of the time for this that is over; 0 where there is no limit. */
  private double timeDone(TrainingRun run) {
    double minutes = config.schedule().minutes();
    return minutes == TrainingSchedule.NO_LIMIT
        ? 0
        : run.secondsBefore / (MOST_TIME * 60 * minutes);
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

  private void step(SegmentationNet detector, ZScores evidence, PictureBatch batch, TrainingRun run)
      throws TrainingDivergedException {
    double loss =
        detector.step(
            evidence.of(batch),
            batch.fieldOfView(),
            batch.painted(),
            rate(done(run.detector.step / (double) config.detectorSteps(), timeDone(run))),
            run.detector.step);
    if (!Double.isFinite(loss))
      throw new TrainingDivergedException("The value of the detector's loss", 1);
    run.detector.step++;
  }

  /**
   * From a twenty-fifth up to the largest and down to nothing, along half cosines.
   *
   * @param done share of the training, 0 to 1
   */
  static double rate(double done) {
    double lowest = done < RISING ? FIRST_RATE : 0;
    double below = done < RISING ? 1 - done / RISING : (done - RISING) / (1 - RISING);
    return lowest + (LARGEST_RATE - lowest) * (1 + StrictMath.cos(StrictMath.PI * below)) / 2;
  }
}
