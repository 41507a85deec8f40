package sc.fiji.cavga.evaluate;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.model.LearnedPictures;
import sc.fiji.cavga.preprocess.Preprocessing;

/** Test pictures in their order, the next ones being read while the last one is looked at. */
final class ReadAhead implements AutoCloseable {

  private static final int THREADS =
      Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

  private final Iterator<Sample> samples;
  private final Preprocessing preprocessing;
  private final LearnedPictures known;
  private final Queue<Future<TestPicture>> coming = new ArrayDeque<>();
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "CAVGA test pictures");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param known of which the model was made
   */
  ReadAhead(List<Sample> samples, Preprocessing preprocessing, LearnedPictures known) {
    ComputeBackend.start();
    this.known = known;
    this.samples = samples.iterator();
    this.preprocessing = preprocessing;
    for (int i = 0; i < THREADS + 1; i++) submit();
  }

  private void submit() {
    if (!samples.hasNext()) return;
    Sample sample = samples.next();
    coming.add(executor.submit(() -> TestPicture.read(sample, preprocessing, known)));
  }

  /** The next one; to be called as often as there are samples. */
  TestPicture next() {
    try {
      TestPicture picture = coming.remove().get();
      submit();
      return picture;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Evaluating was interrupted.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error) throw (Error) e.getCause();
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
