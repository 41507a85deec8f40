package sc.fiji.cavga.method.disc.teaching;

import java.util.concurrent.CancellationException;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.teaching.camera.PaintedDisc;
import sc.fiji.cavga.model.training.TrainingDivergedException;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.nn.OneCycle;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/** Teaches one network with pictures that a lesson draws. */
final class NetTeaching {

  private static final int BATCH = 8;

  /** The share of the steps in which the learning rate rises. */
  private static final double RISING = 0.3;

  private static final double NANOSECONDS = 1e-9;

  /** Keeps the pictures of one seed apart from those of the next. */
  private static final long STREAMS = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final TrainingControl control;
  private final TrainingListener listener;

  NetTeaching(long seed, TrainingControl control, TrainingListener listener) {
    this.seed = seed;
    this.control = control;
    this.listener = listener;
  }

  /**
   * Teaches in so many steps; what the optimizer needs is given back afterwards.
   *
   * @param rate the largest learning rate
   * @param activity what is being learned, such as "Learning to find discs"
   * @param draws the name of the stream of random numbers by which the lesson draws its pictures
   */
  void teach(DiscNet net, Lesson lesson, int steps, double rate, String activity, String draws)
      throws InterruptedException, TrainingDivergedException {
    net.reserve(BATCH, activity);
    net.betweenOperations(control::abandonIfCancelled);
    OneCycle cycle = new OneCycle(rate, RISING);
    long began = System.nanoTime();
    try {
      for (int step = 0; step < steps; step++) {
        control.check();
        double loss = step(net, lesson, step, cycle.at((double) step / steps), draws);
        if (!Double.isFinite(loss))
          throw new TrainingDivergedException(activity + ": the loss", "step " + (step + 1));
        double seconds = (System.nanoTime() - began) * NANOSECONDS;
        double left = seconds / (step + 1) * (steps - step - 1);
        listener.progressed(
            new TrainingProgress(
                activity,
                step + 1,
                steps,
                step + 1,
                loss,
                seconds,
                left,
                0,
                NativeMemory.residentBytes()));
      }
    } catch (CancellationException e) {
      throw new InterruptedException();
    } finally {
      net.betweenOperations(() -> {});
    }
    net.endTraining();
  }

  private double step(DiscNet net, Lesson lesson, int step, double rate, String draws) {
    PaintedDisc[] drawn = new PaintedDisc[BATCH];
    ComputeBackend.start();
    ComputeBackend.share(
        BATCH,
        i -> {
          RandomStream random = new RandomStream(seed * STREAMS + (long) step * BATCH + i, draws);
          drawn[i] = lesson.draw(random);
        });
    int plane = net.size() * net.size();
    int outputs = drawn[0].masks().length / plane;
    float[][] seen = new float[BATCH][];
    ComputeBackend.share(
        BATCH, i -> seen[i] = net.seen(drawn[i].colours(), drawn[i].fieldOfView()));
    float[] shown = new float[BATCH * seen[0].length];
    float[] inside = new float[BATCH * plane];
    float[] masks = new float[outputs * BATCH * plane];
    for (int i = 0; i < BATCH; i++) {
      System.arraycopy(seen[i], 0, shown, i * seen[i].length, seen[i].length);
      System.arraycopy(drawn[i].fieldOfView(), 0, inside, i * plane, plane);
      System.arraycopy(drawn[i].masks(), 0, masks, i * outputs * plane, outputs * plane);
    }
    return net.step(shown, inside, masks, rate, step);
  }
}
