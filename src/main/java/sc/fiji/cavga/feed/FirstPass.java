package sc.fiji.cavga.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import sc.fiji.cavga.compute.ReadingThreads;

/**
 * Prepares every picture once before training, so that those that cannot be used are left out from
 * the first batch on: a batch's contents must not depend on when a file turned out to be broken.
 * What was prepared stays in memory as far as the cache's limit allows, so little of it is done
 * twice.
 */
public final class FirstPass {

  /** What threads that read are called. */
  static final String THREAD = "CAVGA picture reader";

  private FirstPass() {}

  /**
   * Those of the samples that can be read and prepared, in their order.
   *
   * @param threads 1 or more
   * @param listener told in one sentence of each picture that is left out
   * @throws InterruptedException when the calling thread is interrupted; all threads then stop
   */
  public static PreparedSamples usable(
      PreparedSamples samples, int threads, PictureListener listener) throws InterruptedException {
    ExecutorService executor = ReadingThreads.start(threads, THREAD);
    try {
      List<Future<IOException>> outcomes = new ArrayList<>();
      for (int i = 0; i < samples.count(); i++) {
        int index = i;
        outcomes.add(executor.submit(() -> problemOf(samples, index)));
      }
      List<Integer> usable = new ArrayList<>();
      for (int i = 0; i < outcomes.size(); i++) {
        // A future that is done already answers without looking at the interrupt.
        if (Thread.interrupted()) throw new InterruptedException();
        IOException problem = outcomes.get(i).get();
        if (problem == null) usable.add(i);
        else listener.warned("A picture is left out: " + problem.getMessage());
        listener.checked(i + 1, outcomes.size());
      }
      return samples.subset(usable);
    } catch (ExecutionException e) {
      throw ReadingThreads.unexpected(e);
    } finally {
      executor.shutdownNow();
    }
  }

  private static IOException problemOf(PreparedSamples samples, int index) {
    try {
      samples.get(index);
      return null;
    } catch (IOException e) {
      return e;
    }
  }
}
