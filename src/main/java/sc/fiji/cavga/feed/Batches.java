package sc.fiji.cavga.feed;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import sc.fiji.cavga.compute.ReadingThreads;
import sc.fiji.cavga.feed.augment.OtherCamera;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.synthetic.SyntheticAnomalies;
import sc.fiji.cavga.synthetic.VaryingLight;

/**
 * Training batches without end, read, prepared and augmented ahead on other threads.
 *
 * <p>What a batch holds depends on its epoch, its number and the options' seed alone; threads and
 * the cache change nothing. {@link #next} is for one thread at a time, {@link #close} for any.
 */
public final class Batches implements AutoCloseable {

  /** So many may lie ready or be in the making. */
  private static final int AHEAD = 4;

  /** Makes another seed of a draw's. */
  private static final long LIGHT = 0x5DEECE66DL;

  private static final long CAMERA = 0x2545F4914F6CDD1DL;

  private final PreparedSamples normals;
  private final PreparedSamples anomalous;
  private final BatchOptions options;
  private final BatchOrder order;
  private final ExecutorService executor;
  private final Deque<Future<PictureBatch>> pending = new ArrayDeque<>();

  /** Of the batch that {@link #next} gives next. */
  private long position;

  private boolean closed;
  private long firstAsked;
  private long waited;

  /**
   * @param normals at least one picture
   * @param anomalous for weak supervision, else {@link PreparedSamples#none}; a batch has at least
   *     one of them, and they come after the normal ones
   * @param position of the batch to begin with, counted from the first epoch's first, 0 or more
   */
  public Batches(
      PreparedSamples normals, PreparedSamples anomalous, BatchOptions options, long position) {
    this.normals = normals;
    this.anomalous = anomalous;
    this.options = options;
    this.order = new BatchOrder(normals.count(), anomalous.count(), options);
    if (position < 0) throw new IllegalArgumentException("There is no batch " + position + ".");
    this.position = position;
    this.executor = ReadingThreads.start(options.threads(), FirstPass.THREAD);
    synchronized (this) {
      fill();
    }
  }

  /** How many batches make an epoch: the normal pictures once, the last batch filled up. */
  public int batchesPerEpoch() {
    return order.batchesPerEpoch();
  }

  /**
   * The next batch; waits until it is ready.
   *
   * @throws IOException with one sentence that names the picture that cannot be read or used;
   *     asking again fails again
   * @throws InterruptedException when interrupted while waiting; no batch is lost
   * @throws IllegalStateException when closed, also while waiting
   */
  public PictureBatch next() throws IOException, InterruptedException {
    Future<PictureBatch> head;
    synchronized (this) {
      if (closed) throw new IllegalStateException("The batches are closed.");
      if (firstAsked == 0) firstAsked = System.nanoTime();
      head = pending.peek();
    }
    PictureBatch batch = await(head);
    synchronized (this) {
      pending.poll();
      position++;
      fill();
    }
    return batch;
  }

  private PictureBatch await(Future<PictureBatch> head) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      return head.get();
    } catch (CancellationException e) {
      throw new IllegalStateException("The batches were closed.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException)
        throw new IOException(e.getCause().getMessage(), e.getCause());
      throw ReadingThreads.unexpected(e);
    } finally {
      synchronized (this) {
        waited += System.nanoTime() - start;
      }
    }
  }

  /** The share of the time since the first batch was asked for that was spent waiting, 0 to 1. */
  public synchronized double waitingShare() {
    if (firstAsked == 0) return 0;
    return Math.min(1, waited / Math.max(1.0, System.nanoTime() - firstAsked));
  }

  private void fill() {
    while (!closed && pending.size() < AHEAD) {
      long wanted = position + pending.size();
      pending.add(executor.submit(() -> make(wanted)));
    }
  }

  private PictureBatch make(long wanted) throws IOException {
    BatchAssembly assembly = null;
    BatchOrder.Draw[] draws = order.draws(wanted);
    for (BatchOrder.Draw draw : draws) {
      if (Thread.currentThread().isInterrupted()) throw new CancellationException();
      PreparedPicture plain = (draw.anomalous ? anomalous : normals).get(draw.index);
      PreparedPicture varied = options.augmentation().apply(plain, draw.seed);
      if (options.varyingLight()) varied = VaryingLight.apply(varied, draw.seed ^ LIGHT);
      if (options.otherCameras()) varied = OtherCamera.apply(varied, draw.seed ^ CAMERA);
      if (assembly == null) assembly = new BatchAssembly(draws.length, varied, options.painted());
      if (options.painted() && !draw.anomalous)
        assembly.add(SyntheticAnomalies.paint(varied, ~draw.seed));
      else assembly.add(varied, draw.anomalous);
    }
    return assembly.batch();
  }

  /** Stops the threads, waiting at most a second for a picture that is being decoded. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      for (Future<PictureBatch> batch : pending) batch.cancel(true);
    }
    executor.shutdownNow();
    try {
      executor.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
