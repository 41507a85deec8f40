package sc.fiji.cavga.evaluate;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import sc.fiji.cavga.compute.ReadingThreads;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.model.training.LearnedPictures;
import sc.fiji.cavga.preprocess.Preprocessing;

/** Test pictures in their order, the next ones being read while the last one is looked at. */
final class ReadAhead implements AutoCloseable {

  private final Iterator<Sample> samples;
  private final Preprocessing preprocessing;
  private final LearnedPictures known;
  private final Queue<Future<TestPicture>> coming = new ArrayDeque<>();
  private final ExecutorService executor =
      ReadingThreads.start(ReadingThreads.COUNT, "CAVGA test pictures");

  /**
   * @param known of which the model was made
   */
  ReadAhead(List<Sample> samples, Preprocessing preprocessing, LearnedPictures known) {
    this.known = known;
    this.samples = samples.iterator();
    this.preprocessing = preprocessing;
    for (int i = 0; i < ReadingThreads.COUNT + 1; i++) submit();
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
      throw ReadingThreads.unexpected(e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
